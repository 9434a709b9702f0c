// What no policy makes automatic: changes that would give somebody power, that speak in another's name, or that nobody can read.

import { dataOf, type FieldChange } from "./field-changes.ts";
import { facts } from "./generated/schema-facts.ts";
import { type Actor, actsAs, type Ground } from "./policy-match.ts";

/** Keys that decide who may do what: a rule that allows them without review would allow everything after it. */
const power: Readonly<Record<string, readonly string[]>> = {
  project: ["maintainers", "team"],
  person: ["identities"],
};

/** One sentence on why this change needs review whatever the policy says, or undefined. */
export function neverAuto(change: FieldChange, ground: Ground, actor: Actor | undefined): string | undefined {
  const { place, field, was, is } = change;
  switch (place.kind) {
    case "support":
      return "the files around the tracker are read by hosts and editors, some are run";
    case "misplaced":
      return "the file has no place in a tracker";
    case "tracker":
      return "configuration decides about everything else";
    case "team":
      return "who is in a team decides what its members may do";
    case "attachment":
      if (field !== "+") return "an attachment that is there does not change";
      return actsAs(ground.attachmentAuthor(place.story, place.name), ground, actor)
        ? undefined
        : "no new comment or story of the proposer names this attachment";
    default:
  }
  if (field === "file" || (field === "+" && !is) || (field === "-" && !was)) return "the file cannot be read";
  if (place.kind === "person" && !isOwnFile(place.name, change, ground, actor)) return "the file is somebody else's";
  if (power[place.kind]?.includes(field)) return `"${field}" decides who somebody is or what they may do`;
  if (place.kind === "project" && field === "+" && is && power.project?.some((key) => dataOf(is)[key] !== undefined))
    return "a new project names who decides about it";
  if (field !== "+" && facts[place.kind].immutable.includes(field))
    return `"${field}" does not change once it is written`;
  if (facts[place.kind].restricted.includes(field)) return `"${field}" decides who may see a private story`;
  return field === "+" ? inAnothersName(change, ground, actor) : undefined;
}

function isOwnFile(name: string, { field }: FieldChange, ground: Ground, actor: Actor | undefined): boolean {
  return ground.ownNew.has(name) || (field !== "+" && actor?.person === name);
}

function inAnothersName({ place, is }: FieldChange, ground: Ground, actor: Actor | undefined): string | undefined {
  const who = place.kind === "affects" ? place.name : is && "author" in is.data ? is.data.author : undefined;
  if (who === undefined || actsAs(who, ground, actor)) return undefined;
  return `it is written in the name of ${who}, who is not known to be the one proposing it`;
}
