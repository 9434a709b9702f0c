// Which approval a proposal needs: tables over the policy that ships, over others, and over what no policy makes automatic.

import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/model/policy-match.ts";
import {
  type Changes,
  comment,
  edit,
  files,
  judged,
  otherTask,
  personText,
  shippedPolicy,
  story,
  storyText,
  task,
  taskText,
  trackerText,
  untriaged,
} from "./proposed.ts";

const freshStory = "stories/111/70000111/story.md";
const freshTask = "stories/111/70000111/tasks/71000111.md";
const freshComment = "stories/377/48213377/comments/20260302T101500Z-cd34.md";
const commentBy = (author: string): Changes => ({ [freshComment]: `---\nauthor: ${author}\n---\nMe too.\n` });
const me = (identity: string): Actor => ({ identities: [identity], taken: false });

type Row = readonly [what: string, changes: Changes, who: string | Actor | undefined, needs: string];

describe("the policy that ships", () => {
  const rows: readonly Row[] = [
    ["an assignee moves their task", edit(task, "status: todo", "status: review"), "bob", "auto"],
    ["and says so by an identity", edit(task, "status: todo", "status: review"), "github:Bob", "auto"],
    ["and as the committer", edit(task, "status: todo", "status: review"), "committer", "auto"],
    ["somebody else moves it", edit(task, "status: todo", "status: review"), "alice", "review project/acme/engine"],
    ["nobody is vouched for", edit(task, "status: todo", "status: review"), undefined, "review project/acme/engine"],
    [
      "a stranger moves it",
      edit(task, "status: todo", "status: review"),
      "github:mallory",
      "review project/acme/engine",
    ],
    [
      "an assignee sets the priority",
      edit(task, "---\n", "---\npriority: high\n"),
      "bob",
      "review project/acme/engine",
    ],
    ["a member of the assigned team moves it", edit(otherTask, "status: todo", "status: merged"), "tom", "auto"],
    ["a maintainer plans their task", edit(task, "---\n", "---\npriority: high\nmilestone: m1\n"), "mia", "auto"],
    [
      "a maintainer of another project does",
      edit(task, "---\n", "---\npriority: high\n"),
      "tom",
      "review project/acme/engine",
    ],
    ["a maintainer gives the task away", edit(task, "acme/engine", "acme/site"), "mia", "review project/acme/site"],
    [
      "a maintainer adds a task with an assignee",
      { "stories/377/48213377/tasks/61000377.md": taskText("mia", "assignee: bob\n") },
      "mia",
      "auto",
    ],
    ["a maintainer writes how it is formatted", edit(task, "status: todo", 'status: "todo"'), "mia", "auto"],
    ["anyone comments", commentBy("alice"), "alice", "auto"],
    ["somebody comments as somebody else", commentBy("alice"), "bob", "review project/acme/engine project/acme/site"],
    ["nobody known comments", commentBy("alice"), undefined, "review project/acme/engine project/acme/site"],
    [
      "a comment comes hidden",
      { [freshComment]: "---\nauthor: alice\nhidden: true\n---\nx\n" },
      "alice",
      "review project/acme/engine project/acme/site",
    ],
    ["a comment is edited", edit(comment, "Hello", "Bye"), "alice", "review project/acme/engine project/acme/site"],
    ["anyone opens a story", { [freshStory]: storyText("bob") }, "bob", "auto"],
    ["with its tasks", { [freshStory]: storyText("bob"), [freshTask]: taskText("bob") }, "bob", "auto"],
    [
      "with a task done already",
      { [freshStory]: storyText("bob"), [freshTask]: taskText("bob", "", "acme/engine", "merged") },
      "bob",
      "review project/acme/engine",
    ],
    [
      "with a task for somebody",
      { [freshStory]: storyText("bob"), [freshTask]: taskText("bob", "assignee: mia\n") },
      "bob",
      "review project/acme/engine",
    ],
    [
      "with an old name elsewhere",
      { [freshStory]: storyText("bob", "aliases:\n  - launchpad:1\n") },
      "bob",
      "review team/stewards",
    ],
    ["triaged already", { [freshStory]: storyText("bob", "triage: confirmed\n") }, "bob", "review team/stewards"],
    ["as somebody else", { [freshStory]: storyText("alice") }, "bob", "review team/stewards"],
    ["a task on one's own story", { "stories/377/48213377/tasks/61000377.md": taskText("alice") }, "alice", "auto"],
    [
      "a task on another's story",
      { "stories/377/48213377/tasks/61000377.md": taskText("bob") },
      "bob",
      "review project/acme/engine",
    ],
    [
      "one says that one is affected",
      { "stories/377/48213377/affects/bob.md": "---\ncreated: 2026-03-03T10:00:00Z\n---\n" },
      "bob",
      "auto",
    ],
    [
      "one says that another is",
      { "stories/377/48213377/affects/mia.md": "---\ncreated: 2026-03-03T10:00:00Z\n---\n" },
      "bob",
      "review project/acme/engine project/acme/site",
    ],
    [
      "one of two projects' maintainers triages",
      edit(story, "tags:\n", "tags:\n  - slow\ntriage: confirmed\n"),
      "mia",
      "review project/acme/site",
    ],
    [
      "the stewards triage what has no task yet",
      edit(untriaged, "tags:\n", "tags:\ntriage: incomplete\n"),
      "sue",
      "auto",
    ],
    ["others do not", edit(untriaged, "tags:\n", "tags:\ntriage: incomplete\n"), "mia", "review team/stewards"],
    ["a newcomer adds themselves", { "people/eve.md": personText("Eve", "github:eve") }, me("github:eve"), "auto"],
    [
      "and opens a story at once",
      { "people/eve.md": personText("Eve", "github:eve"), [freshStory]: storyText("eve") },
      me("github:eve"),
      "auto",
    ],
    [
      "a newcomer with a second identity",
      { "people/eve.md": personText("Eve", "github:eve", "irc:bob") },
      me("github:eve"),
      "review team/stewards",
    ],
    [
      "a newcomer with another's identity",
      { "people/eve.md": personText("Eve", "github:dan") },
      me("github:eve"),
      "review team/stewards",
    ],
    ["a newcomer without any", { "people/eve.md": personText("Eve") }, me("github:eve"), "review team/stewards"],
    [
      "a newcomer twice",
      { "people/eve.md": personText("Eve", "github:eve"), "people/ewa.md": personText("Ewa", "github:eve") },
      me("github:eve"),
      "review team/stewards",
    ],
    [
      "somebody known adds another of themselves",
      { "people/eve.md": personText("Eve", "github:bob") },
      "github:bob",
      "review team/stewards",
    ],
    [
      "somebody who was shown out comes back",
      { "people/eve.md": personText("Eve", "github:gone") },
      "github:gone",
      "review team/stewards",
    ],
    [
      "somebody who was shown out moves a task",
      edit(task, "assignee: bob", "assignee: gone"),
      "gone",
      "review project/acme/engine",
    ],
    ["one's own file", edit("people/bob.md", "name: Bob", "name: Bobby"), "bob", "review team/stewards"],
    [
      "a project changes",
      edit("projects/acme/engine.md", "title: Engine", "title: Motor"),
      "mia",
      "review team/stewards",
    ],
    ["a milestone comes", { "milestones/m1.md": "---\ntitle: One\n---\n" }, "sue", "review team/stewards"],
    ["a story goes", { [untriaged]: null }, "alice", "review team/stewards"],
    ["a task goes", { [task]: null }, "mia", "review project/acme/engine"],
    ["a task breaks", { [task]: "---\nnope\n" }, "mia", "review project/acme/engine"],
    ["nothing", {}, "bob", "auto"],
  ];
  test.each(rows)("%s", async (_, changes, who, needs) => {
    const { approval, reviewers } = await judged(changes, who);
    expect([approval, ...reviewers.map((each) => each.name)].join(" ")).toBe(needs);
  });

  test("names the people who can approve", async () => {
    const { reviewers } = await judged(
      { ...edit(otherTask, "status: todo", "status: review"), ...edit(task, "acme/engine", "acme/site") },
      "alice",
    );
    expect(reviewers).toEqual([
      { name: "project/acme/engine", people: ["mia"] },
      { name: "project/acme/site", people: ["tom"] },
    ]);
  });
});

describe("no policy makes automatic", () => {
  const open = "  - {approval: auto}";
  const rows: readonly Row[] = [
    ["configuration", { "tracker.yaml": trackerText(open).replace("Acme", "Acme!") }, "sue", "review team/stewards"],
    ["teams", edit("teams/web.md", "  - tom", "  - tom\n  - bob"), "sue", "review team/stewards"],
    [
      "who decides about a project",
      edit("projects/acme/engine.md", "  - mia", "  - bob"),
      "mia",
      "review team/stewards",
    ],
    [
      "a new project with its keepers",
      { "projects/acme/new.md": "---\ntitle: New\nmaintainers:\n  - bob\n---\n" },
      "bob",
      "review team/stewards",
    ],
    ["CI files", { ".github/workflows/validate.yml": "on: push\n" }, "sue", "review team/stewards"],
    ["hooks", { "hooks/pre-receive": "#!/bin/sh\n" }, "sue", "review team/stewards"],
    ["files without a place", { "odd.txt": "x\n" }, "sue", "review team/stewards"],
    ["another's file", edit("people/alice.md", "name: Alice", "name: Al"), "bob", "review team/stewards"],
    [
      "another identity",
      edit("people/bob.md", "  - github:bob", "  - github:alice\n  - github:bob"),
      "bob",
      "review team/stewards",
    ],
    ["another author", edit(task, "author: alice", "author: bob"), "mia", "review project/acme/engine"],
    [
      "an alias",
      edit(story, "tags:\n", "tags:\naliases:\n  - x:1\n"),
      "alice",
      "review project/acme/engine project/acme/site",
    ],
    [
      "who may see a private story",
      edit(story, "tags:\n", "tags:\naccess:\n  - bob\n"),
      "alice",
      "review project/acme/engine project/acme/site",
    ],
    ["deletion", { [comment]: null }, "alice", "review project/acme/engine project/acme/site"],
    ["words in another's mouth", commentBy("mia"), "bob", "review project/acme/engine project/acme/site"],
    ["a file that breaks", { [story]: "broken" }, "alice", "review project/acme/engine project/acme/site"],
    [
      "an attachment that nothing names",
      { "stories/377/48213377/attachments/a.log": "x" },
      "alice",
      "review project/acme/engine project/acme/site",
    ],
  ];
  test.each(rows)("%s", async (_, changes, who, needs) => {
    const { approval, reviewers } = await judged(changes, who, open);
    expect([approval, ...reviewers.map((each) => each.name)].join(" ")).toBe(needs);
  });

  test.each([
    ["a task", edit(task, "status: todo", "status: merged")],
    ["the rest of a project", edit("projects/acme/engine.md", "title: Engine", "title: Motor")],
    ["one's own file", edit("people/bob.md", "name: Bob", "name: Bobby")],
    [
      "a comment with its attachment",
      {
        "stories/377/48213377/attachments/a.log": "x",
        [freshComment]: "---\nauthor: bob\nattachments:\n  - file: a.log\n---\nSee.\n",
      },
    ],
  ])("but it can %s", async (_, changes) => {
    expect((await judged(changes, "bob", open)).approval).toBe("auto");
  });
});

describe("other policies", () => {
  const bots = `  - {kind: task, fields: [status], to: [merged], by: "team:web", approval: auto}
  - {kind: task, fields: [status], to: [merged], approval: deny, reason: the robot says when work has landed}
  - {kind: task, fields: [status], from: [merged], approval: deny, reason: what has landed has landed}
  - {kind: task, fields: [status], by: anyone, approval: auto}`;
  const rows: readonly (readonly [
    what: string,
    policy: string,
    changes: Changes,
    who: string | undefined,
    needs: string,
  ])[] = [
    ["a value for one team", bots, edit(task, "status: todo", "status: merged"), "tom", "auto"],
    [
      "denied to others",
      bots,
      edit(task, "status: todo", "status: merged"),
      "bob",
      "deny the robot says when work has landed",
    ],
    ["other values are free", bots, edit(task, "status: todo", "status: review"), undefined, "auto"],
    [
      "the strictest counts",
      bots,
      { ...edit(task, "status: todo", "status: merged"), ...commentBy("bob") },
      "bob",
      "deny the robot says when work has landed",
    ],
    [
      "the first that fits decides",
      '  - {kind: story, approval: review, reviewers: "team:web", reason: look}\n  - {approval: auto}',
      edit(story, "Body", "Text"),
      "alice",
      "review look",
    ],
    [
      "projects by the beginning of their names",
      '  - {kind: task, projects: ["acme/s*"], approval: auto}',
      edit(otherTask, "status: todo", "status: review"),
      undefined,
      "auto",
    ],
    [
      "and not others",
      '  - {kind: task, projects: ["acme/s*"], approval: auto}',
      edit(task, "status: todo", "status: review"),
      undefined,
      "review",
    ],
    [
      "a story of both",
      '  - {kind: story, projects: ["acme/site"], approval: auto}',
      edit(story, "Body", "Text"),
      undefined,
      "review",
    ],
    [
      "each tag by itself",
      "  - {kind: story, fields: [tags], to: [docs], approval: auto}",
      edit(story, "tags:\n", "tags:\n  - docs\n"),
      undefined,
      "auto",
    ],
    [
      "one tag too many",
      "  - {kind: story, fields: [tags], to: [docs], approval: auto}",
      edit(story, "tags:\n", "tags:\n  - docs\n  - security\n"),
      undefined,
      "review",
    ],
    [
      "setting what nobody has set",
      `  - {kind: task, fields: [priority, assignee], from: [none], approval: auto}`,
      edit(task, "---\n", "---\npriority: low\n"),
      "bob",
      "auto",
    ],
    [
      "changing what somebody has",
      `  - {kind: task, fields: [priority, assignee], from: [none], approval: auto}`,
      edit(task, "assignee: bob", "assignee: mia"),
      "bob",
      "review",
    ],
    [
      "withdrawing, when it is said",
      '  - {kind: comment, fields: ["-"], by: author, approval: auto}',
      { [comment]: null },
      "alice",
      "auto",
    ],
    [
      "not by a star",
      '  - {kind: comment, fields: ["*"], by: author, approval: auto}',
      { [comment]: null },
      "alice",
      "review",
    ],
    [
      "but a star denies it",
      '  - {kind: comment, fields: ["*"], approval: deny}',
      { [comment]: null },
      "alice",
      "deny the tracker's policy denies it",
    ],
  ];
  test.each(rows)("%s", async (_, policy, changes, who, needs) => {
    const { approval, decisions } = await judged(changes, who, policy);
    const reason = decisions.find((each) => each.approval === approval)?.reason;
    expect([approval, ...(reason && approval !== "auto" ? [reason] : [])].join(" ")).toBe(needs);
  });
});

describe("judged on the base", () => {
  test("who makes themselves assignee and then moves the task needs review", async () => {
    const both = edit(
      task,
      "status: todo\nauthor: alice\ncreated: 2026-03-02T10:00:00Z\nassignee: bob",
      "status: review\nauthor: alice\ncreated: 2026-03-02T10:00:00Z\nassignee: alice",
    );
    const { approval, decisions } = await judged(both, "alice");
    expect([approval, decisions.map((each) => each.approval)]).toEqual(["review", ["review", "review"]]);
  });

  test("who makes themselves maintainer and then plans needs review for both", async () => {
    const changes = {
      ...edit("projects/acme/engine.md", "  - mia", "  - bob\n  - mia"),
      ...edit(task, "---\n", "---\npriority: high\n"),
    };
    const { decisions } = await judged(changes, "bob");
    expect(decisions.map((each) => `${each.path.split("/")[0]} ${each.field} ${each.approval}`)).toEqual([
      "projects maintainers review",
      "stories priority review",
    ]);
  });

  test("who loosens the policy and uses it needs review for both", async () => {
    const changes = {
      "tracker.yaml": trackerText("  - {approval: auto}"),
      ...edit(task, "---\n", "---\npriority: high\n"),
    };
    expect((await judged(changes, "bob")).decisions.map((each) => each.approval)).not.toContain("auto");
  });
});

test("a name that is nobody's is not an actor", async () => {
  await expect(judged({}, "nobody")).rejects.toMatchObject({ code: "unknown-actor", exit: 2 });
  await expect(judged({}, "../people/bob")).rejects.toMatchObject({ code: "unknown-actor" });
  await expect(judged({}, "web")).rejects.toMatchObject({ code: "unknown-actor" });
});

test("the tables change what they say they change", () => {
  expect(shippedPolicy.split("\n").length).toBe(8);
  expect(Object.keys(files).length).toBeGreaterThan(10);
});
