// What merges bring: the tips of their branches, and who wrote it.

import type { Commit, ObjectReader, Oid, Signature } from "./objects.ts";

export type Tips = ReadonlyMap<Oid, Commit>;

/** The tips of the branches that some commits merged, by their ids. */
export async function tipsOf(objects: ObjectReader, merges: readonly { readonly commit: Commit }[]): Promise<Tips> {
  const tips = new Map<Oid, Commit>();
  const oids = new Set(merges.flatMap(({ commit }) => commit.parents.slice(1)));
  for await (const batch of objects.entries([...oids], { withChanges: false }))
    for (const { commit } of batch) tips.set(commit.oid, commit);
  return tips;
}

/** Those that one of these commits brought; none when it is no merge. */
export function broughtBy({ parents }: Commit, tips: Tips): readonly Commit[] {
  return parents.slice(1).flatMap((oid) => tips.get(oid) ?? []);
}

/** Who wrote a commit: its author, of a merge the author of its branch tip, of several tips all of theirs, once each. */
export function writerOf(
  { author }: Pick<Commit, "author">,
  tips: readonly Pick<Commit, "author">[],
): { readonly name: string; readonly signature: Signature | null } {
  const [first = { author }] = tips;
  const isOne = tips.every((tip) => tip.author.email === first.author.email);
  const names = new Set((tips.length > 0 ? tips : [{ author }]).map((each) => each.author.name));
  return { name: [...names].filter((name) => name !== "").join(", "), signature: isOne ? first.author : null };
}
