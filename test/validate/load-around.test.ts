// Which paths a change is about, when it is about so many that everything is listed.

import { expect, test } from "vitest";
import { within } from "../../src/validate/load-around.ts";

test("a path is in when it, or a folder it lies in, was asked for", () => {
  const isIn = within(new Set(["stories/001", "stories/002/12345002/story.md", "people/hugo.md", "tracker.yaml"]));
  const paths = [
    ["people/amina.md", false],
    ["people/hugo.md", true],
    ["stories/001/10000001/story.md", true],
    ["stories/001/10000001/tasks/10000002.md", true],
    ["stories/0011/x.md", false],
    ["stories/002/12345002/comments/x.md", false],
    ["stories/002/12345002/story.md", true],
    ["stories/002/12345002/tasks/1.md", false],
    ["stories/00/x", false],
    ["stories/001", true],
    ["tracker.yaml", true],
    ["README.md", false],
  ] as const;
  expect(paths.map(([path]) => [path, isIn(path)])).toEqual(paths);
  expect(paths.toReversed().map(([path]) => [path, isIn(path)])).toEqual(paths.toReversed());
});
