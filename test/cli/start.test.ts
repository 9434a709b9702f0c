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
  const kept = readdirSync(dist).filter((name) => name.endsWith(".cache"));
  const commands = ["index", "list", "set", "show"];
  expect(kept.sort()).toEqual([
    ...commands.map((name) => `quick.${name}.cache`),
    ...["storytree.build.cache", "storytree.cache"],
  ]);
  for (const name of kept) {
    const filename = join(dist, `${name.split(".")[0]}.js`);
    const cachedData = readFileSync(join(dist, name));
    expect(new Script(readFileSync(filename, "latin1"), { filename, cachedData }).cachedDataRejected, name).toBe(false);
  }
});

test("the commonest commands are a program of their own, which does and says what the whole one does", () => {
  const program = join(projectRoot, "bin", "storytree");
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    return { status, stdout, stderr };
  };
  for (const args of [
    ["list", "status:review"],
    ["list", "statsu:review"],
    ["list", "--limti", "3"],
    ["list", "--json", "id:48213377"],
    ["show", "48213377"],
    ["show", "1"],
    ["show"],
    ["set", "48213377", "stauts=todo"],
    ["index"],
  ]) {
    const quick = run("-C", tinyTracker, ...args);
    // An option before the command leaves it to the whole program.
    expect(run("--no-pager", "-C", tinyTracker, ...args), args.join(" ")).toEqual(quick);
    expect(quick.stderr).not.toContain("bug");
  }
  // A folder may be called as a command is.
  const folder = join(newFolder(), "list");
  cpSync(tinyTracker, folder, { recursive: true });
  expect(run("-C", folder, "validate").status).toBe(0);
  expect(spawnSync(process.execPath, [program, "-C", "list", "validate"], { cwd: join(folder, "..") }).status).toBe(0);
  for (const help of ["--help", "-h"]) expect(run("list", help)).toEqual(run("--no-pager", "list", help));
});

test("it imports nothing while it runs: kept compiled, it could not on Node.js 20", () => {
  for (const name of ["storytree.js", "quick.js"])
    expect(readFileSync(join(projectRoot, "dist", name), "latin1")).not.toMatch(/\bimport\("/);
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
