// The program as it is built: kept compiled, and no worse off when what was kept fits no longer.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { originalStack } from "../../src/cli/original-stack.ts";
import { newFolder, projectRoot, tinyTracker } from "../support/folder.ts";

const keepsItself = "enableCompileCache" in (await import("node:module")).default;

test.skipIf(keepsItself)("what V8 compiled of it fits the bundle (skipped where Node.js keeps it itself)", () => {
  const dist = join(projectRoot, "dist");
  const source = readFileSync(join(dist, "storytree.js"), "latin1");
  const kept = readdirSync(dist).filter((name) => name.endsWith(".cache"));
  const commands = ["index", "list", "set", "show"];
  expect(kept.sort()).toEqual(["storytree.cache", ...commands.map((name) => `storytree.${name}.cache`)]);
  for (const name of kept) {
    const cachedData = readFileSync(join(dist, name));
    expect(new Script(source, { filename: join(dist, "storytree.js"), cachedData }).cachedDataRejected, name).toBe(
      false,
    );
  }
});

test("it imports nothing while it runs: kept compiled, it could not on Node.js 20", () => {
  expect(readFileSync(join(projectRoot, "dist", "storytree.js"), "latin1")).not.toMatch(/\bimport\("/);
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  // The fields that it declares are judged by a library that most commands do without.
  const args = [join(projectRoot, "bin", "storytree"), "-C", folder, "validate"];
  const { stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("Warning")]);
});

test.each([
  ["of another version", (dist: string) => keptIn(dist, (file) => writeFileSync(file, "what another version kept"))],
  ["not there", (dist: string) => keptIn(dist, (file) => rmSync(file))],
])("with what was kept %s, it starts all the same", (_, spoil) => {
  const folder = newFolder();
  for (const name of ["bin", "schema", "templates"])
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "dist"));
  for (const name of readdirSync(join(projectRoot, "dist")).filter((each) => !each.endsWith(".map")))
    cpSync(join(projectRoot, "dist", name), join(folder, "dist", name), { recursive: true });
  spoil(join(folder, "dist"));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(folder, "bin", "storytree"), ...args], { encoding: "utf8" });
  expect(run("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run("explain", "task-status")).toContain("task-status");
  expect(run("list", "--help")).toContain("storytree list");
});

function keptIn(dist: string, spoil: (file: string) => void): void {
  for (const name of readdirSync(dist).filter((each) => each.endsWith(".cache"))) spoil(join(dist, name));
}

test("not built, it says so", () => {
  const folder = newFolder();
  cpSync(join(projectRoot, "bin"), join(folder, "bin"), { recursive: true });
  const run = () =>
    execFileSync(process.execPath, [join(folder, "bin", "storytree"), "list"], { encoding: "utf8", stdio: "pipe" });
  expect(run).toThrow(/the program is not built yet\n {2}hint: run "npm ci && npm run build" in the clone/);
});

test("a fault in it is told by the lines of the sources", () => {
  const bundle = join(projectRoot, "dist", "storytree.js");
  const before = readFileSync(bundle, "latin1").split("this is a bug in storytree")[0]?.split("\n") ?? [];
  const place = `${bundle}:${before.length}:${before.at(-1)?.length}`;
  const told = originalStack(`Error: x\n    at ab (${place})\n    at async ${place}\n    at node:fs:1:2`);
  const line = readFileSync(join(projectRoot, "src", "cli", "run.ts"), "utf8")
    .split("\n")
    .findIndex((each) => each.includes("this is a bug in storytree"));
  expect(told.replace(/:\d+$/gm, "")).toBe(
    `Error: x\n    at src/cli/run.ts:${line + 1}\n    at src/cli/run.ts:${line + 1}\n    at node:fs:1`,
  );
});
