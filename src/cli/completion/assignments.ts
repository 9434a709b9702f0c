// `set TARGET… KEY=VALUE`: the keys that the targets have, and the values that a key takes.

import { fieldForm, fieldNames } from "../../model/field-value.ts";
import { facts } from "../../model/generated/schema-facts.ts";
import { type Kind, namedKinds } from "../../model/place.ts";
import { findNumber } from "../../tracker/find-record.ts";
import type { Candidate } from "./candidate.ts";
import { fieldDescriptions } from "./field-descriptions.ts";
import type { Known } from "./known.ts";
import { prefixed, references } from "./references.ts";
import { choices, people, tags, types } from "./vocabulary.ts";

/** What a word of `set` may become: a target as long as there is no key, else keys, or the values of one. */
export async function setWords(
  known: Known,
  word: string,
  given: readonly string[],
  isQuery: boolean,
  now: number,
): Promise<Candidate[]> {
  const assignment = /^([a-z][a-z0-9_-]*?)(\+=|-=|=)(.*)$/s.exec(word);
  const targets = given.filter((each) => !/^[a-z][a-z0-9_-]*[+-]?=/.test(each));
  const kinds = isQuery ? (["task", "story"] as const) : await kindsOf(known, targets);
  if (assignment) {
    const [, key = "", operator = "=", text = ""] = assignment;
    return prefixed(`${key}${operator}`, await valuesOf(known, kinds, key, text, now));
  }
  const keys = keysOf(known, kinds);
  if (isQuery) return keys;
  const wantsTarget = targets.length === 0 || /^[#\d]/.test(word) || word.includes("/");
  return wantsTarget ? references(known, word, now) : keys;
}

/** The kinds of records that are named; both a story's and its task's where the number alone does not tell whose field is meant. */
async function kindsOf({ tracker }: Known, targets: readonly string[]): Promise<readonly Kind[]> {
  const kinds = new Set<Kind>();
  for (const target of targets.slice(0, 20)) {
    const kind = target.split("/")[0] ?? "";
    const number = /^(?:#|task\/|story\/)?([1-9]\d{0,7})$/.exec(target)?.[1];
    const named = namedKinds.find((each) => each === kind);
    if (named) kinds.add(named);
    else if (/\/\d{8}T\d{6}Z-/.test(target)) kinds.add("comment");
    else if (number === undefined || (await findNumber(tracker.files, Number(number)))?.kind !== "task")
      for (const each of ["story", "task"] as const) kinds.add(each);
    else kinds.add("task");
  }
  return [...kinds];
}

function keysOf({ config, tracker }: Known, kinds: readonly Kind[]): Candidate[] {
  return kinds.flatMap((kind) => {
    const { immutable, restricted } = facts[kind];
    const about = fieldDescriptions(kind);
    return fieldNames(kind, config)
      .filter((key) => !immutable.includes(key) && (tracker.visibility === "restricted" || !restricted.includes(key)))
      .flatMap((key) => {
        const text = config?.fields?.[key]?.description ?? config?.fields?.[key]?.title ?? about.get(key);
        const operators = fieldForm(kind, key, config)?.isList ? ["+=", "-=", "="] : ["="];
        return operators.map((operator) => ({ value: `${key}${operator}`, ...(text ? { about: text } : {}) }));
      });
  });
}

/** Of a list, the item behind the last comma. */
async function valuesOf(
  known: Known,
  kinds: readonly Kind[],
  key: string,
  text: string,
  now: number,
): Promise<Candidate[]> {
  for (const kind of kinds) {
    const form = fieldForm(kind, key, known.config);
    if (!form) continue;
    const before = form.isList ? text.slice(0, text.lastIndexOf(",") + 1) : "";
    const items = before.split(",");
    const found = await valuesAt(known, kind, key, text.slice(before.length), form.isList, now);
    return prefixed(
      before,
      found.filter(({ value }) => !items.includes(value)),
    );
  }
  return [];
}

async function valuesAt(known: Known, kind: Kind, key: string, word: string, isList: boolean, now: number) {
  const pointer = isList ? `/${key}/*` : `/${key}`;
  const { enums, types: forms, references: refs } = facts[kind];
  const declared = known.config?.fields?.[key]?.schema;
  const listed = enums[pointer] ?? declared?.enum ?? declared?.items?.enum;
  if (listed) return choices(listed.map(String));
  if (forms[pointer] === "boolean" || declared?.type === "boolean") return choices(["true", "false"]);
  if (key === "type" && (kind === "story" || kind === "template")) return types(known);
  if (key === "reason") return choices(reasons);
  const ref = refs.find((each) => each.pointer === pointer)?.ref;
  switch (ref) {
    case "person-or-team":
      return [{ value: "me", about: "you" }, ...(await people(known, word))];
    case "story-or-task":
      return references(known, word, now, ["story", "task"]);
    case "story":
      return references(known, word, now, ["story"]);
    case "tag":
      return tags(known);
    case "person":
    case "team":
    case "project":
    case "group":
    case "milestone":
    case "list":
      return known.names(ref, word);
    default:
      return [];
  }
}

/** The usual ones; any other word will do. */
const reasons = ["wontfix", "duplicate", "opinion", "expired", "postponed"];
