// Which numbers of a shard are taken: by the base, and by every proposal that has been fetched.

import { placeOf, shardOf } from "../model/place.ts";
import { listShard } from "./find-record.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import { type GitRun, runGit } from "./git/process.ts";
import { isOid } from "./git/revision.ts";
import type { TreeFiles } from "./tree-files.ts";

/** Where proposals are found: this clone's own, other people's as hosts publish them. */
const prefixes = ["refs/heads/", "refs/remotes/", "refs/changes/", "refs/pull/", "refs/merge-requests/", "refs/for/"];

/** True when a story or task has this number, or a proposal gives it to one. */
export type TakenNumbers = (id: number) => boolean;

/** Looks up the shard of each number before it is asked about. */
export interface NumberSource {
  readonly shard: (shard: string) => Promise<TakenNumbers>;
}

export function numberSource(
  files: TreeFiles,
  git: { readonly run: GitRun; readonly objects: ObjectReader } | null,
): NumberSource {
  const known = new Map<string, Promise<Set<number>>>();
  const refs = git && allRefs(git.objects);
  const load = async (shard: string): Promise<Set<number>> => {
    const ids = new Set<number>();
    for await (const file of listShard(files, shard)) addNumber(ids, file.path);
    if (git && refs) await addProposed(ids, git.run, git.objects, await refs, shard);
    return ids;
  };
  return {
    async shard(shard) {
      let found = known.get(shard);
      if (!found) {
        found = load(shard);
        known.set(shard, found);
      }
      const ids = await found;
      return (id) => shardOf(id) === shard && ids.has(id);
    },
  };
}

async function allRefs(objects: ObjectReader): Promise<readonly Oid[]> {
  const refs = await objects.refs("refs/");
  const holding = refs.filter((ref) => prefixes.some((prefix) => ref.name.startsWith(prefix)));
  return [...new Set(holding.map((ref) => ref.oid))];
}

/** One question for the folder's tree in all of them: most have the very same one. */
async function addProposed(
  ids: Set<number>,
  run: GitRun,
  objects: ObjectReader,
  commits: readonly Oid[],
  shard: string,
): Promise<void> {
  if (commits.length === 0) return;
  const { output } = await runGit(run, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], {
    input: commits.map((oid) => `${oid}:stories/${shard}\n`).join(""),
  });
  const trees = new Set<Oid>();
  for (const line of output.toString("latin1").split("\n")) {
    const [oid = "", type] = line.split(" ");
    if (type === "tree" && isOid(oid)) trees.add(oid);
  }
  for (const tree of trees) {
    for await (const batch of objects.tree(tree))
      for (const { path } of batch) addNumber(ids, `stories/${shard}/${path}`);
  }
}

function addNumber(ids: Set<number>, path: string): void {
  const place = placeOf(path);
  if (place.kind === "story" || place.kind === "task") ids.add(place.id);
}
