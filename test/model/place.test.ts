import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCommentSuffix, drawStoryId, drawTaskId } from "../../src/model/ids.ts";
import { isDay, isInstant } from "../../src/model/instant.ts";
import { pathKey, pathProblem } from "../../src/model/path-problem.ts";
import { commentTime, pathOf, placeOf } from "../../src/model/place.ts";
import { isUntriaged, storyStatus } from "../../src/model/story-status.ts";

describe("the layout", () => {
  test.each([
    ["tracker.yaml", { kind: "tracker" }],
    ["people/alice.md", { kind: "person", name: "alice" }],
    ["projects/openstack/nova.md", { kind: "project", name: "openstack/nova" }],
    ["projects/zoo.md", { kind: "project", name: "zoo" }],
    ["stories/377/48213377/story.md", { kind: "story", id: 48213377 }],
    ["stories/007/7/story.md", { kind: "story", id: 7 }],
    ["stories/377/48213377/tasks/59011377.md", { kind: "task", id: 59011377, story: 48213377 }],
    [
      "stories/377/48213377/comments/20260301T101500Z-ab12.md",
      { kind: "comment", name: "20260301T101500Z-ab12", story: 48213377 },
    ],
    ["stories/377/48213377/affects/bob.md", { kind: "affects", name: "bob", story: 48213377 }],
    ["stories/377/48213377/attachments/a b (1).log", { kind: "attachment", name: "a b (1).log", story: 48213377 }],
  ])("%s", (path, place) => {
    expect(placeOf(path)).toEqual(place);
    expect(pathOf(placeOf(path) as never)).toBe(path);
  });

  test.each([
    "README.md",
    ".gitignore",
    ".github/workflows/validate.yml",
    ".vscode/settings.json",
    ".storytree/schema/task.schema.json",
    ".gitlab/submit.sh",
    "hooks/pre-receive",
  ])("%s is support", (path) => {
    expect(placeOf(path)).toEqual({ kind: "support" });
  });

  test.each([
    ["stories/378/48213377/story.md", "stories/377/48213377/story.md"],
    ["stories/48213377/story.md", "stories/377/48213377/story.md"],
    ["stories/48213377.md", "stories/377/48213377/story.md"],
    ["stories/048213377/story.md", "stories/377/48213377/story.md"],
  ])("%s belongs at %s", (path, shouldBe) => {
    expect(placeOf(path)).toMatchObject({ kind: "misplaced", shouldBe });
  });

  test.each([
    ...[
      "stories/377/48213377/notes.md",
      "stories/377/48213377/tasks/1.md",
      "stories/377/48213377/comments/x.md",
      "people/Alice.md",
    ],
    ...[
      "people/a/b.md",
      "projects/a/b/c.md",
      "people/alice.txt",
      "junk",
      "stories/000/0/story.md",
      "stories/x/y/story.md",
    ],
    ...[
      "stories/377/48213377/comments/20260231T101500Z-ab12.md",
      "stories/377/48213377/attachments/a/b",
      "teams/-x.md",
      "Tracker.yaml",
    ],
  ])("%s has no place", (path) => {
    expect(placeOf(path).kind).toBe("misplaced");
  });

  test("any path is answered", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom("stories", "377", "48213377", "tasks", "people", "..", "a.md"));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => typeof placeOf(parts.join("/")).kind === "string"),
    );
  });
});

describe("paths that are refused", () => {
  test.each([
    ...[
      "../evil.md",
      "a/../b",
      "/etc/passwd",
      "a//b",
      ".git/config",
      "people/.GIT/x",
      "git~1/x",
      "a/.git ./x",
      ".git::$INDEX_ALLOCATION/x",
    ],
    ...[
      "a\\b",
      "a\nb",
      "a\u0000b",
      "a\u202eb",
      "a\u200bb",
      "people/con.md",
      "nul",
      "a./b",
      "a /b",
      " a",
      "-rf",
      "a:b",
      "what?",
      "e\u0301.md",
      "x".repeat(201),
    ],
  ])("%j", (path) => {
    expect(pathProblem(path)).toMatch(/^[a-z]/);
  });

  test.each([
    "people/alice.md",
    "stories/377/48213377/attachments/Bildschirmfoto 2026 (ä).png",
    ".gitignore",
    "日本.md",
  ])("%s is fine", (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  test("names that are one on some system have one key", () => {
    expect(pathKey("People/ALICE.md")).toBe(pathKey("people/alice.md"));
    expect(pathKey("ﬁle")).toBe(pathKey("file"));
  });
});

describe("numbers", () => {
  const seeded = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  };

  test("stories have eight digits; a task ends as its story does; what is taken is not drawn", () => {
    const random = seeded(1);
    const taken = new Set<number>();
    for (let n = 0; n < 5_000; n += 1) {
      const story = drawStoryId(random, (id) => taken.has(id));
      const task = drawTaskId(random, story, (id) => taken.has(id));
      for (const id of [story, task]) {
        expect(String(id)).toMatch(/^[1-9]\d{7}$/);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
      expect(task % 1000).toBe(story % 1000);
      expect(drawCommentSuffix(random)).toMatch(/^[a-z0-9]{4}$/);
    }
  });

  test("a generator that repeats itself is noticed", () => {
    expect(() =>
      drawStoryId(
        () => 5,
        () => true,
      ),
    ).toThrow("repeats itself");
  });
});

test.each([
  [[], {}, "active"],
  [[], { triage: "rejected" }, "invalid"],
  [[], { duplicate_of: 1 }, "invalid"],
  [["todo", "merged"], {}, "active"],
  [["review"], { duplicate_of: 1 }, "active"],
  [["merged", "invalid"], {}, "merged"],
  [["invalid"], {}, "invalid"],
] as const)("tasks %j and story %j: %s", (tasks, story, status) => {
  expect(storyStatus(tasks, story)).toBe(status);
  if (status !== "active") expect(isUntriaged(tasks, story)).toBe(false);
});

test("instants and days exist", () => {
  expect([
    isInstant("2024-02-29T23:59:59Z"),
    isInstant("2026-02-29T00:00:00Z"),
    isInstant("2026-01-01T24:00:00Z"),
    isInstant("2026-01-01T00:00:00+01:00"),
  ]).toEqual([true, false, false, false]);
  expect([isDay("2026-12-31"), isDay("2026-04-31"), isDay("2026-1-1")]).toEqual([true, false, false]);
  expect(commentTime("20260301T101500Z-ab12")).toBe("2026-03-01T10:15:00Z");
});
