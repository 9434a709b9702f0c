// The list of guards is true: each stands in the source once, and the test that catches it is there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../support/folder.ts";
import { guards } from "./guards.ts";

test.each(guards.map((each) => [each.what, each] as const))("%s", (_, { file, guard, broken, test: name, named }) => {
  const source = readFileSync(join(projectRoot, "src", file), "utf8");
  expect(source.split(guard).length - 1).toBe(1);
  expect(broken).not.toBe(guard);
  expect(readFileSync(join(projectRoot, "test", "private", name), "utf8")).toContain(named);
});
