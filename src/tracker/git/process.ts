// The one place where git plumbing is started: no shell, a clean environment, nothing of the repository's configuration is run.

import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { Readable, Writable } from "node:stream";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { gitMissing } from "./program.ts";
import { alternateEntry, quarantineOf } from "./quarantine.ts";
import type { Repository } from "./repository.ts";

/** The git program and the environment it may see. */
export interface GitProgram {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the environment says that a push waits to be judged; believed only as `quarantineOf` says. */
  readonly quarantine?: string;
  /** Where the user keeps their configuration; only what reads it gets to see this. */
  readonly configuration: Readonly<Record<string, string>>;
}

// An inherited GIT_DIR, GIT_CONFIG_* or GIT_EXTERNAL_DIFF would make git read or run something else than was asked for.
const allowed = ["PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP"];
const forConfiguration = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];

/** The git program as it is found in the environment given. */
export function gitProgram(variables: Readonly<Record<string, string | undefined>>): GitProgram {
  const environment = {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_PAGER: "cat",
  };
  const of = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])));
  const quarantine = variables.GIT_QUARANTINE_PATH;
  return {
    program: "git",
    environment: { ...environment, ...of(allowed) },
    configuration: of(forConfiguration),
    ...(quarantine ? { quarantine } : {}),
  };
}

const safely = [
  "--no-replace-objects",
  "--no-optional-locks",
  "--literal-pathspecs",
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "core.attributesFile=/dev/null"],
  ...["-c", "core.pager=cat"],
  ...["-c", "protocol.ext.allow=never"],
  ...["-c", "diff.external="],
  ...["-c", "submodule.recurse=false"],
  // What changes how plumbing tells of commits and trees: a merge that is not shown is one that nobody looks into.
  ...["-c", "diff.renames=false"],
  ...["-c", "diff.relative=false"],
  ...["-c", "diff.orderFile=/dev/null"],
  ...["-c", "diff.ignoreSubmodules=dirty"],
  ...["-c", "diff.submodule=short"],
  ...["-c", "log.diffMerges=separate"],
  ...["-c", "log.showRoot=true"],
  ...["-c", "log.follow=false"],
  ...["-c", "log.showSignature=false"],
  ...["-c", "log.mailmap=false"],
  ...["-c", "color.ui=false"],
];

export type GitChild = ChildProcessByStdio<Writable, Readable, Readable>;

export interface GitRun {
  readonly git: GitProgram;
  readonly repository: Repository;
}

/** Starts git; the caller reads its output. `inWorkTree` for the few commands that compare with files on disk. */
export function startGit(
  run: GitRun,
  args: readonly string[],
  options: Pick<CollectOptions, "inWorkTree" | "config" | "apart"> = {},
): GitChild {
  return spawnGit(run, args, options, "pipe") as GitChild;
}

/** The same with its output going to a file descriptor; the child's `stdout` is null. */
export function startGitInto(run: GitRun, args: readonly string[], descriptor: number): ChildProcess {
  return spawnGit(run, args, {}, descriptor);
}

/** A named pipe, which only a program can make. */
export async function makeFifo(path: string): Promise<void> {
  const child = spawn("mkfifo", ["-m", "600", path], { stdio: "ignore" });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`mkfifo ended with ${code}`))));
  });
}

function spawnGit(
  { git, repository }: GitRun,
  args: readonly string[],
  { inWorkTree = false, config = [], apart = false }: Pick<CollectOptions, "inWorkTree" | "config" | "apart">,
  output: "pipe" | number,
): ChildProcess {
  const place = [`--git-dir=${repository.gitDir}`];
  if (inWorkTree && repository.workTree) place.push(`--work-tree=${repository.workTree}`);
  const quarantine = quarantineOf({ git, repository });
  const pushed = quarantine === null ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: alternateEntry(quarantine) };
  const child = spawn(git.program, [...place, ...safely, ...config, ...args], {
    cwd: inWorkTree && repository.workTree ? repository.workTree : repository.gitDir,
    env: { ...git.environment, ...pushed },
    stdio: ["pipe", output, "pipe"],
    detached: apart,
    windowsHide: true,
  });
  // Where no more files may be open there are no pipes to it, and a fault that nobody listens for would end the whole process.
  if ((child.stdin as Writable | undefined) === undefined) {
    child.on("error", () => undefined);
    throw new Failure("git-failed", "git could not be started: this process may open no more files", {
      hint: "ask for less at a time, or allow more: ulimit -n",
    });
  }
  return child;
}

export interface CollectOptions {
  readonly inWorkTree?: boolean;
  /** More of git's own options, before the command: `-c`, `key=value`. */
  readonly config?: readonly string[];
  /** In a group of its own: when ours is killed, it still ends what it holds a lock for. */
  readonly apart?: boolean;
  /** When it cannot be had, git gets none, and what `runGit` promised fails as this did. */
  readonly input?: string | Uint8Array | Promise<string | Uint8Array>;
  /** The most bytes of output that are taken. */
  readonly cap?: number;
  /** Exit codes that are an answer; any other is a Failure. */
  readonly expect?: readonly number[];
  readonly milliseconds?: number;
  /** How much it stands back for others, as `nice` counts: 19 at most. */
  readonly niceness?: number;
}

/** Runs git to its end and collects what it wrote. Failure "git-failed" with git's own first line. */
export async function runGit(
  run: GitRun,
  args: readonly string[],
  options: CollectOptions = {},
): Promise<{ readonly output: Buffer; readonly code: number }> {
  const child = startGit(run, args, options);
  if (options.niceness !== undefined) standBack(child, options.niceness);
  const timer = setTimeout(() => child.kill("SIGKILL"), options.milliseconds ?? 120_000);
  child.stdin.on("error", () => undefined);
  const given = Promise.resolve(options.input).then(
    (input) => void child.stdin.end(input),
    (error) => {
      child.stdin.end();
      throw error;
    },
  );
  given.catch(() => undefined);
  const parts: Buffer[] = [];
  let size = 0;
  const cap = options.cap ?? 64 * 1024 * 1024;
  child.stdout.on("data", (part: Buffer) => {
    size += part.length;
    if (size > cap) child.kill("SIGKILL");
    else parts.push(part);
  });
  try {
    const code = await finished(child, args[0] ?? "git", options.expect ?? [0]);
    await given;
    return { output: Buffer.concat(parts), code };
  } catch (error) {
    if (size > cap) throw new Failure("git-too-much", `git ${args[0]} answered with more than ${cap} bytes`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Before it has threads: each of them takes this from the one that makes it. */
function standBack({ pid }: ChildProcess, niceness: number): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // It is over already, or the system does not let us.
  }
}

/** The output of git as text, less the line end at its end. */
export async function gitText(run: GitRun, args: readonly string[], options: CollectOptions = {}): Promise<string> {
  return (await runGit(run, args, options)).output.toString("utf8").replace(/\n$/, "");
}

/**
 * Options that switch off every content filter that the repository's configuration names: comparing a work tree's files with
 * the index would run them.
 */
export async function withoutFilters(run: GitRun): Promise<string[]> {
  const { output } = await runGit(run, ["config", "--null", "--name-only", "--get-regexp", "^filter\\."], {
    expect: [0, 1],
  });
  const keys = output.toString("utf8").split("\0");
  const names = new Set(keys.flatMap((key) => /^filter\.(.+)\.[^.]+$/s.exec(key)?.[1] ?? []));
  return [...names].flatMap((name) =>
    ["clean=", "smudge=", "process=", "required=false"].flatMap((setting) => ["-c", `filter.${name}.${setting}`]),
  );
}

/** Streams what git writes; ending the loop early ends git. */
export async function* streamGit(run: GitRun, args: readonly string[], input?: string): AsyncIterable<Buffer> {
  const child = startGit(run, args);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const end = finished(child, args[0] ?? "git", [0]);
  // Whoever leaves the loop early is not to be told that the killed child failed.
  end.catch(() => undefined);
  let complete = false;
  try {
    for await (const part of child.stdout) yield part as Buffer;
    complete = true;
  } finally {
    if (!complete) child.kill("SIGKILL");
  }
  await end;
}

/** Waits for the end of a child; Failure when it ended otherwise than expected. */
export function finished(child: ChildProcess, command: string, expect: readonly number[]): Promise<number> {
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    if (said.length < 4096) said += part.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.on("error", (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === "ENOENT"
          ? gitMissing(cause)
          : new Failure("git-failed", `git could not be started: ${cause.code}`, { cause }),
      );
    });
    child.on("close", (code, signal) => {
      if (code !== null && expect.includes(code)) return resolve(code);
      const line =
        said.split("\n").find((each) => each.trim() !== "") ??
        (signal ? `it was ended by ${signal}` : `exit code ${code}`);
      const reason = terminalText(line.replace(/^(?:fatal|error): /, "")).slice(0, 1000);
      reject(new Failure("git-failed", `git ${command} failed: ${reason}`, { data: { command, code, signal } }));
    });
  });
}
