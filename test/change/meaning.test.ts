// What a change means: as values, as a commit's message, as text.

import { describe, expect, test } from "vitest";
import { changeMessage, messageText } from "../../src/change/commit-message.ts";
import { meaningOf } from "../../src/change/meaning.ts";
import { summarise } from "../../src/change/summary.ts";
import { bulkLine, recordLine, renameLine } from "../../src/change/words.ts";
import { displayWidth } from "../../src/text/width.ts";
import { git, newFolder } from "../support/folder.ts";
import {
  type Changes,
  comment,
  edit,
  files,
  personText,
  story,
  storyText,
  task,
  taskText,
  touchedBy,
} from "./proposed.ts";

const mean = (changes: Changes, base?: Readonly<Record<string, string>>) =>
  meaningOf(touchedBy(changes, base), new Map([[48213377, "A story"]]));
const lines = (changes: Changes, base?: Readonly<Record<string, string>>) => {
  const { renames, bulk, rest } = summarise(mean(changes, base));
  return [...renames.map(renameLine), ...bulk.map(bulkLine), ...rest.map(recordLine)];
};
const message = (changes: Changes, base?: Readonly<Record<string, string>>) =>
  messageText(changeMessage(mean(changes, base)));

const freshStory = "stories/111/70000111/story.md";
const freshComment = "stories/377/48213377/comments/20260302T101500Z-cd34.md";

describe("one line each", () => {
  test.each<[changes: Changes, line: string]>([
    [edit(task, "status: todo", "status: review"), "task 59011377: status todo → review"],
    [edit(task, "---\n", "---\npriority: high\npoints: 3\n"), "task 59011377: priority none → high, points none → 3"],
    [edit(task, "assignee: bob\n", ""), "task 59011377: assignee bob → none"],
    [edit(story, "tags:\n", "tags:\n  - b\n  - a\n"), "story 48213377: tags +b +a"],
    [edit(story, "Body.", "Text."), "story 48213377: text edited"],
    [edit(story, "A story", "A: story"), "story 48213377: cannot be read"],
    [edit(story, "A story", '"A: story"'), 'story 48213377: title "A story" → "A: story"'],
    [
      edit(story, "tags:\n", "tags:\nlinks:\n  - url: https://x.example/\n    title: X\n"),
      "story 48213377: links +(url https://x.example/, title X)",
    ],
    [edit(story, "---\n", "---\nx-note: yes\n"), "story 48213377: x-note none → yes"],
    [edit(task, "status: todo", 'status: "todo"'), "task 59011377: written otherwise, says the same"],
    [{ [freshStory]: storyText("bob") }, 'story 70000111: "A story"'],
    [{ "stories/377/48213377/tasks/61000377.md": taskText("bob") }, "task 61000377: new on acme/engine"],
    [{ [freshComment]: "---\nauthor: bob\n---\nHi.\n" }, "comment on story 48213377"],
    [
      edit(comment, "author: alice\n", "author: alice\nhidden: true\n"),
      "comment of 2026-03-01T10:15:00Z on story 48213377: hidden",
    ],
    [{ "stories/377/48213377/attachments/a.log": "x" }, "attach a.log to story 48213377"],
    [
      { "stories/377/48213377/affects/bob.md": "---\ncreated: 2026-03-03T10:00:00Z\n---\n" },
      "story 48213377 affects bob",
    ],
    [{ "people/eve.md": personText("Eve\u0301") }, 'person eve: new, "Eve\u0301"'],
    [{ "people/bob.md": null }, "person bob: removed"],
    [edit("teams/web.md", "  - tom", "  - bob"), "team web: members tom → bob"],
    [{ ".github/x.yml": "on: push\n" }, '".github/x.yml": new'],
    [{ "odd.txt": "x" }, "odd.txt: cannot be read"],
  ])("%#: %j", (changes, line) => {
    expect(lines(changes)).toEqual([line]);
  });
});

test("a task that moved keeps its story to tell", () => {
  const there = "stories/111/70000111/tasks/71000111.md";
  const base = { ...files, [freshStory]: storyText("alice") };
  const moved = {
    [task]: null,
    [there]: taskText("alice", "assignee: bob\naliases:\n  - task:59011377\n", "acme/engine", "review"),
  };
  expect(lines(moved, base)).toEqual([
    "task 59011377: moved from story 48213377 to story 70000111 as 71000111, status todo → review",
  ]);
  expect(mean(moved, base).records).toMatchObject([
    { what: "moved", id: 71000111, from: { id: 59011377, story: 48213377, path: task } },
  ]);
  // Without the alias too, when there is one that says the same.
  expect(lines({ [task]: null, [there]: files[task] ?? "" }, base)).toEqual([
    "task 59011377: moved from story 48213377 to story 70000111 as 71000111",
  ]);
  expect(lines({ [task]: null, [there]: taskText("alice") }, base)).toEqual([
    "task 71000111: new on acme/engine",
    "task 59011377: removed",
  ]);
  expect(changeMessage(mean(moved, base)).trailers).toEqual([
    "Story: 48213377",
    "Story: 70000111",
    "Task: 59011377",
    "Task: 71000111",
  ]);
});

test("a person with a new name is one rename, whatever named them", () => {
  const base = { ...files, "stories/377/48213377/affects/bob.md": "---\ncreated: 2026-03-03T10:00:00Z\n---\n" };
  const renamed: Changes = {
    "people/bob.md": null,
    "people/robert.md": (files["people/bob.md"] ?? "").replace("name: Bob", "name: Bob\naliases:\n  - person:bob"),
    [task]: (files[task] ?? "").replace("assignee: bob", "assignee: robert"),
    "stories/377/48213377/affects/bob.md": null,
    "stories/377/48213377/affects/robert.md": "---\ncreated: 2026-03-03T10:00:00Z\n---\n",
    "teams/web.md": (files["teams/web.md"] ?? "").replace("  - tom", "  - tom\n  - robert"),
  };
  expect(lines(renamed, base)).toEqual([
    "person bob: renamed to robert, named in 1 other place",
    // Nobody was in this team under the old name.
    "team web: members +robert",
  ]);
  const more = { ...renamed, "people/robert.md": (renamed["people/robert.md"] ?? "").replace("Bob\n", "Robert\n") };
  expect(lines(more, base)).toContain("person bob: renamed to robert, name Bob → Robert");
});

test("equal changes of many records are said once", () => {
  const many = Array.from({ length: 38 }, (_, index) => `stories/377/48213377/tasks/${61000377 + index * 1000}.md`);
  const base = { ...files, ...Object.fromEntries(many.map((path) => [path, taskText("alice", "milestone: m1\n")])) };
  const changes = Object.fromEntries(many.map((path) => [path, taskText("alice", "milestone: m2\n")]));
  expect(lines(changes, base)).toEqual(["38 tasks: milestone m1 → m2"]);
  const other = {
    ...changes,
    [many[0] ?? ""]: taskText("alice", "milestone: m2\n", "acme/engine", "review"),
    [many[1] ?? ""]: null,
  };
  expect(lines(other, base)).toEqual([
    "37 tasks: milestone m1 → m2",
    "task 61000377: status todo → review",
    "task 61001377: removed",
  ]);
  expect(message(changes, base)).toBe(
    "38 tasks: milestone m1 → m2\n\n- 38 tasks, too many to name each\n\nStory: 48213377\n",
  );
});

describe("a commit's message", () => {
  test("says it in the subject when that is enough", () => {
    expect(message(edit(task, "status: todo", "status: review"))).toBe(
      "task 59011377: status todo → review\n\nStory: 48213377\nTask: 59011377\n",
    );
    expect(message({})).toBe("no change\n");
  });

  test("says the rest in the body", () => {
    const changes = {
      ...edit(task, "status: todo", "status: review"),
      [freshComment]: "---\nauthor: bob\n---\nHi.\n",
      ...edit("people/bob.md", "name: Bob", "name: Bobby"),
    };
    expect(message(changes)).toBe(`task 59011377: status todo → review, and 2 more

- task 59011377: status todo → review
- comment on story 48213377
- person bob: name Bob → Bobby

Story: 48213377
Task: 59011377
`);
  });

  test("a new story with what comes with it is one thing", () => {
    const changes = { [freshStory]: storyText("bob"), "stories/111/70000111/tasks/71000111.md": taskText("bob") };
    expect(changeMessage(mean(changes)).subject).toBe('story 70000111: "A story"');
  });

  test("fits in 72 columns, whatever the letters", () => {
    for (const title of ["x".repeat(300), "測".repeat(150), "👩‍👩‍👧".repeat(30), "e\u0301".repeat(140)]) {
      const { subject } = changeMessage(
        mean({ [freshStory]: storyText("bob").replace("A story", title), "README.md": "x" }),
      );
      expect(displayWidth(subject)).toBeLessThanOrEqual(72);
      expect(subject).toMatch(/^story 70000111: ".+…"?, and 1 more$/);
    }
    const several = edit(task, "---\n", `---\npriority: high\ntitle: ${"long ".repeat(20)}\nmilestone: m1\n`);
    expect(changeMessage(mean(several)).subject).toBe("task 59011377: priority, milestone, title");
  });

  test("no title makes a trailer or a line of its own", () => {
    for (const title of [
      '"x\\n\\nStory: 1"',
      "'Story: 1'",
      '"\\u2028Story: 1"',
      '"a\\rTask: 2"',
      "'#1 Signed-off-by: x'",
    ]) {
      const text = message({
        [freshStory]: storyText("bob").replace("A story", title),
        "README.md": "x",
        ...edit(story, "A story", title),
      });
      expect(text).not.toMatch(/^(?!Story: (?:70000111|48213377)$)(?:Story|Task|Signed-off-by|#)/m);
      expect(text).not.toMatch(/[\r\u2028]/);
      expect(text.trimEnd().split("\n\n").at(-1)).toBe("Story: 48213377\nStory: 70000111");
    }
  });

  test("a long one is cut and counted", () => {
    const changes = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [
        `stories/377/48213377/tasks/${61000377 + index * 1000}.md`,
        taskText("bob"),
      ]),
    );
    const { body, trailers } = changeMessage(mean(changes));
    expect(body.split("\n").slice(-4)).toEqual([
      "- task 61049377: new on acme/engine",
      "- and 20 more",
      "- 70 tasks, too many to name each",
      "",
    ]);
    expect(trailers).toEqual(["Story: 48213377"]);
  });

  test("git finds exactly its trailers", () => {
    const text = message({
      ...edit(task, "status: todo", "status: review"),
      [freshStory]: storyText("bob").replace("A story", "'Signed-off-by: Mallory <m@example.org>'"),
      [freshComment]: "---\nauthor: bob\n---\nStory: 1\n\nTask: 2\n",
    });
    expect(git(newFolder(), ["interpret-trailers", "--parse"], {}, text)).toBe(
      "Story: 48213377\nStory: 70000111\nTask: 59011377\n",
    );
  });
});
