import { expect, test } from "vitest";
import { newRepository, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const story = (title: string) => `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n`;
const board = (query: string) =>
  `---\ntitle: Release\nlanes:\n  - title: Now\n    limit: 1\n    items:\n      - 48213377\n      - 50000377\n  - title: Waiting\n    query: ${query}\n---\n`;
const tracker = (query: string) =>
  newRepository({
    "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
    "boards/release.md": board(query),
    "stories/377/48213377/story.md": story("One story with a title that is far too long for a lane"),
    "stories/377/50000377/story.md": story("ライブマイグレーション"),
  });

test("side by side where there is room, one below the other where there is none", async () => {
  const folder = tracker("is:untriaged");
  const wide = await storytree(folder, ["--color", "never", "board", "release"], { columns: 70 });
  expect(wide.out).toBe(
    [
      "Release",
      "",
      "Now (2 of at most 1)                Waiting (2)",
      "#48213377 One story with a title …  #50000377 ライブマイグレーション",
      "  untriaged                           untriaged",
      "#50000377 ライブマイグレーション    #48213377 One story with a title …",
      "  untriaged                           untriaged",
      "",
    ].join("\n"),
  );
  const narrow = await storytree(folder, ["--color", "never", "board", "release"], { columns: 40 });
  expect(narrow.out.split("\n").slice(0, 4)).toEqual([
    "Release",
    "",
    "Now (2 of at most 1)",
    "#48213377 One story with a title that i…",
  ]);
});

test("a lane whose query is wrong says so", async () => {
  const { exit, out, err } = await storytree(tracker("asignee:bob"), ["board", "release"]);
  expect(exit).toBe(1);
  expect(out).toContain("Waiting (0)");
  expect(err).toBe('storytree: the query "asignee:bob" of a lane is wrong: "asignee" is not a field\n');
});

test("a lane that asks for tasks shows stories that have none, as its board is asked for", async () => {
  const folder = tracker("assignee:none status:active");
  writeFiles(folder, {
    "stories/377/50000377/tasks/10000377.md":
      "---\nproject: acme/engine\nstatus: todo\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n",
  });
  const { out } = await storytree(folder, ["--json", "board", "release"]);
  const [, waiting] = JSON.parse(out).lanes;
  const cards = waiting.cards.map((card: { id: number; kind: string }) => [card.kind, card.id]);
  expect(cards.sort()).toEqual([
    ["story", 48213377],
    ["task", 10000377],
  ]);
  expect((await storytree(folder, ["list", "board:release", "sort:id", "--format", "ids"])).out).toBe(
    "48213377\n50000377\n",
  );
});
