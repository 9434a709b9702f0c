// Where a text matched: a piece of it around the first match, with the matches marked.

import { tokens } from "../model/query/tokens.ts";

const around = 70;
const plain = /^[A-Za-z0-9]+$/;
const wordAt = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Plain text with matches between \u0001 and \u0002, or undefined when none of the words is in it. */
export function snippet(
  given: string,
  terms: readonly { readonly words: readonly string[]; readonly prefix: boolean }[],
): string | undefined {
  // Marks are ours to set, whatever the text holds.
  const text = given.replaceAll("\u0001", " ").replaceAll("\u0002", " ");
  const wanted = new Set(terms.flatMap((term) => (term.prefix ? term.words.slice(0, -1) : term.words)));
  const beginnings = terms.flatMap((term) => (term.prefix ? term.words.slice(-1) : []));
  let from = 0;
  // Most texts of a story hold none of them, which is seen at once where no letter is more than one byte.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) {
    const folded = text.toLowerCase();
    const places = [...wanted, ...beginnings].map((word) => folded.indexOf(word)).filter((at) => at !== -1);
    if (places.length === 0) return undefined;
    from = startOfWord(folded, Math.min(...places));
  }
  const hits: { start: number; end: number }[] = [];
  for (const match of wordsFrom(text.slice(0, 100_000), from)) {
    // What comes later is not shown.
    if (hits[0] && match.index > hits[0].end + 2 * around) break;
    const folded = plain.test(match[0]) ? [match[0].toLowerCase()] : tokens(match[0]);
    if (!folded.some((word) => wanted.has(word) || beginnings.some((beginning) => word.startsWith(beginning))))
      continue;
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length >= 20) break;
  }
  const first = hits[0];
  if (!first) return undefined;
  const start = first.start <= around ? 0 : boundary(text, first.start - around);
  const end = Math.min(text.length, first.end + 2 * around);
  let marked = "";
  let at = start;
  for (const hit of hits) {
    if (hit.end > end) break;
    marked += `${text.slice(at, hit.start)}\u0001${text.slice(hit.start, hit.end)}\u0002`;
    at = hit.end;
  }
  marked += text.slice(at, end);
  return `${start > 0 ? "… " : ""}${marked.replace(/\s+/g, " ").trim()}${end < text.length ? " …" : ""}`;
}

function* wordsFrom(text: string, from: number): Iterable<RegExpExecArray> {
  const words = new RegExp(wordAt);
  words.lastIndex = from;
  for (let match = words.exec(text); match; match = words.exec(text)) yield match;
}

/** Of a text of ASCII only, in small letters. */
function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && plain.test(text[start - 1] as string)) start -= 1;
  return start;
}

function boundary(text: string, at: number): number {
  const blank = text.indexOf(" ", at);
  return blank === -1 ? at : blank + 1;
}
