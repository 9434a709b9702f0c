// Edits of front matter that touch only the lines they mean to: key order, comments, quoting and spacing of the rest survive.

import type { TextEdit } from "./edit.ts";
import { emitEntry, emitItem, emitScalar, type IsTime, type Plain } from "./emit.ts";
import { type Matter, outlineOf } from "./matter.ts";
import type { Span } from "./position.ts";
import type { YamlEntry, YamlNode } from "./yaml-full.ts";

/** What an edit must know of a file's kind. */
export interface Shape {
  /** The keys in canonical order: a key that is not there yet goes after the nearest one before it. */
  readonly keys: readonly string[];
  readonly isTime: IsTime;
}

/** Sets one top-level key to a value; null empties it but leaves the key. */
export function setField(matter: Matter, key: string, value: Plain, shape: Shape): TextEdit[] {
  const entry = fieldOf(matter, key);
  if (!entry) return value === null ? [] : [insertKey(matter, key, value, shape)];
  const { node } = entry;
  const scalarBefore = node.kind === "scalar" && !text(matter, node.span).includes("\n");
  if (scalarBefore && (value === null || typeof value !== "object")) {
    const written = emitScalar(value, shape.isTime(`/${key}`));
    if (node.span.start < node.span.end) {
      // Emptying takes the blank before the value with it; a comment behind it stays.
      const start =
        written === "" ? matter.yaml.start + (entry.key?.end ?? 0) + 1 : matter.yaml.start + node.span.start;
      return [{ span: { start, end: matter.yaml.start + node.span.end }, text: written }];
    }
    if (written === "") return [];
    const after = matter.yaml.start + (entry.key?.end ?? 0) + 1;
    return [{ span: { start: after, end: blanksEnd(matter, after) }, text: ` ${written}` }];
  }
  return [{ span: linesOf(matter, entry), text: emitEntry(key, value, shape.isTime) }];
}

/** Removes one top-level key with its value. */
export function removeField(matter: Matter, key: string): TextEdit[] {
  const entry = fieldOf(matter, key);
  return entry ? [{ span: linesOf(matter, entry), text: "" }] : [];
}

/**
 * Adds an item to a list: in a sorted one before the first greater item, else at the end. Adding what is there already does
 * nothing. `key` may lead inside ("lanes/1/items"): its mapping must be there and not be written in brackets.
 */
export function addItem(matter: Matter, key: string, item: Plain, sorted: boolean, shape: Shape): TextEdit[] {
  const entry = fieldOf(matter, key);
  const present = listOf(matter, key);
  const same = JSON.stringify(item);
  if (present.some((other) => JSON.stringify(other) === same)) return [];
  if (!entry) return [insertKey(matter, key, [item], shape)];
  const place = sorted ? present.findIndex((other) => comesAfter(other, item)) : -1;
  const { node } = entry;
  if (node.kind !== "list" || node.entries.length === 0) {
    if (node.flow || node.span.start < node.span.end) return setField(matter, key, [...present, item], shape);
    const end = lineEnd(matter, matter.yaml.start + (entry.key?.end ?? 0));
    return [insertAt(end, emitItem(item, shape.isTime, `/${key}/*`, `${keyIndent(matter, entry)}  `))];
  }
  const before = place === -1 ? undefined : node.entries[place];
  const last = node.entries.at(-1) as YamlEntry;
  if (node.flow) {
    const written = typeof item === "object" ? JSON.stringify(item) : flowScalar(item);
    return before
      ? [insertAt(matter.yaml.start + before.node.span.start, `${written}, `)]
      : [insertAt(matter.yaml.start + last.node.span.end, `, ${written}`)];
  }
  const indent = itemIndent(matter, last);
  const lines = emitItem(item, shape.isTime, `/${key}/*`, indent);
  const at = before ? lineStart(matter, matter.yaml.start + before.node.span.start) : itemLines(matter, last).end;
  return [insertAt(at, lines)];
}

/** Removes every item equal to this one; the key stays, empty if need be. */
export function removeItem(matter: Matter, key: string, item: Plain): TextEdit[] {
  const entry = fieldOf(matter, key);
  const present = listOf(matter, key);
  const same = JSON.stringify(item);
  const kept = present.filter((other) => JSON.stringify(other) !== same);
  if (!entry || kept.length === present.length) return [];
  if (entry.node.flow || kept.length === 0) {
    return entry.node.flow && kept.length > 0
      ? [{ span: shift(matter, entry.node.span), text: `[${kept.map(flowItem).join(", ")}]` }]
      : entry.node.flow
        ? [emptied(matter, entry)]
        : entry.node.entries.map((child) => ({ span: itemLines(matter, child), text: "" }));
  }
  return entry.node.entries
    .filter((_, index) => JSON.stringify(present[index]) === same)
    .map((child) => ({ span: itemLines(matter, child), text: "" }));
}

/** A list on one line taken away, and the blank before it; a comment after it stays. */
function emptied(matter: Matter, entry: YamlEntry): TextEdit {
  const { start, end } = shift(matter, entry.node.span);
  const { length } = matter.head.slice(0, start).trimEnd();
  return { span: { start: length, end }, text: "" };
}

/** Replaces the body. */
export function setBody(matter: Matter, body: string): TextEdit[] {
  const ended = body === "" || body.endsWith("\n") ? body : `${body}\n`;
  if (matter.body === ended) return [];
  const { length } = matter.head;
  const opened = matter.head.endsWith("\n") ? ended : `\n${ended}`;
  return [{ span: { start: length, end: length + matter.body.length }, text: opened }];
}

/** The lines of one top-level key, as offsets into the text: from its first column to the end of its value's last line. */
export function linesOfField(matter: Matter, key: string): Span | undefined {
  const entry = fieldOf(matter, key);
  return entry && linesOf(matter, entry);
}

function insertKey(matter: Matter, key: string, value: Plain, shape: Shape): TextEdit {
  const root = outlineOf(matter) as YamlNode;
  const slash = key.lastIndexOf("/");
  if (slash !== -1) {
    const last = fieldOf(matter, key.slice(0, slash))?.node.entries.at(-1);
    if (!last) throw new Error(`there is no mapping to put ${key} into`);
    const lines = emitEntry(key.slice(slash + 1), value, shape.isTime, `/${key}`, keyIndent(matter, last));
    return insertAt(linesOf(matter, last).end, lines);
  }
  const rank = shape.keys.indexOf(key);
  const rankOf = (name: string) => {
    const found = shape.keys.indexOf(name);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  };
  const before = rank === -1 ? root.entries.at(-1) : root.entries.findLast((entry) => rankOf(entry.name) < rank);
  const at = before ? linesOf(matter, before).end : matter.yaml.start;
  return insertAt(at, emitEntry(key, value, shape.isTime));
}

function comesAfter(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? a > b : String(a) > String(b);
}

function fieldOf(matter: Matter, key: string): YamlEntry | undefined {
  let entry: YamlEntry | undefined;
  let entries = outlineOf(matter)?.entries;
  for (const name of key.split("/")) {
    entry = entries?.find((each) => each.name === name);
    entries = entry?.node.entries;
  }
  return entry;
}

function listOf(matter: Matter, key: string): readonly Plain[] {
  let value: unknown = matter.data;
  for (const name of key.split("/")) value = (value as Record<string, unknown> | undefined)?.[name];
  return Array.isArray(value) ? value : [];
}

/** The blanks that a key's line would begin with if it stood by itself. */
function keyIndent(matter: Matter, entry: YamlEntry): string {
  const at = matter.yaml.start + (entry.key?.start ?? 0);
  return " ".repeat(at - lineStart(matter, at));
}

function flowItem(item: Plain): string {
  return item === null || typeof item === "object" ? JSON.stringify(item) : flowScalar(item);
}

function flowScalar(item: string | number | boolean | null): string {
  const written = emitScalar(item, false);
  return typeof item === "string" && /[,[\]{}]/.test(written) && !/^["']/.test(written)
    ? JSON.stringify(item)
    : written;
}

function text(matter: Matter, span: Span): string {
  return matter.head.slice(matter.yaml.start + span.start, matter.yaml.start + span.end);
}

function shift(matter: Matter, span: Span): Span {
  return { start: matter.yaml.start + span.start, end: matter.yaml.start + span.end };
}

/** From the key's line to the end of the value's last line; comments between this key and the next belong to the next. */
function linesOf(matter: Matter, entry: YamlEntry): Span {
  const start = lineStart(matter, matter.yaml.start + (entry.key?.start ?? 0));
  return { start, end: valueLinesEnd(matter, entry) };
}

function itemLines(matter: Matter, entry: YamlEntry): Span {
  return { start: lineStart(matter, matter.yaml.start + entry.node.span.start), end: valueLinesEnd(matter, entry) };
}

function valueLinesEnd(matter: Matter, entry: YamlEntry): number {
  const { node } = entry;
  // A block collection ends where its last child does: its own range may run over comments that follow it.
  const last = !node.flow && node.kind !== "scalar" ? node.entries.at(-1) : undefined;
  if (last) return valueLinesEnd(matter, last);
  const end = matter.yaml.start + Math.max(node.span.end, entry.key?.end ?? 0);
  return end > matter.yaml.start && matter.head[end - 1] === "\n" ? end : lineEnd(matter, end);
}

function itemIndent(matter: Matter, entry: YamlEntry): string {
  const start = lineStart(matter, matter.yaml.start + entry.node.span.start);
  return /^ */.exec(matter.head.slice(start, start + 200))?.[0] ?? "  ";
}

function lineStart(matter: Matter, offset: number): number {
  return matter.head.lastIndexOf("\n", offset - 1) + 1;
}

/** Just after the LF that ends the line. */
function lineEnd(matter: Matter, offset: number): number {
  const end = matter.head.indexOf("\n", offset);
  return end === -1 ? matter.head.length : end + 1;
}

function blanksEnd(matter: Matter, offset: number): number {
  let end = offset;
  while (matter.head[end] === " ") end += 1;
  // Blanks before a comment keep their distance.
  return matter.head[end] === "#" ? offset : end;
}

function insertAt(offset: number, written: string): TextEdit {
  return { span: { start: offset, end: offset }, text: written };
}
