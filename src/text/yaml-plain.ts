// The fast reader of front matter: only what no two readers dispute; a property test holds it equal to `yaml`.

import { limits } from "./limits.ts";
import type { Span } from "./position.ts";
import type { YamlEntry, YamlNode } from "./yaml-full.ts";

const keyForm = /^[a-z][a-z0-9_-]*$/;
const wordKeys = new Set(["null", "true", "false"]);
const control = /[^\n\x20-\x7e\xa0-\uffff]/;
// A colon before a blank would be a key, a hash after one a comment.
const disputed = /: | #|:$/;
const number = /^(?:0|-?[1-9][0-9]{0,14})$/;
const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$/;
// A value that says it is none is unusual enough for the full reader.
const words: Readonly<Record<string, boolean | undefined>> = {
  ...{ null: undefined, Null: undefined, NULL: undefined },
  ...{ true: true, True: true, TRUE: true },
  ...{ false: false, False: false, FALSE: false },
};

type Plain = string | number | boolean;

export interface PlainMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** Top-level keys without a value; they are not in `data`. */
  readonly empty: readonly string[];
}

/** The mapping, or undefined when the text is not plain (or not right): then the full reader decides. */
export function parsePlain(yaml: string): PlainMatter | undefined {
  if (control.test(yaml) || !yaml.endsWith("\n")) return undefined;
  const data: Record<string, unknown> = {};
  const empty: string[] = [];
  // What an indented line belongs to: the empty key above it, the items begun there, the last of them when it is a mapping.
  let open = "";
  let items: unknown[] | undefined;
  let map: Record<string, unknown> | undefined;
  let lines = 0;
  for (let start = 0; start < yaml.length; ) {
    lines += 1;
    if (lines > limits.frontMatterEntries) return undefined;
    const end = yaml.indexOf("\n", start);
    if (yaml.charCodeAt(start) !== 0x20) {
      if (open !== "" && !items) empty.push(open);
      const colon = entry(yaml, start, end, data);
      if (colon === -1) return undefined;
      open = colon + 1 === end ? yaml.slice(start, colon) : "";
      if (open !== "" && empty.includes(open)) return undefined;
      items = undefined;
      map = undefined;
    } else if (yaml.startsWith("  - ", start)) {
      if (open === "") return undefined;
      const isFirst = items === undefined;
      if (items === undefined) {
        items = [];
        data[open] = items;
      }
      const item = plainValue(yaml, start + 4, end);
      if (item !== undefined) {
        if (map) return undefined;
        items.push(item);
      } else {
        if (!isFirst && !map) return undefined;
        map = {};
        const colon = entry(yaml, start + 4, end, map);
        if (colon === -1 || colon + 1 === end) return undefined;
        items.push(map);
      }
    } else {
      if (!map || !yaml.startsWith("    ", start)) return undefined;
      const colon = entry(yaml, start + 4, end, map);
      if (colon === -1 || colon + 1 === end) return undefined;
    }
    start = end + 1;
  }
  if (open !== "" && !items) empty.push(open);
  for (const key of empty) if (data[key] !== undefined) return undefined;
  return { data, empty };
}

/** The outline of a text that `parsePlain` has taken: the same that the full reader would draw. */
export function plainOutline(yaml: string): YamlNode {
  const root = growing("map", 0);
  // The list below a key without a value, and the mapping begun in it: they end where their last line does.
  let open: Growing | undefined;
  let list: Growing | undefined;
  let map: Growing | undefined;
  for (let start = 0; start < yaml.length; ) {
    const end = yaml.indexOf("\n", start);
    if (yaml.charCodeAt(start) !== 0x20) {
      const { key, name, value } = outlinedEntry(yaml, start, end);
      const node: Growing = { kind: "scalar", flow: false, span: value, entries: [] };
      root.entries.push({ name, key, node });
      // A key without a value at the very end ends the mapping with its colon.
      root.span.end = value.start === value.end ? value.end : end + 1;
      open = node;
      list = undefined;
      map = undefined;
    } else {
      if (yaml.startsWith("  - ", start)) {
        if (!list && open) {
          open.kind = "list";
          open.span = { start: start + 2, end };
          list = open;
        }
        const isScalar = plainValue(yaml, start + 4, end) !== undefined;
        map = isScalar ? undefined : growing("map", start + 4);
        const item = map ?? { kind: "scalar", flow: false, span: { start: start + 4, end }, entries: [] };
        list?.entries.push({ name: String(list.entries.length), node: item });
      }
      if (map) {
        const { key, name, value } = outlinedEntry(yaml, start + 4, end);
        map.entries.push({ name, key, node: { kind: "scalar", flow: false, span: value, entries: [] } });
        map.span.end = end + 1;
      }
      if (list) list.span.end = end + 1;
      root.span.end = end + 1;
    }
    start = end + 1;
  }
  return root;
}

/** A node whose end is still to come. */
interface Growing {
  kind: YamlNode["kind"];
  readonly flow: false;
  span: { start: number; end: number };
  readonly entries: YamlEntry[];
}

function growing(kind: YamlNode["kind"], start: number): Growing {
  return { kind, flow: false, span: { start, end: start }, entries: [] };
}

function outlinedEntry(yaml: string, start: number, end: number): { key: Span; name: string; value: Span } {
  const colon = yaml.indexOf(":", start);
  const key = { start, end: colon };
  return { key, name: yaml.slice(start, colon), value: { start: Math.min(colon + 2, end), end } };
}

/** Takes `key: value` into the mapping; returns where the colon stands, or -1 when the line is not plain. */
function entry(yaml: string, start: number, end: number, into: Record<string, unknown>): number {
  const colon = yaml.indexOf(":", start);
  if (colon === -1 || colon >= end) return -1;
  const key = plainKey(yaml.slice(start, colon));
  if (key === undefined || into[key] !== undefined) return -1;
  if (colon + 1 === end) return colon;
  const value = yaml.charCodeAt(colon + 1) === 0x20 ? plainValue(yaml, colon + 2, end) : undefined;
  if (value === undefined) return -1;
  into[key] = value;
  return colon;
}

// The few dozen keys of the format come again and again: each is judged once. A tracker's own are too few to matter.
const judged = new Map<string, string>();

function plainKey(key: string): string | undefined {
  const known = judged.get(key);
  if (known !== undefined) return known;
  if (!keyForm.test(key) || wordKeys.has(key)) return undefined;
  if (judged.size < 1_000) judged.set(key, key);
  return key;
}

// Names and statuses come again and again too: kept once, they neither fill the memory nor keep the file they came from in it.
const seen = new Map<string, string>();

function once(value: string): string {
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (seen.size < 20_000) seen.set(value, value);
  return value;
}

/** A scalar whose reading nobody disputes; undefined for any other. */
function plainValue(yaml: string, start: number, end: number): Plain | undefined {
  if (start >= end || yaml.charCodeAt(end - 1) === 0x20) return undefined;
  const first = yaml.charCodeAt(start);
  const value = yaml.slice(start, end);
  const isLetter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  if (isLetter || first === 0x28 || first === 0x2f || first >= 0xc0) {
    if (disputed.test(value)) return undefined;
    if (isLetter && value.length < 6 && Object.hasOwn(words, value)) return words[value];
    return value.length <= 24 && !value.includes(" ") && !value.includes(":") ? once(value) : value;
  }
  if (first === 0x22)
    return value.indexOf('"', 1) === value.length - 1 && value.length > 1 && !value.includes("\\")
      ? value.slice(1, -1)
      : undefined;
  if (first === 0x27)
    return value.indexOf("'", 1) === value.length - 1 && value.length > 1 ? value.slice(1, -1) : undefined;
  if (number.test(value)) return Number(value);
  return time.test(value) ? value : undefined;
}
