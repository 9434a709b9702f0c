// The room in which a change of files is made ready: one writer at a time, and what a killed one has left half done is finished.

import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../text/failure.ts";
import { repositoryAt } from "./git/repository.ts";

/** What is to be done once everything is staged: files moved to their places, others taken away (`staged` null). */
export type Steps = readonly { readonly path: string; readonly staged: string | null }[];

export interface WriteRoom {
  readonly folder: string;
  /** From here on the steps are done even if this process is killed: the next one does them. */
  readonly decide: (steps: Steps) => Promise<void>;
  /** They are not to be done after all. */
  readonly recall: () => Promise<void>;
}

/** Tries a twentieth of a second apart, for as long as somebody may take to write ten thousand files. */
const tries = 600;

/** Lets one writer at a time into a tracker's work tree. Failure "locked" when somebody else does not finish. */
export async function withWriteRoom<T>(root: string, work: (room: WriteRoom) => Promise<T>): Promise<T> {
  const folder = await placeOf(root);
  for (let attempt = 0; !(await enter(folder)); attempt += 1) {
    if (await isAbandoned(folder)) await clear(root, folder);
    else if (attempt >= tries) throw locked(folder);
    else await pause(50);
  }
  try {
    const steps = join(folder, "steps.json");
    return await work({
      folder,
      async decide(wanted) {
        await writeFile(`${steps}.new`, JSON.stringify(wanted));
        await rename(`${steps}.new`, steps);
      },
      recall: () => rm(steps, { force: true }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Finishes what a writer was killed in the middle of, if one was. */
export async function finishInterrupted(root: string): Promise<void> {
  const folder = await placeOf(root);
  if ((await exists(folder)) && (await isAbandoned(folder))) await clear(root, folder);
}

/** In the git directory, where nobody takes it for a file of theirs; beside the files where that lies on another disk or there is none. */
async function placeOf(root: string): Promise<string> {
  const gitDir = repositoryAt(root)?.gitDir;
  if (gitDir && (await stat(gitDir)).dev === (await stat(root)).dev) return join(gitDir, "storytree-writing");
  return join(root, ".storytree-writing");
}

async function enter(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cannotWrite(error);
  }
  try {
    await writeFile(join(folder, "writer"), `${hostname()} ${process.pid}`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw cannotWrite(error);
  }
  return true;
}

/** Whoever made it runs no more. One that has not said who it is yet is given a moment. */
async function isAbandoned(folder: string): Promise<boolean> {
  const writer = () => readFile(join(folder, "writer"), "utf8").catch(() => "");
  const [host, pid] = (await writer()).split(" ");
  // Of what runs on another machine that shares the disk nobody here can tell.
  if (pid !== undefined) return host === hostname() && !isRunning(Number(pid));
  await pause(500);
  return (await exists(folder)) && (await writer()) === "";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Taken aside first, which only one of several can do; then what had been decided is done. */
async function clear(root: string, folder: string): Promise<void> {
  const aside = `${folder}-${randomBytes(6).toString("hex")}`;
  try {
    await rename(folder, aside);
  } catch {
    return;
  }
  const decided = await readFile(join(aside, "steps.json"), "utf8").catch(() => "[]");
  for (const { path, staged } of JSON.parse(decided) as Steps) {
    const place = join(root, path);
    if (staged === null) await rm(place, { force: true });
    else {
      await mkdir(dirname(place), { recursive: true });
      // One that is not there any more was moved before the end came.
      await rename(join(aside, staged), place).catch(() => undefined);
    }
  }
  await rm(aside, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function locked(folder: string): Failure {
  return new Failure("locked", "somebody else is writing to this tracker", {
    hint: `wait for them to finish; if nobody is, remove "${folder}"`,
  });
}

/** Why files cannot be written, and that nothing was. */
export function cannotWrite(cause: unknown): Failure {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is used up",
    EACCES: "permission was denied",
    EPERM: "permission was denied",
    EROFS: "the disk is read-only",
  };
  return new Failure("write-failed", `the change could not be written: ${reasons[code ?? ""] ?? code ?? message}`, {
    hint: "nothing was changed; make room or mend the permissions, then run it again",
    cause,
  });
}
