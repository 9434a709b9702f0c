// Clones of trackers: fit for their size, whole or not there at all, and never through a program that an address names.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newServer } from "../support/clones.ts";
import { commit, git, gitEnvironment, newFolder, newRepository, sharedData } from "../support/folder.ts";
import { newLargeServer } from "../support/large-tracker.ts";
import { storytree } from "../support/terminal.ts";

const missing = (folder: string) =>
  git(folder, ["rev-list", "--objects", "--all", "--missing=print"]).match(/^\?/gm)?.length ?? 0;

describe("storytree clone", () => {
  test.each([
    ["filters", "true"],
    ["no filters", "false"],
  ])("a small tracker is checked out whole, from a server with %s", async (_, allowFilter) => {
    const server = newServer();
    git(server, ["config", "uploadpack.allowFilter", allowFilter]);
    const folder = newFolder();
    const { exit, out, err } = await storytree(folder, ["clone", `file://${server}`]);
    expect([exit, out]).toEqual([0, ""]);
    expect(err).toContain(`${folder}/tracker: 220 files\n`);
    const clone = join(folder, "tracker");
    expect(git(clone, ["status", "--porcelain", "--branch"])).toBe("## main...origin/main\n");
    expect(missing(clone)).toBe(0);
    expect(git(clone, ["config", "--list", "--local"])).not.toMatch(/promisor|partialclone/);
    git(clone, ["fsck"]);
    expect(readdirSync(folder)).toEqual(["tracker"]);
    expect(existsSync(join(clone, ".git/hooks/pre-push"))).toBe(true);
    expect(await storytree(clone, ["set", "48213377", "triage=triaged", "--as", "hugo"])).toMatchObject({ exit: 0 });
  });

  test("of a large tracker no file is written and no text fetched; every command works", async () => {
    const folder = newFolder();
    const { exit, err } = await storytree(folder, ["clone", `file://${newLargeServer()}`, "here"]);
    expect(exit).toBe(0);
    expect(err).toContain("here: without a checkout, for it has more than 20000 files; every command works in it\n");
    const clone = join(folder, "here");
    expect(readdirSync(clone)).toEqual([".git"]);
    expect(missing(clone)).toBe(1);
    const set = await storytree(clone, ["set", "10000042", "triage=triaged", "--as", "alice"]);
    expect(set).toMatchObject({ exit: 0, err: expect.stringContaining("on proposal/10000042") });
    expect(git(clone, ["diff", "--stat", "main", "proposal/10000042"])).toContain("1 file changed");
  });

  test("a folder here is a repository like any other", async () => {
    const server = newServer();
    const { exit } = await storytree(join(server, ".."), ["clone", "tracker.git", "it"]);
    expect(exit).toBe(0);
    expect(git(join(server, "..", "it"), ["remote", "get-url", "origin"])).toBe(`file://${server}\n`);
  });

  test("what holds no tracker, or where something is already, leaves nothing behind", async () => {
    const folder = newFolder();
    const other = newRepository({ "README.md": "# Code\n" });
    for (const url of [other, newRepository()]) {
      const { exit, err } = await storytree(folder, ["clone", url, "x"]);
      expect(exit).toBe(2);
      expect(err).toContain(`there is no tracker in "file://${url}" [not-a-tracker]`);
    }
    const nowhere = await storytree(folder, ["clone", `file://${folder}/nowhere.git`, "x"]);
    expect(nowhere).toMatchObject({ exit: 2, err: expect.stringContaining("does not appear to be a git repository") });
    expect(readdirSync(folder)).toEqual([]);
    const taken = await storytree(folder, ["clone", newServer(), "."]);
    expect(taken.exit).toBe(0);
    expect(await storytree(folder, ["clone", other, "."])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[folder-taken]"),
    });
  });

  test("interrupted, it leaves nothing; what a killed one has left goes with the next", async () => {
    const folder = newFolder();
    const started = newFolder();
    const stop = new AbortController();
    const watcher = watch(started, () => stop.abort());
    const variables = { ...gitEnvironment, GIT_SSH_COMMAND: `sh -c 'touch "${started}/now"; exec cat'` };
    const outcome = await storytree(folder, ["clone", "git@example.org:tracker.git"], { variables, stop: stop.signal });
    watcher.close();
    expect(outcome).toMatchObject({ exit: 2, err: expect.stringContaining("[interrupted]") });
    expect(readdirSync(folder)).toEqual([]);
    // No process has this number: it is above what Linux gives out.
    mkdirSync(join(folder, ".storytree-clone-99999999-tracker", ".git"), { recursive: true });
    mkdirSync(join(folder, `.storytree-clone-${process.pid}-other`));
    expect((await storytree(folder, ["clone", newServer(), "tracker"])).exit).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([`.storytree-clone-${process.pid}-other`, "tracker"]);
  });
});

describe("an address", () => {
  const ofSharedData = () => {
    const path = sharedData("badinputs/121-ext-transport-url.json");
    if (!path) return [];
    const { args } = JSON.parse(readFileSync(path, "utf8")) as { args: string[] };
    return [(args.at(-1) ?? "").replaceAll("/tmp/PWNED", "PWNED")];
  };
  test.each([
    "ext::sh -c touch% PWNED",
    "fd::17",
    "transport::https://example.org/x",
    "--upload-pack=touch PWNED",
    "-u",
    "ssh://-oProxyCommand=touch%20PWNED/x",
    "ssh://git@-oProxyCommand=x/y",
    "-oProxyCommand=x@host:y",
    "git@-oProxyCommand:x",
    "git@host:-x",
    "https://example.org/a\u0000b",
    "https://example.org/a\nb",
    "https://example.org/a b",
    "ftp://example.org/x",
    "javascript://example.org/x",
    ...ofSharedData(),
  ])("%j is refused before git sees it", async (url) => {
    const folder = newFolder();
    const variables = { ...gitEnvironment, XDG_CACHE_HOME: join(folder, "cache") };
    const given = [["clone", "--", url, "x"]];
    // What begins with a dash, or looks like neither address nor program, is a folder's name after -C.
    if (/^[a-z]+:(?::|\/\/)|^\w+@/.test(url)) given.push(["-C", url, "list"]);
    for (const args of given) {
      const { exit, out, err } = await storytree(folder, args, { variables });
      expect([exit, out], err).toEqual([2, ""]);
      expect(err).toContain("is not an address that a tracker is fetched from [bad-url]");
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync("/tmp/PWNED")).toBe(false);
  });
});

describe("-C URL", () => {
  test("clones into the cache, fetches the next time, and makes do without the network", async () => {
    const server = newServer();
    const source = join(newFolder(), "source");
    git(newFolder(), ["clone", "--quiet", server, source]);
    const cache = newFolder();
    const variables = { ...gitEnvironment, XDG_CACHE_HOME: cache };
    const url = `file://${server}`;
    const at = (...args: string[]) => storytree(newFolder(), ["-C", url, ...args], { variables });
    const first = await at("list", "id:48213377", "--format", "{triage}");
    expect([first.exit, first.out, first.err]).toEqual([0, "confirmed\n", "1 story\n"]);
    const [name = "", ...more] = readdirSync(join(cache, "storytree"));
    expect([name, more]).toEqual([expect.stringMatching(/^tracker-[0-9a-f]{12}$/), []]);
    expect(missing(join(cache, "storytree", name))).toBe(0);

    const path = "stories/377/48213377/story.md";
    const text = readFileSync(join(source, path), "utf8");
    commit(source, { [path]: text.replace("triage: confirmed", "triage: triaged") });
    git(source, ["push", "--quiet", "origin", "main"]);
    expect((await at("list", "id:48213377", "--format", "{triage}")).out).toBe("triaged\n");

    const set = await at("set", "48213377", "triage=incomplete", "--as", "hugo");
    expect(set).toMatchObject({ exit: 0, err: expect.stringContaining("on proposal/48213377") });

    renameSync(server, `${server}.away`);
    const offline = await at("list", "id:48213377", "--format", "{triage}");
    expect([offline.exit, offline.out]).toEqual([0, "incomplete\n"]);
    expect(offline.err).toContain(`${url} cannot be reached, so what was fetched before is used`);
    const never = await storytree(newFolder(), ["-C", `file://${server}-2`, "list"], { variables });
    expect(never.exit).toBe(2);
    expect(readdirSync(join(cache, "storytree"))).toEqual([name]);
  });

  test("needs a place for it", async () => {
    const variables = { PATH: gitEnvironment.PATH ?? "" };
    const { exit, err } = await storytree(newFolder(), ["-C", "https://example.org/t.git", "list"], { variables });
    expect([exit, err]).toEqual([2, expect.stringContaining("hint: set XDG_CACHE_HOME, or make a clone")]);
  });

  test("an address that may hold a password is shown without it", async () => {
    const variables = { ...gitEnvironment, XDG_CACHE_HOME: newFolder(), GIT_TERMINAL_PROMPT: "0" };
    const { exit, err } = await storytree(newFolder(), ["-C", "http://bob:secret@127.0.0.1:1/t.git", "list"], {
      variables,
    });
    expect(exit).toBe(2);
    expect(err).not.toContain("secret");
  });
});
