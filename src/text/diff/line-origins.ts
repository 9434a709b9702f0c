// Which version of a text each of its lines comes from.

import { diffLines } from "diff";

/** Beyond so many differing lines two versions are taken to have nothing in common but their ends: comparing takes quadratic time. */
const most = 2_000;

export interface OriginalLine {
  /** Without its line end. */
  readonly text: string;
  /** The version that wrote it, by its index. */
  readonly version: number;
}

/** The lines of the last of some versions, oldest first, each with the version in which it came to stand there. */
export function lineOrigins(versions: readonly string[]): readonly OriginalLine[] {
  let lines: readonly OriginalLine[] = [];
  let before = "";
  for (const [version, text] of versions.entries()) {
    if (text === before) continue;
    lines = carried(lines, before, text, version);
    before = text;
  }
  return lines;
}

function carried(
  lines: readonly OriginalLine[],
  before: string,
  after: string,
  version: number,
): readonly OriginalLine[] {
  const result: OriginalLine[] = [];
  let old = 0;
  for (const { value, added, removed } of diffLines(ended(before), ended(after), { maxEditLength: most }) ??
    endsOnly(ended(before), ended(after))) {
    const texts = linesOf(value);
    if (added) for (const text of texts) result.push({ text, version });
    else {
      if (!removed) result.push(...lines.slice(old, old + texts.length));
      old += texts.length;
    }
  }
  return result;
}

interface Part {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** What two texts begin and end with alike; all between is other. */
function endsOnly(before: string, after: string): readonly Part[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(was.length, is.length);
  let head = 0;
  while (head < shorter && was[head] === is[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  const part = (lines: readonly string[], change: "same" | "added" | "removed"): Part => ({
    value: lines.map((line) => `${line}\n`).join(""),
    added: change === "added",
    removed: change === "removed",
  });
  return [
    part(was.slice(0, head), "same"),
    part(was.slice(head, was.length - tail), "removed"),
    part(is.slice(head, is.length - tail), "added"),
    part(was.slice(was.length - tail), "same"),
  ];
}

/** A last line without an end is the same line as one with it. */
function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
