// A commit object's text, taken apart; nothing in it is trusted to be well formed.

import type { Commit, Oid, Signature } from "./objects.ts";

export function commitFrom(oid: Oid, text: string): Commit {
  const end = text.indexOf("\n\n");
  const head = (end === -1 ? text : text.slice(0, end)).split("\n");
  const value = (name: string) => head.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? "";
  return {
    oid,
    tree: value("tree"),
    parents: head.filter((line) => line.startsWith("parent ")).map((line) => line.slice(7)),
    author: signatureFrom(value("author")),
    committer: signatureFrom(value("committer")),
    message: end === -1 ? "" : text.slice(end + 2),
  };
}

function signatureFrom(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> ?(-?\d+)?/.exec(text);
  return { name: match?.[1] ?? text, email: match?.[2] ?? "", time: timeOf(match?.[3]) };
}

/** Seconds since 1970 as digits; null for what no clock says. */
export function timeOf(text: string | undefined): number | null {
  const time = Number(text);
  return text && Number.isSafeInteger(time) && Math.abs(time) < 8.64e12 ? time : null;
}
