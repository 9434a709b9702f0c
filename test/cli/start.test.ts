// The program as it is built: kept compiled, and no worse off when what was kept fits no longer.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { newFolder, projectRoot } from "../support/folder.ts";

const keepsItself = "enableCompileCache" in (await import("node:module")).default;

test.skipIf(keepsItself)("what V8 compiled of it fits the bundle (skipped where Node.js keeps it itself)", () => {
  const dist = join(projectRoot, "dist");
  const source = readFileSync(join(dist, "storytree.js"), "latin1");
  const cachedData = readFileSync(join(dist, "storytree.cache"));
  const script = new Script(source, { filename: join(dist, "storytree.js"), cachedData });
  expect(script.cachedDataRejected).toBe(false);
});

test.each([
  ["of another version", (cache: string) => writeFileSync(cache, "what another version kept")],
  ["not there", (cache: string) => rmSync(cache, { force: true })],
])("with what was kept %s, it starts all the same", (_, spoil) => {
  const folder = newFolder();
  for (const name of ["bin", "schema", "templates"])
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "dist"));
  for (const name of readdirSync(join(projectRoot, "dist")).filter((each) => !each.endsWith(".map")))
    cpSync(join(projectRoot, "dist", name), join(folder, "dist", name), { recursive: true });
  spoil(join(folder, "dist", "storytree.cache"));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(folder, "bin", "storytree"), ...args], { encoding: "utf8" });
  expect(run("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run("explain", "task-status")).toContain("task-status");
});

test("not built, it says so", () => {
  const folder = newFolder();
  cpSync(join(projectRoot, "bin"), join(folder, "bin"), { recursive: true });
  const run = () =>
    execFileSync(process.execPath, [join(folder, "bin", "storytree"), "list"], { encoding: "utf8", stdio: "pipe" });
  expect(run).toThrow(/the program is not built yet\n {2}hint: run "npm ci && npm run build" in the clone/);
});
