// The careful reader of front matter: everything the plain scan leaves, with a place for each value and each fault.

import { type Document, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Scalar } from "yaml";
import { badInValue } from "./characters.ts";
import { limits } from "./limits.ts";
import type { Span } from "./position.ts";

/** One value and where it stands; offsets are into the YAML text. */
export interface YamlNode {
  readonly kind: "scalar" | "list" | "map";
  /** Written in brackets, on one line mostly: `[a, b]`. */
  readonly flow: boolean;
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  /** The key of a mapping, the index of a list. */
  readonly name: string;
  /** The key itself; absent in a list. */
  readonly key?: Span;
  readonly node: YamlNode;
}

export interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly hint?: string;
  /** It is the whole that is too much; the span is where that was noticed. */
  readonly isLimit?: boolean;
}

export interface YamlReading {
  /** Present when there is no fault. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Present as far as it could be read, faults or not. */
  readonly root?: YamlNode;
  readonly faults: readonly YamlFault[];
}

/** Never throws for content; what YAML allows and we do not is a fault with its place. */
export function parseFull(yaml: string): YamlReading {
  const early = lookBefore(yaml);
  if (early) return { faults: [early] };
  const document = parseDocument(yaml, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
    logLevel: "error",
  });
  const faults = document.errors.slice(0, 1).map((error) => grammarFault(error.code, error.message, error.pos));
  if (faults.length > 0) return { faults };
  return readDocument(yaml, document);
}

/** Cheap bounds first: the parser is quadratic on some input and recursive on other. */
function lookBefore(yaml: string): YamlFault | undefined {
  let entries = 0;
  let depth = 0;
  const indents: number[] = [];
  let lineStart = 0;
  while (lineStart < yaml.length) {
    const found = yaml.indexOf("\n", lineStart);
    const lineEnd = found === -1 ? yaml.length : found;
    const lead = /^ *(?:[-?] +)*/.exec(yaml.slice(lineStart, Math.min(lineEnd, lineStart + 4096)))?.[0] ?? "";
    if (lead.length < lineEnd - lineStart) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead.length) indents.pop();
      indents.push(lead.length);
    }
    const dashes = lead.replace(/ /g, "").length;
    if (indents.length + dashes > limits.nesting) return tooDeep({ start: lineStart, end: lineEnd });
    entries += 1;
    for (let at = lineStart; at < lineEnd; at += 1) {
      const character = yaml.charCodeAt(at);
      if (character === 0x5b || character === 0x7b) depth += 1;
      else if ((character === 0x5d || character === 0x7d) && depth > 0) depth -= 1;
      else if (character === 0x2c && depth > 0) entries += 1;
      if (depth > limits.nesting) return tooDeep({ start: at, end: at + 1 });
    }
    if (entries > limits.frontMatterEntries) {
      const message = `front matter has more than ${limits.frontMatterEntries} lines and list items`;
      return { code: "front-matter-too-long", message, span: { start: lineStart, end: lineEnd }, isLimit: true };
    }
    lineStart = lineEnd + 1;
  }
  return undefined;
}

function tooDeep(span: Span): YamlFault {
  return {
    code: "front-matter-too-deep",
    message: `front matter is nested deeper than ${limits.nesting} levels`,
    span,
    isLimit: true,
  };
}

const grammarHints: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  BAD_INDENT: ["the indentation or a bracket does not close here"],
  BAD_SCALAR_START: ["a value cannot begin with this character", "put the value in double quotes"],
  BLOCK_AS_IMPLICIT_KEY: ['": " inside a value starts a mapping', "put the value in double quotes"],
  MULTIPLE_DOCS: ["front matter is one YAML document", 'remove the "..." or "---" line'],
  MISSING_CHAR: ["a quote, colon or bracket is missing here"],
  MULTILINE_IMPLICIT_KEY: ["a key must stand on one line", 'is a ":" missing after the key?'],
  TAB_AS_INDENT: ["a tab cannot indent", "use two blanks"],
};

function grammarFault(code: string, message: string, pos: readonly [number, number]): YamlFault {
  const [says, hint] = grammarHints[code] ?? [message.split("\n")[0] ?? message];
  return {
    code: "yaml-syntax",
    message: `front matter is not YAML: ${says}`,
    span: { start: pos[0], end: Math.max(pos[0], pos[1]) },
    ...(hint ? { hint } : {}),
  };
}

function readDocument(yaml: string, document: Document.Parsed): YamlReading {
  const faults: YamlFault[] = [];
  const top = document.contents;
  if (top !== null && (!isMap(top) || top.flow)) {
    const message = "front matter is not a mapping of keys to values";
    const span = spanOf(top.range);
    return { faults: [{ code: "yaml-not-a-mapping", message, span, hint: 'write "key: value" lines' }] };
  }
  const refuse = (code: string, message: string, span: Span, hint?: string) => {
    faults.push({ code, message, span, ...(hint ? { hint } : {}) });
  };

  // One walk makes the value and its outline together, so that neither can disagree with the other.
  const read = (node: unknown, fallback: Span): [unknown, YamlNode] => {
    const span = spanOf((node as { range?: readonly number[] } | null)?.range, fallback);
    const scalarNode: YamlNode = { kind: "scalar", flow: false, span, entries: [] };
    if (isAlias(node)) {
      refuse("yaml-anchor", "an alias (*name) is not used in a tracker", span, "write the value out");
      return [null, scalarNode];
    }
    const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
    if (anchor) refuse("yaml-anchor", "an anchor (&name) is not used in a tracker", span, "write the value out");
    if (tag) refuse("yaml-tag", `the tag "${tag.slice(0, 40)}" is not used in a tracker`, span, "remove the tag");
    if (isMap(node)) {
      const data: Record<string, unknown> = {};
      const entries: YamlEntry[] = [];
      for (const pair of node.items) {
        const name = readKey(pair.key, span);
        const key = spanOf((pair.key as { range?: readonly number[] } | null)?.range, span);
        const [value, child] = read(pair.value, { start: key.end, end: key.end });
        entries.push({ name: name ?? "", key, node: child });
        if (name === undefined) continue;
        if (Object.hasOwn(data, name)) {
          refuse("yaml-duplicate-key", `key "${name}" is written twice`, key, "keep one of the two");
        } else data[name] = value;
      }
      return [data, { kind: "map", flow: node.flow === true, span, entries }];
    }
    if (isSeq(node)) {
      const values: unknown[] = [];
      const entries: YamlEntry[] = [];
      for (const [index, item] of node.items.entries()) {
        // `[a: b]` is a pair standing in a list: a mapping of one key that nobody meant.
        if (isPair(item)) {
          refuse("yaml-syntax", "a list in brackets holds a key", span, "put the value in double quotes");
          continue;
        }
        const [value, child] = read(item, span);
        values.push(value);
        entries.push({ name: String(index), node: child });
      }
      return [values, { kind: "list", flow: node.flow === true, span, entries }];
    }
    if (!isScalar(node)) return [null, scalarNode];
    return [readScalar(node, span, refuse), scalarNode];
  };

  const readKey = (node: unknown, around: Span): string | undefined => {
    const span = spanOf((node as { range?: readonly number[] } | null)?.range, around);
    if (!isScalar(node) || typeof node.value !== "string") {
      if (isScalar(node) && (typeof node.value === "number" || typeof node.value === "boolean")) {
        refuse("yaml-key", `the key ${String(node.value)} is not a word`, span, "put the key in double quotes");
      } else refuse("yaml-key", "a key must be one word", span);
      return undefined;
    }
    if (node.anchor || node.tag) refuse("yaml-anchor", "a key carries no anchor or tag", span);
    if (node.value === "<<")
      refuse("yaml-anchor", "the merge key << is not used in a tracker", span, "write the keys out");
    if (["__proto__", "constructor", "prototype"].includes(node.value)) {
      refuse("yaml-key", `the key "${node.value}" is refused`, span);
      return undefined;
    }
    const bad = badInValue(node.value);
    if (bad) refuse(`${bad.kind}-character`, `a key holds ${bad.name}`, span, "remove the character");
    return node.value;
  };

  const whole = { start: 0, end: yaml.length };
  const [data, root] =
    top === null ? [{}, { kind: "map" as const, flow: false, span: whole, entries: [] }] : read(top, whole);
  faults.sort((a, b) => a.span.start - b.span.start);
  return faults.length > 0 ? { root, faults } : { root, data: data as Record<string, unknown>, faults };
}

type Refuse = (code: string, message: string, span: Span, hint?: string) => void;

function readScalar(node: Scalar, span: Span, refuse: Refuse): unknown {
  const { value, source } = node;
  if (typeof value === "string") {
    // Line breaks are for the schema to judge: a block scalar may hold them where the key allows it.
    const bad = badInValue(value.replaceAll("\n", " "));
    if (bad) {
      refuse(`${bad.kind}-character`, `the value holds ${bad.name}`, span, "remove the character");
    }
  } else if (typeof value === "number" && !Object.is(Number(source), Number.NaN) && losesDigits(value, source ?? "")) {
    const other = otherForm(value, source ?? "");
    if (other !== null) {
      const hint = `write ${other}, or put it in double quotes when it is text`;
      refuse("yaml-number", `"${source}" is not how a number is written here`, span, hint);
    } else
      refuse("yaml-number", `"${source}" would lose digits when read as a number`, span, "put it in double quotes");
  } else if (typeof value === "number" && !Number.isFinite(value)) {
    refuse("yaml-number", `"${source}" is not a number that can be kept`, span, "put it in double quotes");
  } else if (typeof value === "bigint") {
    refuse("yaml-number", `"${source}" would lose digits when read as a number`, span, "put it in double quotes");
  }
  return value;
}

function losesDigits(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return true;
  if (isOfOtherBase(source)) return !Number.isSafeInteger(value);
  return significant(source) !== significant(String(value)) || /[eE]/.test(source);
}

/** How a number that is written with an exponent is written without; null where that would not be all of it. */
function otherForm(value: number, source: string): string | null {
  const text = String(value);
  const isWhole = Number.isFinite(value) && !isOfOtherBase(source) && !/e/.test(text);
  return isWhole && significant(source) === significant(text) ? text : null;
}

const isOfOtherBase = (source: string) => /^[-+]?0[xo]/.test(source);

/** The digits that count. */
function significant(text: string): string {
  const digits = text.replace(/[eE].*$/, "").replace(/[-+.]/g, "");
  return digits.replace(/^0+|0+$/g, "");
}

function spanOf(range: readonly number[] | null | undefined, fallback: Span = { start: 0, end: 0 }): Span {
  return range ? { start: range[0] ?? 0, end: range[1] ?? range[0] ?? 0 } : fallback;
}
