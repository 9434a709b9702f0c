// A file of the tracker as text: its front matter as a value, its body, and the place of any field.

import { isAscii, isUtf8 } from "node:buffer";
import { type BadCharacter, badInBody, badInFrontMatter } from "./characters.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { limits } from "./limits.ts";
import { positionAt, type Range, rangeAt, type Span } from "./position.ts";
import { decodeUtf8 } from "./utf8.ts";
import { parseFull, type YamlFault, type YamlNode } from "./yaml-full.ts";
import { parsePlain, plainOutline } from "./yaml-plain.ts";

export interface Matter {
  readonly path: string;
  /** Everything above the body, the `---` lines too; of a .yaml file the whole text. */
  readonly head: string;
  /** The text below the front matter, apart from it: values cut out of the head do not keep it in memory. */
  readonly body: string;
  /** The front matter in the head, without its `---` lines. */
  readonly yaml: Span;
  /** Without the keys that have no value. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The top-level keys that have no value. */
  readonly empty: readonly string[];
  /** All of the file is known to be plain ASCII, which spares looking for what is not. */
  readonly isAscii?: boolean;
}

/** A value if the file could be read, and what was wrong with it. */
export type Read<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };

/** Reads a Markdown file with front matter, or a .yaml file that is all front matter. Never throws for content. */
export function readMatter(path: string, bytes: Uint8Array): Read<Matter> {
  return readQuickly(path, bytes) ?? readCarefully(path, bytes);
}

/** The way of nearly every file: nothing about it is unusual. Undefined for any other; then the careful way says why. */
function readQuickly(path: string, bytes: Uint8Array): Read<Matter> | undefined {
  if (bytes.length > limits.fileBytes || path.endsWith(".yaml")) return undefined;
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // 0x2d2d2d0a is "---\n".
  if (buffer.length < 8 || buffer.readUInt32BE(0) !== 0x2d2d2d0a) return undefined;
  const end = buffer.indexOf("\n---\n", 3, "latin1") + 1;
  if (end === 0 || end - 4 > limits.frontMatterBytes) return undefined;
  const ascii = isAscii(buffer);
  if (!ascii && !isUtf8(buffer)) return undefined;
  const encoding = ascii ? "latin1" : "utf8";
  const head = buffer.toString(encoding, 0, end + 4);
  const yaml = { start: 4, end: head.length - 4 };
  const front = head.slice(yaml.start, yaml.end);
  const plain = parsePlain(front);
  if (!plain || (!ascii && badInFrontMatter(front))) return undefined;
  const body = buffer.toString(encoding, end + 4);
  return badInBody(body, 0)
    ? undefined
    : { value: { path, head, body, yaml, data: plain.data, empty: plain.empty, isAscii: ascii }, diagnostics: none };
}

const none: readonly Diagnostic[] = [];

function readCarefully(path: string, bytes: Uint8Array): Read<Matter> {
  if (bytes.length > limits.fileBytes) {
    const message = `the file has ${bytes.length} bytes, more than the ${limits.fileBytes} a record may have`;
    return broken({ code: "file-too-large", message, path, hint: "attach long text instead" });
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    // What stands before it is text, so its columns count as everywhere.
    const before = Buffer.from(bytes.buffer, bytes.byteOffset, decoded.badByte).toString("utf8");
    const start = positionAt(before, before.length);
    const code = (bytes[decoded.badByte] ?? 0).toString(16).padStart(2, "0");
    const message = `byte 0x${code} is not UTF-8`;
    const range = { start, end: { line: start.line, column: start.column + 1 } };
    return broken({ code: "file-not-utf8", message, path, range, hint: "save the file as UTF-8" });
  }
  return readMatterText(path, decoded.text);
}

/** The same for text that is already decoded: an editor's buffer, a planned change. */
export function readMatterText(path: string, text: string): Read<Matter> {
  if (text.startsWith("\ufeff")) {
    const range = rangeAt(text, { start: 0, end: 1 });
    const message = "the file begins with a byte order mark";
    return broken({ code: "file-byte-order-mark", message, path, range, hint: "save it as UTF-8 without BOM" });
  }
  const firstEnd = text.indexOf("\n");
  if (firstEnd > 0 && text[firstEnd - 1] === "\r") return broken(carriageReturn(path, text, firstEnd - 1));

  const wholeIsYaml = path.endsWith(".yaml");
  const split = wholeIsYaml
    ? { ok: true as const, yaml: { start: 0, end: text.length }, body: text.length }
    : splitFrontMatter(text);
  if (!split.ok) {
    const { code, message, span, hint } = split;
    return broken({ code, message, path, range: rangeAt(text, span), hint });
  }
  const yaml = text.slice(split.yaml.start, split.yaml.end);
  if (yaml.length > limits.frontMatterBytes || Buffer.byteLength(yaml) > limits.frontMatterBytes) {
    const message = `front matter has more than ${limits.frontMatterBytes} bytes`;
    const range = rangeAt(text, { start: 0, end: 3 });
    return broken({ code: "front-matter-too-large", message, path, range, hint: "move prose into the body" });
  }
  const hidden = badInFrontMatter(yaml);
  if (hidden) return broken(hiddenCharacter(path, text, hidden, split.yaml.start));
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m.exec(yaml);
  if (conflict) {
    const at = split.yaml.start + conflict.index;
    const range = rangeAt(text, { start: at, end: at + 7 });
    const message = `"${conflict[0].trim()}" is a merge conflict left in the front matter`;
    return broken({ code: "conflict-marker", message, path, range, hint: "choose one side and delete the markers" });
  }

  const diagnostics = bodyDiagnostics(path, text, split.body);
  const parts = { path, head: text.slice(0, split.body), body: text.slice(split.body), yaml: split.yaml };
  const plain = parsePlain(yaml);
  if (plain) return { value: { ...parts, ...plain }, diagnostics };

  const full = parseFull(yaml);
  if (!full.data) {
    const found = full.faults.map((fault) => faultDiagnostic(path, text, fault, split.yaml.start));
    return { diagnostics: [...found, ...diagnostics] };
  }
  return { value: { ...parts, ...withoutEmpty(full.data) }, diagnostics };
}

function faultDiagnostic(path: string, text: string, fault: YamlFault, base: number): Diagnostic {
  const { code, message, span, hint } = fault;
  const range = rangeAt(text, { start: span.start + base, end: span.end + base });
  const diagnostic = { code, severity: "error" as const, message, path, range, ...(hint ? { hint } : {}) };
  if (!fault.isLimit) return diagnostic;
  // A limit is passed by all of the front matter together: its first line stands for it, the message says where it happened.
  const first = rangeAt(text, { start: 0, end: Math.min(3, text.indexOf("\n")) });
  return { ...diagnostic, message: `${message}, at line ${range.start.line}`, range: first };
}

function withoutEmpty(all: Readonly<Record<string, unknown>>): Pick<Matter, "data" | "empty"> {
  const empty = Object.keys(all).filter((key) => all[key] === null);
  return {
    empty,
    data: empty.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)),
  };
}

/** The whole front matter, null for a key without a value. */
export function valuesOf({ data, empty }: Matter): Readonly<Record<string, unknown>> {
  return { ...data, ...Object.fromEntries(empty.map((key) => [key, null])) };
}

/** The whole file. */
export function textOf(matter: Matter): string {
  return matter.head + matter.body;
}

/** The outline of the front matter, with offsets into its YAML. */
export function outlineOf(matter: Matter): YamlNode | undefined {
  const yaml = matter.head.slice(matter.yaml.start, matter.yaml.end);
  return parsePlain(yaml) ? plainOutline(yaml) : parseFull(yaml).root;
}

/**
 * The place of a field, as a JSON pointer ("/tags/2"): its value, or with "key" its key. A field that is not there is placed
 * at the front matter's first line; "" is that line itself.
 */
export function locate(matter: Matter, pointer: string, part: "value" | "key" = "value"): Range {
  const found = pointer === "" ? undefined : spanOfField(matter, pointer, part);
  return found ? rangeAt(matter.head, found) : firstLine(matter);
}

/** The place of something in the body. */
export function locateInBody(matter: Matter, span: Span): Range {
  const { length } = matter.head;
  return rangeAt(textOf(matter), { start: span.start + length, end: span.end + length });
}

/** The same as offsets into the head; undefined for a field that is not there. */
export function spanOfField(matter: Matter, pointer: string, part: "value" | "key"): Span | undefined {
  let node = outlineOf(matter);
  let key: Span | undefined;
  for (const name of pointer.slice(1).split("/").map(unescapePointer)) {
    // The last of two equal keys is the one that was written too much.
    const entry = node?.entries.findLast((candidate) => candidate.name === name);
    if (!entry) return undefined;
    node = entry.node;
    key = entry.key;
  }
  const span = part === "key" && key ? key : node && node.span.end > node.span.start ? node.span : (key ?? node?.span);
  return span && { start: span.start + matter.yaml.start, end: trimEnd(matter, span.end + matter.yaml.start) };
}

function trimEnd(matter: Matter, end: number): number {
  // A block collection's range runs into the line after it; nobody wants that underlined.
  return end > 0 && matter.head[end - 1] === "\n" ? end - 1 : end;
}

function firstLine(matter: Matter): Range {
  const start = positionAt(matter.head, matter.yaml.start);
  const lineEnd = matter.head.indexOf("\n", matter.yaml.start);
  return { start, end: positionAt(matter.head, lineEnd === -1 ? matter.head.length : lineEnd) };
}

export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function bodyDiagnostics(path: string, text: string, body: number): Diagnostic[] {
  const bad = badInBody(text, body);
  if (!bad) return [];
  return [bad.name === "U+000D" ? carriageReturn(path, text, bad.offset) : hiddenCharacter(path, text, bad, 0)];
}

function hiddenCharacter(path: string, text: string, bad: BadCharacter, base: number): Diagnostic {
  if (bad.name === "U+000D") return carriageReturn(path, text, base + bad.offset);
  const says = {
    control: "a control character",
    bidi: "a character that reorders text",
    invisible: "an invisible character",
  };
  const start = base + bad.offset;
  return {
    code: `${bad.kind}-character`,
    severity: "error",
    message: `${bad.name} is ${says[bad.kind]}`,
    path,
    range: rangeAt(text, { start, end: start + 1 }),
    hint: "delete it",
  };
}

function carriageReturn(path: string, text: string, offset: number): Diagnostic {
  return {
    code: "file-carriage-return",
    severity: "error",
    message: "the line ends in CR LF, where LF alone ends a line",
    path,
    range: rangeAt(text, { start: offset, end: offset + 1 }),
    hint: "save the file with Unix line ends",
  };
}

function broken(fault: Omit<Diagnostic, "severity">): { diagnostics: Diagnostic[] } {
  return { diagnostics: [{ severity: "error", ...fault }] };
}
