// Several writers at once, writers that are killed, disks that are full: an update is never lost, and a change is there as a whole or not at all.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newClone, newServer } from "../support/clones.ts";
import {
  commit,
  git,
  gitEnvironment,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  tinyTracker,
} from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const program = join(projectRoot, "bin", "storytree");
const task = "stories/482/35719482/tasks/48229482.md";

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

/** The program as a process of its own. */
function start(
  folder: string,
  args: readonly string[],
  more: object = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: gitEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
    ...more,
  });
  let err = "";
  child.stderr?.on("data", (part: Buffer) => {
    err += part.toString("utf8");
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, err }));
  });
  return { child, ended };
}

describe("at the same time", () => {
  test.each(["checkout", "bare"] as const)(
    "four processes change four fields of one record, and all land (%s)",
    async (kind) => {
      const folder = newClone(newServer(), kind, "hugo");
      const changes = ["status=review", "priority=high", "due=2027-01-31", "milestone=2026-2"];
      const ends = await Promise.all(changes.map((change) => start(folder, ["set", "48229482", change]).ended));
      expect(ends.map(({ code, err }) => [code, err.includes("nothing to change")])).toEqual(
        changes.map(() => [0, false]),
      );
      const text =
        kind === "checkout"
          ? readFileSync(join(folder, task), "utf8")
          : git(folder, ["show", `proposal/35719482:${task}`]);
      for (const line of ["status: review", "priority: high", "due: 2027-01-31", 'milestone: "2026-2"'])
        expect(text.split("\n")).toContain(line);
      if (kind === "bare") expect(git(folder, ["rev-list", "--count", "main..proposal/35719482"]).trim()).toBe("1");
      leavesNothing(folder);
    },
  );

  test("comments and new stories of several processes are all there", async () => {
    const folder = newClone(newServer(), "bare", "hugo");
    const commands = [
      ...["One", "Two", "Three"].map((text) => ["comment", "35719482", "-m", text]),
      ["new", "A story", "--no-similar", "--topic", "35719482"],
    ];
    const ends = await Promise.all(commands.map((args) => start(folder, args).ended));
    expect(ends.map((end) => end.code)).toEqual([0, 0, 0, 0]);
    expect(git(folder, ["diff", "--name-only", "main", "proposal/35719482"]).trim().split("\n")).toHaveLength(4);
  });
});

/** No file that only the writing needed, no ref that only the writing had. */
function leavesNothing(folder: string): void {
  const place = existsSync(join(folder, ".git")) ? join(folder, ".git") : folder;
  expect(readdirSync(place).filter((name) => name.includes("storytree-"))).toEqual([]);
  expect(git(folder, ["for-each-ref", "refs/storytree"])).toBe("");
}

/** A clone with many tasks that one command changes. */
function crowded(kind: "checkout" | "bare"): { folder: string; paths: string[] } {
  const folder = newClone(newServer(), kind === "bare" ? "checkout" : kind, "hugo");
  const text = readFileSync(join(folder, task), "utf8").replace("status: merged", "status: todo");
  const files = Object.fromEntries(
    Array.from({ length: 150 }, (_, at) => [`stories/482/35719482/tasks/${(20_000 + at) * 1000 + 482}.md`, text]),
  );
  commit(folder, files);
  if (kind === "checkout") return { folder, paths: Object.keys(files) };
  git(folder, ["push", "--quiet", "origin", "HEAD:main"]);
  const server = git(folder, ["remote", "get-url", "origin"]).trim().replace("file://", "");
  return { folder: newClone(server, "bare", "hugo"), paths: Object.keys(files) };
}

describe("killed in the middle", () => {
  test.each([
    ["while it makes ready", (place: string) => existsSync(place)],
    ["when it has decided", (place: string) => existsSync(join(place, "steps.json"))],
  ] as const)("a checkout has all of the change or none of it (%s)", async (_, isTime) => {
    const { folder, paths } = crowded("checkout");
    const place = join(folder, ".git", "storytree-writing");
    let priority = "";
    let signal: NodeJS.Signals | null = null;
    // On a busy machine all of it may be done before anybody has looked: then another change is killed.
    for (priority of ["wishlist", "low", "high", "critical"]) {
      const { child, ended } = start(folder, [
        "set",
        ...paths.map((path) => path.slice(-11, -3)),
        `priority=${priority}`,
      ]);
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (!isOver && !isTime(place)) await new Promise((resolve) => setImmediate(resolve));
      child.kill("SIGKILL");
      ({ signal } = await ended);
      if (signal !== null) break;
      git(folder, ["commit", "--quiet", "--all", "--message", priority]);
    }
    expect(signal).toBe("SIGKILL");
    // Whichever command comes next finds the one state or the other.
    const { exit, out } = await storytree(folder, ["validate"]);
    expect([exit, out]).toEqual([0, ""]);
    leavesNothing(folder);
    const done = paths.filter((path) => readFileSync(join(folder, path), "utf8").includes(`priority: ${priority}\n`));
    expect([0, paths.length]).toContain(done.length);
    expect(git(folder, ["status", "--porcelain", "-uall"]).trim().split("\n").filter(Boolean)).toHaveLength(
      done.length,
    );
    expect(await storytree(folder, ["set", "48229482", "status=review"])).toMatchObject({ exit: 0 });
  });

  test("at any moment, a clone without files has all of it or none", async () => {
    const { folder, paths } = crowded("bare");
    const args = ["set", ...paths.map((path) => path.slice(-11, -3)), "priority=wishlist"];
    const began = performance.now();
    expect((await start(folder, [...args, "--topic", "whole"]).ended).code).toBe(0);
    const whole = performance.now() - began;
    let killed = 0;
    for (let at = 1; at <= 4; at += 1) {
      const { child, ended } = start(folder, [...args, "--topic", `part-${at}`]);
      const timer = setTimeout(() => child.kill("SIGKILL"), (whole * at) / 4.5);
      if ((await ended).signal === "SIGKILL") killed += 1;
      clearTimeout(timer);
      const branch = git(folder, ["for-each-ref", `refs/heads/proposal/part-${at}`]);
      if (branch !== "") {
        const changed = git(folder, ["diff", "--name-only", "main", `proposal/part-${at}`])
          .trim()
          .split("\n");
        expect(changed).toHaveLength(paths.length);
      }
      leavesNothing(folder);
    }
    expect(killed).toBeGreaterThan(0);
    git(folder, ["fsck", "--connectivity-only"]);
    expect(await storytree(folder, ["set", "48229482", "status=review"])).toMatchObject({ exit: 0 });
  });

  test("what was decided is finished, what was not is forgotten, and the living are left alone", async () => {
    const { finishInterrupted, withWriteRoom } = await import("../../src/tracker/write-room.ts");
    const folder = newClone(newServer(), "checkout", "hugo");
    const place = join(folder, ".git", "storytree-writing");
    const gone = execFileSync(process.execPath, [
      "-e",
      "process.stdout.write(require('os').hostname() + ' ' + process.pid)",
    ]);
    const interrupted = (files: Record<string, string>) => {
      mkdirSync(place);
      for (const [name, text] of Object.entries({ writer: gone.toString(), ...files }))
        writeFileSync(join(place, name), text);
    };
    interrupted({ "0": "half\n" });
    await finishInterrupted(folder);
    expect(git(folder, ["status", "--porcelain"])).toBe("");
    const steps = [
      { path: "people/x.md", staged: "0" },
      { path: task, staged: null },
      { path: "people/moved.md", staged: "2" },
    ];
    interrupted({ "0": "---\nname: X\n---\n", "steps.json": JSON.stringify(steps) });
    await withWriteRoom(folder, async () => undefined);
    expect(git(folder, ["status", "--porcelain"])).toBe(` D ${task}\n?? people/x.md\n`);
    await withWriteRoom(folder, async (room) => {
      await finishInterrupted(folder);
      expect(existsSync(room.folder)).toBe(true);
    });
    expect(existsSync(place)).toBe(false);
  });
});

/** A small disk of its own, where the system allows to make one. */
function smallDisk(): string | undefined {
  const folder = newFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    return undefined;
  }
}

test("a full disk is said to be full, and nothing has changed", async (context) => {
  const disk = smallDisk();
  if (disk === undefined) return context.skip("no disk of one's own may be mounted here");
  try {
    execFileSync("cp", ["-r", `${tinyTracker}/.`, disk]);
    const file = join(newFolder(), "large.bin");
    writeFileSync(file, Buffer.alloc(7 * 1024 * 1024, 1));
    const before = readFolder(disk);
    const outcome = await storytree(disk, ["attach", "35719482", file, "--as", "hugo"]);
    expect(outcome).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("the disk is full [write-failed]"),
    });
    expect(outcome.err).toContain("nothing was changed; make room or mend the permissions, then run it again");
    expect(readFolder(disk)).toEqual(before);
  } finally {
    execFileSync("umount", [disk]);
  }
});

test("a full disk keeps nobody from reading, and nothing is left on it", async (context) => {
  const disk = smallDisk();
  if (disk === undefined) return context.skip("no disk of one's own may be mounted here");
  try {
    const clone = join(disk, "clone.git");
    const source = newRepository(Object.fromEntries(readFolder(tinyTracker)));
    commit(source, { "README.md": "More.\n" });
    git(disk, ["clone", "--quiet", "--bare", "--no-hardlinks", source, clone]);
    try {
      writeFileSync(join(disk, "fill"), Buffer.alloc(8 * 1024 * 1024, 1));
    } catch {
      // Full now.
    }
    const { exit, out, err } = await storytree(clone, ["list", "--limit", "0", "--format", "ids"]);
    expect({ exit, err, rows: out.trim().split("\n").length }).toEqual({ exit: 0, err: "41 stories\n", rows: 41 });
    const left = readdirSync(join(clone, "storytree")).filter((name) => name !== "lock");
    expect(left).toEqual([]);
    const before = await storytree(clone, ["list", "--rev", "HEAD~1", "--format", "ids"]);
    expect({ ...before, out: before.out.split("\n").sort() }).toEqual({ exit, err, out: out.split("\n").sort() });
    expect(readdirSync(join(clone, "storytree/at"))).toEqual([]);
  } finally {
    // Databases that were closed let go of their files when they are collected.
    execFileSync("umount", ["--lazy", disk]);
  }
});

test("a folder that may not be written is said to be so", async (context) => {
  const folder = newFolder();
  execFileSync("cp", ["-r", `${tinyTracker}/.`, folder]);
  const story = join(folder, "stories", "482", "35719482", "tasks");
  const isRoot = process.getuid?.() === 0;
  // The superuser may write everywhere: then it is somebody else who tries.
  execFileSync("chmod", ["-R", "a+rX", folder]);
  execFileSync("chmod", ["a+rwx", folder]);
  execFileSync("chmod", [isRoot ? "755" : "555", story]);
  const identity = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const probe = spawn(process.execPath, [program, "--version"], { ...identity, cwd: folder, stdio: "ignore" });
  const mayRun = await new Promise((resolve) => {
    probe.on("error", () => resolve(false));
    probe.on("close", (code) => resolve(code === 0));
  });
  if (!mayRun) return context.skip("nobody else may run the program from this folder");
  const { code, err } = await start(folder, ["set", "48229482", "status=review"], identity).ended;
  expect([code, err]).toEqual([2, expect.stringContaining("permission was denied [write-failed]")]);
  expect(readFileSync(join(folder, task))).toEqual(readFileSync(join(tinyTracker, task)));
  expect(existsSync(join(folder, ".storytree-writing"))).toBe(false);
});

test("Windows line ends in a text that is given are the editor's doing, not the writer's wish", async () => {
  const folder = newClone(newServer(), "checkout", "hugo");
  const file = join(newFolder(), "text.txt");
  writeFileSync(file, "One\r\n\r\nTwo\r\n");
  expect(await storytree(folder, ["edit", "35719482", "-F", file])).toMatchObject({ exit: 0 });
  expect(readFileSync(join(folder, "stories/482/35719482/story.md"), "utf8")).toMatch(/\n---\nOne\n\nTwo\n$/);
  const { out } = await storytree(folder, ["comment", "35719482", "-F", file]);
  const comment = `stories/482/35719482/comments/${out.trim()}.md`;
  expect(readFileSync(join(folder, comment), "utf8")).toBe("---\nauthor: hugo\n---\nOne\n\nTwo\n");
});

test("what somebody wrote in their editor is kept when it cannot be used", async () => {
  const folder = newClone(newServer(), "checkout", "hugo");
  const locked = "stories/482/35719482/story.md";
  commit(folder, { [locked]: readFileSync(join(folder, locked), "utf8").replace("due:\n", "due:\nlocked: true\n") });
  const variables = { ...gitEnvironment, GIT_EDITOR: "printf 'My long answer.' >" };
  const refused = await storytree(folder, ["comment", "35719482", "-e"], { variables });
  expect(refused).toMatchObject({ exit: 1, out: "" });
  expect(readFileSync(/what you wrote is in (\S+)/.exec(refused.err)?.[1] ?? "", "utf8")).toBe("My long answer.");

  const other = "stories/377/48213377/story.md";
  const script = join(newFolder(), "editor.sh");
  writeFileSync(
    script,
    `sed -i s/^title:.*/title:\\ Mine/ "$1"; sed -i s/^title:.*/title:\\ Theirs/ ${join(folder, other)}\n`,
  );
  const late = await storytree(folder, ["edit", "48213377"], {
    variables: { ...gitEnvironment, GIT_EDITOR: `sh ${script}` },
  });
  expect(late).toMatchObject({ exit: 2, err: expect.stringContaining("has changed since it was read") });
  expect(readFileSync(/what you wrote is in (\S+)/.exec(late.err)?.[1] ?? "", "utf8")).toContain("title: Mine");
  expect(readFileSync(join(folder, other), "utf8")).toContain("title: Theirs");
});
