// Records to files: canonical key order, the daily keys present even while empty.

import { emitMatter, type IsTime, type Plain } from "../text/emit.ts";
import type { Shape } from "../text/matter-edit.ts";
import { facts } from "./generated/schema-facts.ts";
import type { Kind } from "./place.ts";
import type { DataOf } from "./record.ts";

/** What an edit of this kind of file must know: key order, and which values are instants or days. */
export function shapeOf(kind: Kind): Shape {
  return shapes.get(kind) ?? remember(kind);
}

/** The text of a new file. Keys that are always written stand there empty; other empty ones are left out. */
export function newFile<K extends Exclude<Kind, "tracker">>(kind: K, data: DataOf[K], body: string): string {
  const { keys, isTime } = shapeOf(kind);
  const given = data as Readonly<Record<string, Plain | undefined>>;
  const always: readonly string[] = facts[kind].always;
  const ordered: Record<string, Plain> = {};
  for (const key of [...keys, ...Object.keys(given).filter((name) => !keys.includes(name))]) {
    const value = given[key];
    const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (!empty) ordered[key] = value;
    else if (always.includes(key)) ordered[key] = null;
  }
  return emitMatter(ordered, body, isTime);
}

const shapes = new Map<Kind, Shape>();

function remember(kind: Kind): Shape {
  const times = new Set<string>(facts[kind].times);
  const isTime: IsTime = (pointer) => times.has(pointer);
  const shape: Shape = { keys: facts[kind].keys, isTime };
  shapes.set(kind, shape);
  return shape;
}
