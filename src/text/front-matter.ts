// Where front matter begins and ends: byte 0 is "---\n", the end is the first line that is exactly "---".

import type { Span } from "./position.ts";

export type Split =
  | { readonly ok: true; readonly yaml: Span; readonly body: number }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly span: Span; readonly hint: string };

/** Splits a file's text; `body` is the offset of its first character after the closing line. */
export function splitFrontMatter(text: string): Split {
  const firstLine = { start: 0, end: lineEnd(text, 0) };
  if (!text.startsWith("---\n") && text !== "---") {
    const found = text.slice(0, firstLine.end).trim();
    const engine = /^---\s*\w/.test(found);
    return {
      ok: false,
      code: "front-matter-missing",
      message:
        text === ""
          ? "the file is empty"
          : engine
            ? `front matter opens with "${found.slice(0, 40)}", where only "---" is read`
            : 'the first line is not exactly "---"',
      span: firstLine,
      hint: 'begin the file with a line that is just "---", then the keys, then "---" again',
    };
  }
  for (let start = 4; start < text.length; ) {
    const end = lineEnd(text, start);
    if (end - start === 3 && text.startsWith("---", start)) {
      return { ok: true, yaml: { start: 4, end: start }, body: Math.min(end + 1, text.length) };
    }
    start = end + 1;
  }
  return {
    ok: false,
    code: "front-matter-unclosed",
    message: 'front matter is never closed by a line that is exactly "---"',
    span: firstLine,
    hint: 'end the front matter with a line that is just "---", without blanks after it',
  };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}
