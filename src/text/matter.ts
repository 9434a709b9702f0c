// A file of the tracker as text: its front matter as a value, its body, and the place of any field.

import { type BadCharacter, badInBody, badInFrontMatter } from "./characters.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { limits } from "./limits.ts";
import { positionAt, type Range, rangeAt, type Span } from "./position.ts";
import { bytePosition, decodeUtf8 } from "./utf8.ts";
import { parseFull, type YamlNode } from "./yaml-full.ts";
import { parsePlain } from "./yaml-plain.ts";

export interface Matter {
  readonly path: string;
  readonly text: string;
  /** The front matter, without its `---` lines; of a .yaml file the whole text. */
  readonly yaml: Span;
  /** Where the body begins. */
  readonly body: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A value if the file could be read, and what was wrong with it. */
export type Read<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };

/** Reads a Markdown file with front matter, or a .yaml file that is all front matter. Never throws for content. */
export function readMatter(path: string, bytes: Uint8Array): Read<Matter> {
  if (bytes.length > limits.fileBytes) {
    const message = `the file has ${bytes.length} bytes, more than the ${limits.fileBytes} a record may have`;
    return broken({ code: "file-too-large", message, path, hint: "attach long text instead" });
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const start = bytePosition(bytes, decoded.badByte);
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
  const plain = parsePlain(yaml);
  if (plain) return { value: { path, text, yaml: split.yaml, body: split.body, data: plain }, diagnostics };

  const full = parseFull(yaml);
  if (!full.data) {
    const found = full.faults.map(({ code, message, span, hint }) => ({
      code,
      severity: "error" as const,
      message,
      path,
      range: rangeAt(text, { start: span.start + split.yaml.start, end: span.end + split.yaml.start }),
      ...(hint ? { hint } : {}),
    }));
    return { diagnostics: [...found, ...diagnostics] };
  }
  return { value: { path, text, yaml: split.yaml, body: split.body, data: full.data }, diagnostics };
}

/** The body's text. */
export function bodyOf(matter: Matter): string {
  return matter.text.slice(matter.body);
}

/** The outline of the front matter, with offsets into its YAML. */
export function outlineOf(matter: Matter): YamlNode | undefined {
  return parseFull(matter.text.slice(matter.yaml.start, matter.yaml.end)).root;
}

/**
 * The place of a field, as a JSON pointer ("/tags/2"): its value, or with "key" its key. A field that is not there is placed
 * at the front matter's first line; "" is that line itself.
 */
export function locate(matter: Matter, pointer: string, part: "value" | "key" = "value"): Range {
  const found = pointer === "" ? undefined : spanOfField(matter, pointer, part);
  return found ? rangeAt(matter.text, found) : firstLine(matter);
}

/** The place of something in the body. */
export function locateInBody(matter: Matter, span: Span): Range {
  return rangeAt(matter.text, { start: span.start + matter.body, end: span.end + matter.body });
}

function spanOfField(matter: Matter, pointer: string, part: "value" | "key"): Span | undefined {
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
  return end > 0 && matter.text[end - 1] === "\n" ? end - 1 : end;
}

function firstLine(matter: Matter): Range {
  const start = positionAt(matter.text, matter.yaml.start);
  const lineEnd = matter.text.indexOf("\n", matter.yaml.start);
  return { start, end: positionAt(matter.text, lineEnd === -1 ? matter.text.length : lineEnd) };
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
