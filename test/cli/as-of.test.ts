// What is asked as of a commit is judged at its time, however late it is asked.

import { expect, test } from "vitest";
import { openTracker } from "../../src/library/open-tracker.ts";
import { repositoryWith } from "../support/history.ts";
import { storytree } from "../support/terminal.ts";

const at = (text: string) => Date.parse(text) / 1000;
const { folder } = repositoryWith([
  {
    time: at("2020-01-02T00:00:00Z"),
    files: {
      "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
      "stories/113/113/story.md":
        "---\ntitle: First\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\ndue: 2020-02-01\n---\n",
    },
  },
  {
    time: at("2020-06-01T00:00:00Z"),
    files: {
      "README.md": "Nothing of the story.\n",
      "boards/late.md": '---\ntitle: Late\nlanes:\n  - title: Old\n    query: "updated:>180d"\n---\n',
    },
  },
]);

test.each([
  ["is:overdue", [], ["113"]],
  ["updated:>180d", [], ["113"]],
  ["updated:<3d", ["113"], []],
  ["created:<30d", ["113"], []],
])("%s", async (query, then, now) => {
  const listed = async (...args: string[]) =>
    (await storytree(folder, ["list", query, "--format", "ids", ...args])).out.split("\n").filter((id) => id !== "");
  expect([await listed("--rev", "HEAD~1"), await listed()]).toEqual([then, now]);
  const counted = async (...args: string[]) =>
    JSON.parse((await storytree(folder, ["--json", "stats", query, "--by", "status", ...args])).out).counts;
  expect(await counted("--rev", "HEAD~1")).toHaveLength(then.length);
  const past = await openTracker(folder, { rev: "HEAD~1" });
  expect(past.stories(query).total).toBe(then.length);
  past.close();
  const told = await openTracker(folder, { rev: "HEAD~1", now: () => Date.parse("2026-11-29T00:00:00Z") });
  expect(told.stories(query).total).toBe(now.length);
  told.close();
});

test("lanes of a board", async () => {
  const titles = async (...args: string[]) => (await storytree(folder, ["board", "late", ...args])).out.match(/First/g);
  expect([await titles("--rev", "HEAD"), await titles()]).toEqual([null, ["First"]]);
});
