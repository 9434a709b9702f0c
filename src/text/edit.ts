// Edits of a text: ranges replaced, every other byte kept.

import type { Span } from "./position.ts";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text with the edits made; they may come in any order but must not overlap (a bug of the caller's if they do). */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at) throw new Error(`edits overlap at offset ${span.start}`);
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
