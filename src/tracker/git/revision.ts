// Which revisions and refs are let near git: a grammar of our own, checked before any library or program sees them.

import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import type { Repository } from "./repository.ts";

const oid = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function isOid(text: string): boolean {
  return oid.test(text);
}

/** A branch, tag, remote branch, HEAD, or (part of) an id, with ~N and ^N behind it. Throws Failure "bad-revision". */
export function checkRevision(revision: string): string {
  const name = revision.replace(/(?:[~^]\d{0,6})*$/, "");
  if (name.length > 0 && revision.length <= 250 && isRefName(name)) return revision;
  throw new Failure("bad-revision", `${quote(revision)} is not a revision`, {
    hint: 'name a branch, a tag, HEAD, or a commit id, such as "origin/main" or "HEAD~1"',
  });
}

/** True for what git accepts as a ref's name, less what libraries have stumbled over. */
export function isRefName(name: string): boolean {
  // The second expression takes a millisecond to compile, which every command would wait for.
  if (!/^\w[\w./+@#%=-]*$/.test(name) && !/^[\p{L}\p{N}_][\p{L}\p{N}_./+@#%=-]*$/u.test(name)) return false;
  if (name.includes("..") || name.includes("//") || name.includes("@{") || name === "@") return false;
  return name
    .split("/")
    .every(
      (part) => part !== "" && !part.startsWith(".") && !/(?:\.lock|\.)$/.test(part) && !part.startsWith("__proto__"),
    );
}

/** True for the name of a ref as git itself stores it (what `git check-ref-format` lets pass), or of one beside HEAD. */
export function isStoredRefName(name: string): boolean {
  if (/^[A-Z_]+$/.test(name)) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (!name.startsWith("refs/") || /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\.$/.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

/** Why a revision is not found here, and what to do about it. */
export function unknownRevision({ shallow }: Repository, revision: string): Failure {
  return new Failure("unknown-revision", `there is no commit ${quote(revision)} here`, {
    hint: shallow
      ? "this clone is shallow: fetch more with `git fetch --unshallow`"
      : revision === "HEAD"
        ? "the repository has no commit yet"
        : "fetch it first, or check its spelling",
  });
}
