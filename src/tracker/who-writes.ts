// Who is writing: the person of the tracker that stands behind the user of this machine.

import type { PersonData } from "../model/generated/types.ts";
import { isSlug, pathOf, placeOf } from "../model/place.ts";
import { readRecord } from "../model/read-record.ts";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { mailIdentity } from "./actor.ts";
import { findNamed } from "./find-record.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface WriterClues {
  /** `--as`. */
  readonly as?: string | undefined;
  /** git's storytree.person. */
  readonly configured?: string | undefined;
  /** git's user.email, or what stands in its place. */
  readonly email?: string | undefined;
}

/** The person who writes. Failure "nobody" with a sentence on how to add oneself. */
export async function whoWrites(files: TreeFiles, clues: WriterClues): Promise<string> {
  for (const [given, from] of [
    [clues.as, "--as"],
    [clues.configured, "git's storytree.person"],
  ] as const) {
    if (given === undefined) continue;
    const name = given.replace(/^person\//, "");
    if (isSlug(name) && (await findNamed(files, "person", name))) return name;
    const [renamed, ...more] = isSlug(name) ? await peopleFormerly(files, name) : [];
    if (renamed !== undefined && more.length === 0) return renamed;
    const guess = nearest(name, await peopleIn(files));
    const yourself = `storytree set --new person/${isSlug(name) ? name : "NAME"} "name=Your Name"`;
    throw new Failure("nobody", `there is no person ${quote(name)} here, whom ${from} names`, {
      hint: guess ? `did you mean "${guess}"?` : `if you are new, add yourself: ${yourself}`,
    });
  }
  const found = clues.email === undefined ? [] : await peopleWithAddress(files, clues.email);
  if (found.length === 1) return found[0] as string;
  if (found.length > 1)
    throw new Failure("nobody", `several people have your mail address: ${found.join(", ")}`, {
      hint: "say who you are: --as NAME, or git config storytree.person NAME",
    });
  const identity = clues.email === undefined ? "github:YOU" : mailIdentity(clues.email);
  throw new Failure("nobody", "the tracker does not know who you are", {
    hint: `say so with --as NAME or "git config storytree.person NAME"; if you are new, add yourself: storytree set --new person/NAME "name=Your Name" identities=${identity}`,
  });
}

async function peopleIn(files: TreeFiles): Promise<string[]> {
  const names: string[] = [];
  for await (const batch of files.listUnder?.(["people"]) ?? files.list()) {
    for (const { path } of batch) {
      const place = placeOf(path);
      if (place.kind === "person") names.push(place.name);
    }
  }
  return names;
}

function peopleWithAddress(files: TreeFiles, email: string): Promise<string[]> {
  const identity = mailIdentity(email);
  const address = email.trim().toLowerCase();
  return peopleWhere(files, [identity, "email:"], ({ identities = [], email: own, disabled }) => {
    return disabled !== true && (identities.includes(identity) || own?.toLowerCase() === address);
  });
}

/** Those who had this name before. */
function peopleFormerly(files: TreeFiles, name: string): Promise<string[]> {
  const alias = `person:${name}`;
  return peopleWhere(files, [alias], ({ aliases = [] }) => aliases.includes(alias));
}

/** The names of the people whom something fits; only files that hold one of these texts are read closely. */
async function peopleWhere(
  files: TreeFiles,
  texts: readonly string[],
  fits: (person: PersonData) => boolean,
): Promise<string[]> {
  const names = (await peopleIn(files)).map((name) => pathOf({ kind: "person", name }));
  const wanted = new Set(names);
  const entries = async function* () {
    for await (const batch of files.listUnder?.(["people"]) ?? files.list())
      yield batch.filter((file) => wanted.has(file.path));
  };
  const found: string[] = [];
  for await (const batch of files.read(entries(), limits.fileBytes)) {
    for (const { file, bytes } of batch) {
      // Most of a thousand people are somebody else: those are not worth parsing.
      const text = bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      if (!text || !texts.some((each) => text.includes(each))) continue;
      const place = placeOf(file.path);
      if (place.kind !== "person") continue;
      const record = readRecord(file.path, place, bytes).value;
      if (record?.kind === "person" && fits(record.data)) found.push(place.name);
    }
  }
  return found;
}
