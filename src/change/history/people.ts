// The person of the tracker behind the author of a commit: by the mail address, else by the name when only one has it.

import type { Named } from "../../model/record.ts";
import { mailIdentity } from "../../tracker/actor.ts";
import type { Commit, Signature } from "../../tracker/git/objects.ts";

/** Who wrote a commit: its author, of a merge the author of its branch tip, of several tips all of theirs, once each. */
export function writerOf(
  { author }: Pick<Commit, "author">,
  tips: readonly Pick<Commit, "author">[],
): { readonly name: string; readonly signature: Signature | null } {
  const [first = { author }] = tips;
  const isOne = tips.every((tip) => tip.author.email === first.author.email);
  const names = new Set((tips.length > 0 ? tips : [{ author }]).map((each) => each.author.name));
  return { name: [...names].join(", "), signature: isOne ? first.author : null };
}

/** Finds people for signatures; undefined is nobody who is known here. */
export function personFinder(people: readonly Named<"person">[]): (author: Signature) => string | undefined {
  const byMail = new Map<string, string>();
  const byName = new Map<string, string | undefined>();
  for (const { name, data } of people) {
    for (const identity of data.identities ?? []) if (identity.startsWith("mail:")) byMail.set(identity, name);
    if (data.email) byMail.set(mailIdentity(data.email), name);
    byName.set(data.name, byName.has(data.name) ? undefined : name);
  }
  return ({ name, email }) => byMail.get(mailIdentity(email.trim())) ?? byName.get(name);
}
