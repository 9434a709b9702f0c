// A new tracker of every host is in order from its first commit, as it lies there and as a proposal on it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import { commit, git, newFolder, projectRoot, readFolder, writeFiles } from "../support/folder.ts";
import { hosts, newTracker } from "../support/new-tracker.ts";
import { storytree } from "../support/terminal.ts";

const variants = hosts.flatMap((host) => [[host, []] as const, [host, ["--restricted"]] as const]);

describe.each(variants)("a tracker on %s %j", (host, more) => {
  test("validates clean, and every file of it has its place", async () => {
    const folder = await newTracker(host, more);
    const head = git(folder, ["rev-parse", "HEAD"]).trim();
    expect(git(folder, ["status", "--porcelain"])).toBe("");
    const paths = git(folder, ["ls-files", "-z"])
      .split("\0")
      .filter((path) => path !== "");
    for (const path of paths) expect([path, placeOf(path).kind]).not.toEqual([path, "misplaced"]);
    for (const args of [["validate"], ["validate", "--rev", head], ["validate", "--base", head, "--rev", head]]) {
      expect(await storytree(folder, args)).toMatchObject({ exit: 0, out: "" });
    }
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(folder, { "people/alice.md": "---\nname: Alice\nidentities:\n  - github:alice\n---\n" }, "Add Alice");
    expect(await storytree(folder, ["validate", "--base", "main"])).toMatchObject({ exit: 0, out: "" });
  });

  test("has nothing left to fill in", async () => {
    const folder = await newTracker(host, more);
    const unfilled = [...readFolder(folder)].filter(
      ([path, bytes]) => !path.startsWith(".git/") && /%[A-Z]{3,}%/.test(bytes.toString()),
    );
    expect(unfilled.map(([path]) => path)).toEqual([]);
  });
});

test("what to do next is said, the gate of the host last", async () => {
  const folder = newFolder();
  const made = await storytree(folder, ["init", ".", "--name", "Acme", "--review", "plain"]);
  expect(made.err.split("\n").slice(1)).toEqual([
    "  next: add yourself in people/ and a project in projects/",
    "  next: storytree validate",
    "  next: install hooks/pre-receive in the bare repository on the server, as its first lines say",
    "",
  ]);
});

test("a tracker is not made twice, and a file that was there stays", async () => {
  const folder = newFolder();
  writeFiles(folder, { "README.md": "Ours.\n" });
  expect(await storytree(folder, ["init", ".", "--name", "Acme"])).toMatchObject({ exit: 0 });
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("Ours.\n");
  const head = git(folder, ["rev-parse", "HEAD"]);
  expect(await storytree(folder, ["init", ".", "--name", "Other"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("there is a tracker in this folder already"),
  });
  expect(git(folder, ["rev-parse", "HEAD"])).toBe(head);
});

test("the schemas in a tracker are the program's, and tracker.yaml points at its own", async () => {
  const folder = await newTracker("plain");
  expect(readFolder(join(folder, ".storytree", "schema"))).toEqual(readFolder(join(projectRoot, "schema")));
  const [first = ""] = readFileSync(join(folder, "tracker.yaml"), "utf8").split("\n");
  const named = /^# yaml-language-server: \$schema=(.+)$/.exec(first)?.[1] ?? "";
  expect(JSON.parse(readFileSync(join(folder, named), "utf8"))).toMatchObject({ title: "Tracker" });
});
