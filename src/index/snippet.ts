// Where a text matched: a piece of it around the first match, with the matches marked.

import { tokens } from "../model/query/tokens.ts";

const around = 70;
const plain = /^[A-Za-z0-9]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const beyondAscii = /[^\x00-\x7f]/;

/** Words between marks that would be set apart; a single mark may be part of what is said. */
const emphasis = /(^|[\s("'])(\*{1,3}|`+)(?=[^\s*`])(.*?[^\s*`])\2(?=$|[\s.,;:!?)"'])/g;

/** Words that are sought one after the other; with `prefix` the last one is only the beginning of one. */
interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Cuts such a piece out of a text: plain text with matches between \u0001 and \u0002, or undefined when none of the words is in it. */
export function snippetsOf(terms: readonly Term[]): (text: string) => string | undefined {
  const wanted = new Set(terms.flatMap((term) => (term.prefix ? term.words.slice(0, -1) : term.words)));
  const beginnings = terms.flatMap((term) => (term.prefix ? term.words.slice(-1) : []));
  const inAscii = [...wanted, ...beginnings].filter((word) => plain.test(word));
  const isSought = (word: string) => wanted.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
  return (given) => {
    // Most texts of a story hold none of them, which is seen at once where no letter is more than one byte.
    const isAscii = !beyondAscii.test(given);
    const at = isAscii ? firstOf(inAscii, given.toLowerCase()) : 0;
    if (at === -1) return undefined;
    // Marks are ours to set, whatever the text holds.
    const text = given.replaceAll("\u0001", " ").replaceAll("\u0002", " ");
    return pieceFrom(text, isAscii ? startOfWord(text, at) : 0, isAscii, isSought);
  };
}

/** Such a piece without its marks. */
export function withoutMarks(snippet: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the marks
  return snippet.replace(/[\u0001\u0002]/g, "");
}

function pieceFrom(
  text: string,
  from: number,
  isAscii: boolean,
  isSought: (word: string) => boolean,
): string | undefined {
  const hits: { start: number; end: number }[] = [];
  const searched = text.slice(0, 100_000);
  // The same words where all is ASCII, found in less time.
  const words = isAscii ? /[A-Za-z0-9]+/g : /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
  words.lastIndex = from;
  for (let match = words.exec(searched); match; match = words.exec(searched)) {
    // What comes later is not shown.
    if (hits[0] && match.index > hits[0].end + 2 * around) break;
    const folded = isAscii || plain.test(match[0]) ? [match[0].toLowerCase()] : tokens(match[0]);
    if (!folded.some(isSought)) continue;
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length >= 20) break;
  }
  const first = hits[0];
  if (!first) return undefined;
  const start = first.start <= around ? 0 : boundary(text, first.start - around);
  const end =
    first.end + 2 * around >= text.length ? text.length : lastBoundary(text, first.end + 2 * around, first.end);
  let marked = "";
  let at = start;
  for (const hit of hits) {
    if (hit.end > end) break;
    marked += `${text.slice(at, hit.start)}\u0001${text.slice(hit.start, hit.end)}\u0002`;
    at = hit.end;
  }
  marked += text.slice(at, end);
  // Lines are no more, so that marks at their beginnings, which say what is quoted or a heading, would only be in the way.
  const isWhole = start === 0 || text[start - 1] === "\n";
  const lines = `${isWhole ? "\n" : " "}${marked}`.replace(/\n[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+)?/g, "\n");
  const plainly = lines.replace(/\s+/g, " ").trim().replace(emphasis, "$1$3");
  return `${start > 0 ? "… " : ""}${plainly}${end < text.length ? " …" : ""}`;
}

/** Where the first of some words stands; -1 when none does. */
function firstOf(words: readonly string[], text: string): number {
  let first = -1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at !== -1 && (first === -1 || at < first)) first = at;
  }
  return first;
}

/** Of a text of ASCII only. */
function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && plain.test(text[start - 1] as string)) start -= 1;
  return start;
}

/** The last blank before a place, but none before `least`. */
function lastBoundary(text: string, at: number, least: number): number {
  const blank = text.lastIndexOf(" ", at);
  return blank < least ? at : blank;
}

function boundary(text: string, at: number): number {
  const blank = text.indexOf(" ", at);
  return blank === -1 ? at : blank + 1;
}
