// What a shell can put in the place of a word that is being typed.

import { terminalText } from "../../text/terminal-text.ts";
import { clip } from "../../text/width.ts";

export interface Candidate {
  /** The whole word. */
  readonly value: string;
  /** What it is, for shells that show it: one line. */
  readonly about?: string;
}

/** Words of ours, or names of files or folders of the user's, which the shell knows better. */
export interface Answer {
  readonly candidates: readonly Candidate[];
  readonly files?: "files" | "folders";
}

export const nothing: Answer = { candidates: [] };

/** More than this are no help: somebody has to type on first. Some of them would even lead astray, as if there were no others. */
export const mostCandidates = 500;

const widest = 70;

/** Those that go on from what was typed, once each; none at all when there are too many. */
export function beginningWith(word: string, candidates: Iterable<Candidate>): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { value, about } of candidates) {
    // What could end a line of the answer, or a line of the terminal, is no word to complete.
    if (!value.startsWith(word) || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value) || found.has(value)) continue;
    found.set(value, about === undefined ? { value } : { value, about: oneLine(about) });
  }
  return found.size > mostCandidates ? [] : [...found.values()];
}

function oneLine(text: string): string {
  const plain = text.replace(/[\s\p{Zl}\p{Zp}]+/gu, " ").replace(/\p{Cf}/gu, "");
  return clip(terminalText(plain).trim(), widest);
}
