// The first-parent history of a commit, without what another commit already holds: the walk of `git log --first-parent A ^B`.

import type { Commit, Oid } from "../objects.ts";

export type ReadCommit = (oid: Oid) => Promise<Commit>;

/** Commits newest first; without `since` down to the root, and none is held for longer than it takes. */
export async function* firstParents(read: ReadCommit, from: Oid, since: Oid | null): AsyncIterable<Commit> {
  if (since !== null) {
    yield* await without(read, from, since);
    return;
  }
  for (let next: Oid | undefined = from; next !== undefined; ) {
    const commit: Commit = await read(next);
    yield commit;
    next = commit.parents[0];
  }
}

interface Seen {
  readonly commit: Commit;
  readonly date: number;
  /** Held by `since`. */
  unwanted: boolean;
}

/** Clocks go wrong: as git does, so many commits more are looked at once all seems decided. */
const slop = 5;

async function without(read: ReadCommit, from: Oid, since: Oid): Promise<readonly Commit[]> {
  const seen = new Map<Oid, Seen>();
  const queue: Seen[] = [];
  const add = async (oid: Oid, unwanted: boolean): Promise<void> => {
    const known = seen.get(oid);
    if (known) {
      if (unwanted) spread(seen, known);
      return;
    }
    const commit = await read(oid);
    const one: Seen = { commit, date: commit.committer.time ?? 0, unwanted };
    seen.set(oid, one);
    if (unwanted) for (const parent of commit.parents) spread(seen, seen.get(parent));
    // Newest first, and what is as old as another behind it.
    let at = queue.findIndex((each) => each.date < one.date);
    if (at === -1) at = queue.length;
    queue.splice(at, 0, one);
  };
  await add(from, false);
  await add(since, true);
  const wanted: Seen[] = [];
  let date = Number.POSITIVE_INFINITY;
  let left = slop;
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.unwanted) {
      for (const parent of next.commit.parents) await add(parent, true);
      const newest = queue[0];
      if (!newest) break;
      const undecided = date <= newest.date || queue.some((each) => !each.unwanted);
      left = undecided ? slop : left - 1;
      if (left === 0) break;
      continue;
    }
    wanted.push(next);
    date = next.date;
    const parent = next.commit.parents[0];
    if (parent !== undefined) await add(parent, false);
  }
  return wanted.filter((each) => !each.unwanted).map((each) => each.commit);
}

/** What an unwanted commit comes from is unwanted too, as far as it has been seen. */
function spread(seen: ReadonlyMap<Oid, Seen>, from: Seen | undefined): void {
  const stack = from ? [from] : [];
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.unwanted) continue;
    one.unwanted = true;
    for (const parent of one.commit.parents) {
      const known = seen.get(parent);
      if (known) stack.push(known);
    }
  }
}
