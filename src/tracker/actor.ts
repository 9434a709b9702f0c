// Who proposes a change: a name or an identity that the review host vouches for, looked up among the base's people.

import { createHash } from "node:crypto";
import { isSlug } from "../model/place.ts";
import type { Actor } from "../model/policy-match.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import { recordsAt } from "./records-at.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface ActorSource {
  readonly files: TreeFiles;
  /** Only a restricted tracker keeps addresses. */
  readonly restricted: boolean;
  /** The address of the head commit's committer. */
  readonly committer: string | undefined;
}

// Hosts on which two spellings are one account.
const foldsCase = new Set(["github", "gitlab", "gitea", "forgejo", "launchpad", "mail"]);

/**
 * `wish`: a person's name, an identity such as "github:alice" or "mail:alice@example.org", or "committer" for the head commit's
 * committer. An identity that nobody has, that two have, or whose person is disabled is an actor without a person. Failure
 * "unknown-actor" for a name that is nobody's.
 */
export async function resolveActor(wish: string, source: ActorSource): Promise<Actor> {
  if (wish === "committer") {
    if (!source.committer) throw unknown(`there is no commit whose committer could be asked`);
    return byIdentity(mailIdentity(source.committer), source.committer, source);
  }
  const colon = wish.indexOf(":");
  if (colon > 0) {
    const address = /^mail:(.+@.+)$/.exec(wish)?.[1];
    return byIdentity(address === undefined ? wish : mailIdentity(address), address, source);
  }
  const path = `people/${wish}.md`;
  const person = isSlug(wish) ? (await recordsAt(source.files, [path])).get(path) : undefined;
  if (person?.kind !== "person") throw unknown(`there is no person ${quote(wish)} in the base`);
  return person.data.disabled === true
    ? { identities: [], taken: true }
    : { person: person.name, identities: [], taken: true };
}

async function byIdentity(identity: string, address: string | undefined, source: ActorSource): Promise<Actor> {
  const email = source.restricted ? address?.toLowerCase() : undefined;
  const found = [];
  for (const record of (await recordsAt(source.files, ["people"])).values()) {
    if (record.kind !== "person") continue;
    const { identities = [], email: theirs } = record.data;
    if (identities.some((each) => sameIdentity(each, identity)) || (email && theirs?.toLowerCase() === email))
      found.push(record);
  }
  const [only] = found;
  const known = found.length === 1 && only?.data.disabled !== true ? { person: only?.name as string } : {};
  return { ...known, identities: [identity], ...(email ? { email } : {}), taken: found.length > 0 };
}

/** How people write an address without showing it: "mail:" and the SHA-256 of its lower-case form. */
export function mailIdentity(address: string): string {
  return `mail:${createHash("sha256").update(address.toLowerCase()).digest("hex")}`;
}

/** Whether two identities are one account. */
export function sameIdentity(a: string, b: string): boolean {
  if (a === b) return true;
  return foldsCase.has(a.slice(0, a.indexOf(":"))) && a.toLowerCase() === b.toLowerCase();
}

function unknown(message: string): Failure {
  return new Failure("unknown-actor", message, {
    hint: "--actor takes a person's name, an identity such as github:alice, or committer",
  });
}
