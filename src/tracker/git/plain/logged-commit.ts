// A commit as `git log` shows it: in UTF-8 whatever it was written in, its people taken apart by git's rules.

import { commitFrom, timeOf } from "../commit-text.ts";
import type { Commit, Oid, Signature } from "../objects.ts";

/** The bytes of a commit object to what `git log --format` says of it. */
export function loggedCommit(oid: Oid, bytes: Buffer): Commit {
  // To git a commit is a C string.
  const end = bytes.indexOf(0);
  const text = textOf(end === -1 ? bytes : bytes.subarray(0, end));
  const head = text.slice(0, headEnd(text)).split("\n");
  const person = (role: string) =>
    signatureFrom(head.find((line) => line.startsWith(`${role} `))?.slice(role.length + 1));
  return { ...commitFrom(oid, text), author: person("author"), committer: person("committer") };
}

function headEnd(text: string): number {
  const end = text.indexOf("\n\n");
  return end === -1 ? text.length : end;
}

/** Commits are UTF-8 unless they say otherwise; an encoding that nobody knows is as good as none. */
function textOf(bytes: Buffer): string {
  const label = /^encoding (\S+)$/m.exec(bytes.toString("latin1").split("\n\n", 1)[0] ?? "")?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return bytes.toString("utf8");
  // To the web's decoders Latin-1 is Windows-1252.
  if (/^(?:iso-?8859-1|latin-?1)$/i.test(label)) return bytes.toString("latin1");
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

/** "Name <address> seconds zone"; without an address nobody is known, without a zone no time. */
function signatureFrom(line = ""): Signature {
  const match = /^([^<]*)<([^>]*)>/.exec(line);
  if (!match) return { name: "", email: "", time: null };
  const date = /^\s*(\d+)\s*[+-]\d+/.exec(line.slice(line.lastIndexOf(">") + 1));
  return { name: (match[1] ?? "").trimEnd(), email: match[2] ?? "", time: timeOf(date?.[1]) };
}
