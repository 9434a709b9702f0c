// A planned change as a commit, made without a checkout and without an index. Of a few files the objects are written here, of many
// `git fast-import` writes them; one update moves the branch.

import { randomBytes } from "node:crypto";
import { Failure } from "../text/failure.ts";
import { type Change, effectiveFiles, type FileChange } from "./change.ts";
import { editTree } from "./git/edit-tree.ts";
import type { TreeReader } from "./git/few-entries.ts";
import { writeLooseObject } from "./git/loose-objects.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import { type GitRun, runGit } from "./git/process.ts";
import { isOid } from "./git/revision.ts";

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface CommitWish {
  readonly change: Change;
  /** The commit the new one stands on. */
  readonly parent: Oid;
  /** The tree that the change was planned from, when it is not the parent's: a commit is replaced then. */
  readonly tree: Oid | null;
  /** The whole message, with its trailers. */
  readonly message: string;
  readonly author: Person;
  /** Seconds since 1970; of the author when a commit is replaced, the old one's. */
  readonly authored: number;
  readonly committer: Person;
  readonly committed: number;
}

/** Where a commit is made. */
export interface CommitGround {
  readonly run: GitRun;
  /** What reads the repository that `run` writes to. */
  readonly objects: ObjectReader;
}

/** Up to so many files are written one by one; more would leave git a heap of small files. */
const fewFiles = 20;

/** Writes the commit's objects; no branch has moved yet. Returns the commit's id. */
export async function writeCommit({ run, objects }: CommitGround, wish: CommitWish): Promise<Oid> {
  const files = effectiveFiles(wish.change);
  const isFew = files.length <= fewFiles && objects.trees && !run.repository.shared;
  return (isFew ? await writeFew(run, objects.trees, files, wish) : undefined) ?? writeMany(run, files, wish);
}

/** Undefined when a tree is not here. */
async function writeFew(
  { repository }: GitRun,
  trees: TreeReader,
  files: readonly FileChange[],
  wish: CommitWish,
): Promise<Oid | undefined> {
  const blob = (content: string | Uint8Array) =>
    writeLooseObject(repository, "blob", typeof content === "string" ? Buffer.from(content) : content);
  const edits = new Map(files.map(({ path, after }) => [path, after === null ? null : blob(after)]));
  const from = wish.tree ?? `${wish.parent}^{tree}`;
  const tree = await editTree(trees, (bytes) => writeLooseObject(repository, "tree", bytes), from, edits);
  if (tree === undefined) return undefined;
  const { parent, message, author, authored, committer, committed } = wish;
  const head = [
    `tree ${tree}`,
    `parent ${parent}`,
    `author ${signature(author)} ${authored} +0000`,
    `committer ${signature(committer)} ${committed} +0000`,
  ];
  return writeLooseObject(repository, "commit", Buffer.from(`${head.join("\n")}\n\n${message}`));
}

async function writeMany(run: GitRun, files: readonly FileChange[], wish: CommitWish): Promise<Oid> {
  // fast-import wants to name what it makes; in the end the name is taken back, so that it never is one.
  const name = `refs/storytree/${randomBytes(8).toString("hex")}`;
  const { output } = await runGit(run, ["fast-import", "--quiet", "--date-format=raw"], {
    input: importStream(name, files, wish, run.repository.objectFormat === "sha256" ? 64 : 40),
    milliseconds: 600_000,
  });
  const oid = output.toString("latin1").trim();
  if (!isOid(oid)) throw new Failure("git-failed", "git fast-import named no commit");
  return oid;
}

/**
 * Moves a ref from what it was (null: not there) to a commit, or away. The commit may still be in the making, so that git starts
 * meanwhile; when that fails, nothing is moved. Failures: "concurrent-change" when it is elsewhere by now, "ref-locked" when another
 * git holds it, or held it when it was killed, "git-failed" for the rest.
 */
export async function moveRef(run: GitRun, ref: string, to: Oid | null | Promise<Oid>, was: Oid | null): Promise<void> {
  const nothing = "0".repeat(run.repository.objectFormat === "sha256" ? 64 : 40);
  try {
    await runGit(run, ["update-ref", "--stdin"], {
      input: Promise.resolve(to).then((oid) => `update ${ref} ${oid ?? nothing} ${was ?? nothing}\n`),
      config: ["-c", "core.filesRefLockTimeout=1000"],
      apart: true,
      milliseconds: 900_000,
    });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "git-failed") throw error;
    const { message: said } = error;
    if (/ but expected |: reference already exists|: unable to resolve reference/.test(said))
      throw new Failure("concurrent-change", `"${ref}" has moved since it was read`, { hint: "run the command again" });
    const lock = /Unable to create '(.+\.lock)': File exists/.exec(said)?.[1];
    if (lock === undefined) throw error;
    throw new Failure("ref-locked", `another git holds "${lock}"`, {
      hint: "run the command again when it is done; if none is at work there, one was killed: delete that file first",
    });
  }
}

function importStream(name: string, files: readonly FileChange[], wish: CommitWish, digits: number): Buffer {
  const { parent, tree, message, author, authored, committer, committed } = wish;
  const parts: (string | Uint8Array)[] = [
    `commit ${name}\nmark :1\n`,
    `author ${signature(author)} ${authored} +0000\n`,
    `committer ${signature(committer)} ${committed} +0000\n`,
    ...block(message),
    `from ${parent}\n`,
    // An empty path is the whole tree.
    ...(tree === null ? [] : [`M 040000 ${tree} ""\n`]),
  ];
  for (const { path, after } of files) {
    if (after === null) parts.push(`D ${quoted(path)}\n`);
    else parts.push(`M 100644 inline ${quoted(path)}\n`, ...block(after));
  }
  parts.push(`\nget-mark :1\nreset ${name}\nfrom ${"0".repeat(digits)}\n\ndone\n`);
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

function block(content: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return [`data ${bytes.length}\n`, bytes, "\n"];
}

function signature({ name, email }: Person): string {
  // What would end the line or the address early is left out, as git itself does.
  const plain = (text: string) => text.replace(/[<>\p{Cc}]/gu, "").trim();
  return `${plain(name)} <${plain(email)}>`;
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, "\\$&")}"`;
}
