// The person of the tracker behind the author of a commit: by the mail address, else by the name when only one has it.

import type { Named } from "../../model/record.ts";
import { mailIdentity } from "../../tracker/actor.ts";
import type { Signature } from "../../tracker/git/objects.ts";

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
