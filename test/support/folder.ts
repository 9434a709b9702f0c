// Temporary folders, real git repositories, and the files of the project.

import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));
export const tinyTracker = join(projectRoot, "test", "tiny-tracker");

const made: string[] = [];
// By a process of its own: thousands of small files take seconds to go, which no test has to wait for.
afterAll(() => {
  if (made.length > 0) spawn("rm", ["-rf", "--", ...made.splice(0)], { detached: true, stdio: "ignore" }).unref();
});

/** A new empty folder that goes when the test file is done. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "storytree-test-")));
  made.push(folder);
  return folder;
}

/** What git sees in tests: nobody's configuration, one identity, one clock. */
export const gitEnvironment: Record<string, string> = {
  PATH: process.env.PATH ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Alice",
  GIT_AUTHOR_EMAIL: "alice@example.org",
  GIT_COMMITTER_NAME: "Alice",
  GIT_COMMITTER_EMAIL: "alice@example.org",
  GIT_AUTHOR_DATE: "2026-03-01T12:00:00Z",
  GIT_COMMITTER_DATE: "2026-03-01T12:00:00Z",
};

export function git(
  folder: string,
  args: readonly string[],
  more: Record<string, string> = {},
  input?: string | Buffer,
): string {
  return execFileSync("git", [...args], {
    cwd: folder,
    env: { ...gitEnvironment, ...more },
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Writes files; null removes one. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    if (content === null) rmSync(place, { force: true });
    else {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  }
}

/** A repository with these files committed on main. */
export function newRepository(files: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = newFolder();
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  if (Object.keys(files).length > 0) commit(folder, files);
  return folder;
}

export function commit(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array | null>>,
  message = "Change",
  time?: string,
): string {
  writeFiles(folder, files);
  git(folder, ["add", "--all"]);
  const dates = time ? { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time } : {};
  git(folder, ["commit", "--quiet", "--allow-empty", "--message", message], dates);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

/** Every file below a folder, by its path in it. */
export function readFolder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** Paths at which two folders are different. */
export function differences(a: string, b: string): string[] {
  const [one, other] = [readFolder(a), readFolder(b)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    return !here || !there || !here.equals(there);
  });
}

/** A set of real data, or undefined when it is not on this machine; the test says so then. */
export function sharedData(path: string): string | undefined {
  const place = join(projectRoot, "..", "shared", path);
  return existsSync(place) ? place : undefined;
}
