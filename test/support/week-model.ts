// What a tracker says, field by field, and what merging two edits of it must give: worked out from the edits alone, without git.

import { parse } from "yaml";

/** A field's value, as JSON in one line; absent when the field is empty. Lists are in no order. */
export type Fields = Map<string, string>;

/** Records by an identity that moving and renaming do not change. */
export type State = Map<string, Fields>;

export function copied(state: State): State {
  return new Map([...state].map(([key, fields]) => [key, new Map(fields)]));
}

export function setValue(fields: Fields, key: string, value: unknown): void {
  const isEmpty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  if (isEmpty) fields.delete(key);
  else fields.set(key, JSON.stringify(Array.isArray(value) ? [...value].map(toText).sort() : value));
}

const toText = (item: unknown) => (typeof item === "string" ? item : JSON.stringify(item));

export function listOf(fields: Fields | undefined, key: string): string[] {
  return JSON.parse(fields?.get(key) ?? "[]") as string[];
}

export function fieldOf(fields: Fields | undefined, key: string): unknown {
  return JSON.parse(fields?.get(key) ?? "null");
}

/** A whole tracker as its files say it, read by another program's YAML. `uid` gives a record its identity. */
export function stateOf(files: ReadonlyMap<string, string>, uid: (path: string) => string): State {
  const state: State = new Map();
  for (const [path, text] of files) {
    if (path === "tracker.yaml") continue;
    if (!path.endsWith(".md")) {
      state.set(path, new Map([["content", JSON.stringify(text)]]));
      continue;
    }
    const [, head = "", body = ""] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? [];
    const fields: Fields = new Map([["path", JSON.stringify(path)]]);
    for (const [key, value] of Object.entries((parse(head) ?? {}) as Record<string, unknown>)) {
      if (key !== "lanes") setValue(fields, key, value);
      else {
        for (const [at, lane] of (value as Record<string, unknown>[]).entries())
          for (const [name, part] of Object.entries(lane)) setValue(fields, `lanes/${at}/${name}`, part);
      }
    }
    setValue(fields, "body", body);
    state.set(uid(path), fields);
  }
  return state;
}

export interface Merged {
  readonly state: State;
  /** Single values that both sides made different things of: these must conflict. */
  readonly conflicts: readonly string[];
  /** Lists, or records that one side made, which both sides changed: these may conflict. */
  readonly contested: readonly string[];
}

/** The merge of two states by the rules of three-way merging, for each field by itself; lists item by item. */
export function mergeStates(base: State, ours: State, theirs: State): Merged {
  const state: State = new Map();
  const conflicts: string[] = [];
  const contested: string[] = [];
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [was, mine, other] = [base.get(key), ours.get(key), theirs.get(key)];
    if (!mine || !other) {
      // Nothing is ever deleted here, so it is new on one side.
      state.set(key, new Map(mine ?? other));
      continue;
    }
    const fields: Fields = new Map();
    for (const field of new Set([...mine.keys(), ...other.keys()])) {
      const [b, m, t] = [was?.get(field), mine.get(field), other.get(field)];
      const value = m === t || t === b ? m : m === b ? t : both(b, m, t);
      if (value !== undefined) fields.set(field, value);

      function both(before?: string, one?: string, two?: string): string | undefined {
        const isList = [before, one, two].some((each) => each?.startsWith("["));
        (isList ? contested : conflicts).push(`${key} ${field}`);
        if (!isList) return two;
        const [from, left, right] = [before, one, two].map((each) => new Set(JSON.parse(each ?? "[]") as string[]));
        const items = [...new Set([...(left ?? []), ...(right ?? [])])].filter(
          (item) => (left?.has(item) && right?.has(item)) || !from?.has(item),
        );
        return items.length === 0 ? undefined : JSON.stringify(items.sort());
      }
    }
    state.set(key, fields);
  }
  return { state, conflicts, contested };
}

/** What a validation must find wrong with a state: numbers and milestones that nobody has, aliases that two have. */
export function problemsOf(state: State): string[] {
  const numbers = new Set<string>();
  const milestones = new Set<string>();
  for (const fields of state.values()) {
    const path = String(fieldOf(fields, "path"));
    const [, id] = /^stories\/\d+\/(?:(\d+)\/story|\d+\/tasks\/(\d+))\.md$/.exec(path)?.filter(Boolean) ?? [];
    if (id) numbers.add(id);
    const [, name] = /^milestones\/(.+)\.md$/.exec(path) ?? [];
    if (name) milestones.add(name);
  }
  const found: string[] = [];
  const aliases = new Set<string>();
  for (const [key, fields] of state) {
    for (const field of [...fields.keys()].filter((each) => /^(?:depends_on|items|lanes\/\d+\/items)$/.test(each)))
      for (const id of listOf(fields, field)) if (!numbers.has(id)) found.push(`${key} ${field} ${id}`);
    const milestone = fieldOf(fields, "milestone");
    if (milestone !== null && !milestones.has(String(milestone))) found.push(`${key} milestone ${milestone}`);
    for (const alias of listOf(fields, "aliases")) {
      if (aliases.has(alias)) found.push(`${key} alias ${alias}`);
      aliases.add(alias);
    }
  }
  return found;
}
