// A revision to the commit it names, by the rules of `git rev-parse`.

import type { Oid } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { checkRevision, unknownRevision } from "../revision.ts";
import type { Objects } from "./read-object.ts";
import type { RefFiles } from "./ref-files.ts";

export interface RevisionSource {
  readonly repository: Repository;
  readonly objects: Objects;
  readonly refs: RefFiles;
  /** The parents that are known here: none where a shallow clone ends. */
  readonly parents: (commit: Oid) => Promise<readonly Oid[]>;
}

/** Failure "bad-revision" or "unknown-revision". */
export async function resolveRevision(source: RevisionSource, revision: string): Promise<Oid> {
  const checked = checkRevision(revision);
  const name = checked.replace(/(?:[~^]\d*)*$/, "");
  let commit = await namedCommit(source, name);
  for (const [, sign, digits] of checked.slice(name.length).matchAll(/([~^])(\d*)/g)) {
    const count = digits === "" ? 1 : Number(digits);
    if (sign === "~") for (let left = count; left > 0 && commit; left -= 1) commit = await parent(source, commit, 1);
    else if (commit && count > 0) commit = await parent(source, commit, count);
  }
  if (commit === null) throw unknownRevision(source.repository, revision);
  return commit;
}

async function parent(source: RevisionSource, commit: Oid, number: number): Promise<Oid | null> {
  const oid = (await source.parents(commit))[number - 1];
  return oid === undefined ? null : peelTo(source.objects, oid, "commit");
}

async function namedCommit({ objects, refs }: RevisionSource, name: string): Promise<Oid | null> {
  if (/^[0-9a-f]{40}$/i.test(name)) return peelTo(objects, name.toLowerCase(), "commit");
  for (const full of fullNames(name)) {
    const oid = refs.read(full);
    if (oid !== null) return peelTo(objects, oid, "commit");
  }
  // What `git describe` says ends in an abbreviated id: v1.0-3-g1a2b3c4.
  const short = /^(?:.*-g)?([0-9a-f]{4,39})$/i.exec(name)?.[1];
  return short === undefined ? null : abbreviated(objects, short.toLowerCase());
}

/** Where a short name is looked for, in git's order. */
function fullNames(name: string): string[] {
  const below = ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map((prefix) => prefix + name);
  return [name, ...below, `refs/remotes/${name}/HEAD`];
}

/** The one commit whose id begins so, or that the one tag leads to. */
async function abbreviated(objects: Objects, prefix: string): Promise<Oid | null> {
  const { stores } = objects;
  const ids = new Set([...stores.looseIds(prefix), ...stores.packs().flatMap((pack) => pack.index.idsWith(prefix))]);
  const found: Oid[] = [];
  for (const id of ids) {
    const type = (await objects.header(id))?.type;
    const commit = type === "commit" || type === "tag" ? await peelTo(objects, id, "commit") : null;
    if (commit !== null) found.push(commit);
    if (found.length > 1) return null;
  }
  return found[0] ?? null;
}

/** What an object leads to: a tag to what it tags, a commit to its tree; null when that is of another type or not here. */
export async function peelTo(objects: Objects, oid: Oid, wanted: "commit" | "tree"): Promise<Oid | null> {
  const seen = new Set<Oid>();
  for (let at = oid; !seen.has(at); ) {
    seen.add(at);
    const type = (await objects.header(at))?.type;
    if (type === wanted) return at;
    const word = type === "tag" ? "object" : type === "commit" && wanted === "tree" ? "tree" : null;
    const text = word && (await objects.read(at))?.bytes.toString("latin1", 0, 64);
    const next = text && new RegExp(`^${word} ([0-9a-f]{40})\n`).exec(text)?.[1];
    if (!next) return null;
    at = next;
  }
  return null;
}
