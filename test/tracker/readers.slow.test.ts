// Both readers of git on many histories, and on the deepest tree: minutes, not seconds.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { all } from "../support/answers.ts";
import { newFolder, sharedData } from "../support/folder.ts";
import { readAlike, readers } from "../support/two-readers.ts";

test("histories and trees made at random are read alike", () => readAlike(60), 600_000);

test("a tree of three thousand levels is read alike", async ({ skip }) => {
  const folder = sharedData("badinputs");
  const file = folder && join(folder, "113-tree-3000-levels-deep.sh");
  if (!file || !existsSync(file)) return skip("../shared/badinputs is not here");
  const place = join(newFolder(), "hostile");
  execFileSync("bash", [file, place], { stdio: "ignore" });
  const { program, plain } = readers(place);
  const commit = await plain.resolve("main");
  expect(await all(plain.tree(commit))).toEqual(await all(program.tree(commit)));
});
