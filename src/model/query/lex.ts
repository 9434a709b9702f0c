// A query's text to tokens with their places.

import type { Span } from "../../text/position.ts";

export type QueryToken =
  | { readonly kind: "(" | ")" | "not" | "or" | "and"; readonly span: Span }
  | {
      readonly kind: "word";
      readonly text: string;
      readonly quoted: boolean;
      readonly prefix: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: "term";
      readonly field: string;
      readonly fieldSpan: Span;
      /** What follows the colon, cut at commas. */
      readonly values: readonly QueryValue[];
      readonly span: Span;
    }
  | { readonly kind: "unclosed"; readonly span: Span };

export interface QueryValue {
  /** As written, quotes removed. */
  readonly text: string;
  readonly quoted: boolean;
  /** It is in quotes, and a star stands behind them. */
  readonly prefix: boolean;
  readonly span: Span;
}

const blank = /\s/u;
const fieldStart = /^([A-Za-z_][A-Za-z0-9_-]*):/;

/** Never fails: what cannot be read is a token that says so. */
export function lex(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text[at] as string;
    if (blank.test(character)) {
      at += 1;
    } else if (character === "(" || character === ")") {
      at += 1;
      tokens.push({ kind: character, span: { start, end: at } });
    } else if (character === "-" && at + 1 < text.length && !blank.test(text[at + 1] as string)) {
      at += 1;
      tokens.push({ kind: "not", span: { start, end: at } });
    } else {
      const field = fieldStart.exec(text.slice(at, at + 64));
      if (field && !/^(?:https?|mailto):$/i.test(field[0])) {
        at += field[0].length;
        const values: QueryValue[] = [];
        let unclosed: Span | undefined;
        for (;;) {
          const value = piece(text, at, true);
          const prefix = value.quoted && text[value.end] === "*";
          const end = value.end + Number(prefix);
          values.push({ text: value.text, quoted: value.quoted, prefix, span: { start: at, end } });
          if (value.unclosed) unclosed = { start: at, end };
          at = end;
          if (text[at] !== ",") break;
          at += 1;
        }
        if (unclosed) tokens.push({ kind: "unclosed", span: unclosed });
        const name = (field[1] ?? "").toLowerCase();
        tokens.push({
          kind: "term",
          field: name,
          fieldSpan: { start, end: start + name.length },
          values,
          span: { start, end: at },
        });
        continue;
      }
      const word = piece(text, at, false);
      at = word.end;
      const span = { start, end: at };
      if (word.unclosed) tokens.push({ kind: "unclosed", span });
      if (!word.quoted && /^(?:OR|AND|NOT)$/.test(word.text)) {
        tokens.push({ kind: word.text.toLowerCase() as "or" | "and" | "not", span });
        continue;
      }
      const prefix = word.text.endsWith("*") && !word.quoted;
      tokens.push({
        kind: "word",
        text: prefix ? word.text.slice(0, -1) : word.text,
        quoted: word.quoted,
        prefix: prefix || text[at] === "*",
        span,
      });
      if (text[at] === "*") at += 1;
    }
  }
  return tokens;
}

/** A quoted phrase, or everything up to a blank or a parenthesis (of a field's value also up to a comma). */
function piece(text: string, start: number, isValue: boolean) {
  if (text[start] === '"') {
    let value = "";
    for (let at = start + 1; at < text.length; at += 1) {
      if (text[at] === "\\" && at + 1 < text.length) {
        at += 1;
        value += text[at];
      } else if (text[at] === '"') return { text: value, quoted: true, unclosed: false, end: at + 1 };
      else value += text[at];
    }
    return { text: value, quoted: true, unclosed: true, end: text.length };
  }
  let end = start;
  while (end < text.length && !blank.test(text[end] as string) && !/[()"]/.test(text[end] as string)) {
    if (isValue && text[end] === ",") break;
    end += 1;
  }
  return { text: text.slice(start, end), quoted: false, unclosed: false, end };
}
