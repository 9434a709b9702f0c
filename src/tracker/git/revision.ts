// Which revisions and refs are let near git: a grammar of our own, checked before any library or program sees them.

import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";

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
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./+@#%=-]*$/u.test(name)) return false;
  if (name.includes("..") || name.includes("//") || name.includes("@{") || name === "@") return false;
  return name
    .split("/")
    .every(
      (part) => part !== "" && !part.startsWith(".") && !/(?:\.lock|\.)$/.test(part) && !part.startsWith("__proto__"),
    );
}
