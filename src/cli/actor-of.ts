// `--actor WHO`: who proposes a change, among the people of its base.

import type { Actor } from "../model/policy-match.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import type { Visibility } from "../tracker/open.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";

export interface Proposal {
  readonly objects: ObjectReader;
  /** The base's. */
  readonly files: TreeFiles;
  /** The proposal's last commit, whose committer may be asked for. */
  readonly head: Oid | null;
  readonly visibility: Visibility;
}

export async function actorOf(wish: string, { objects, files, head, visibility }: Proposal): Promise<Actor> {
  const { resolveActor } = await import("../tracker/actor.ts");
  const committer = wish === "committer" && head ? (await objects.commit(head)).committer.email : undefined;
  return resolveActor(wish, { files, restricted: visibility === "restricted", committer });
}
