// Two texts, word by word.

import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

export interface DiffPart {
  readonly text: string;
  readonly change: "same" | "added" | "removed";
}

/** Beyond so many differing words, then lines, texts are shown as two: comparing them further would take longer than reading. */
const most = { words: 1_000, lines: 2_000 };

/** The parts in order: those that are not added make the old text, those that are not removed the new one. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const parts: readonly ChangeObject<string>[] =
    diffWordsWithSpace(before, after, { maxEditLength: most.words }) ??
    diffLines(before, after, { maxEditLength: most.lines }) ??
    [];
  return parts.length === 0 && before !== after
    ? joined([
        { text: before, change: "removed" },
        { text: after, change: "added" },
      ])
    : joined(
        parts.map(({ value, added, removed }) => ({
          text: value,
          change: added ? "added" : removed ? "removed" : "same",
        })),
      );
}

/** A blank between two changed words is part of the change: "old words" → "new words" reads better than word for word. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  let gone = "";
  let come = "";
  const flush = () => {
    if (gone !== "") result.push({ text: gone, change: "removed" });
    if (come !== "") result.push({ text: come, change: "added" });
    gone = "";
    come = "";
  };
  for (const [index, { text, change }] of parts.entries()) {
    const between =
      change === "same" && /^[ \t]+$/.test(text) && gone !== "" && come !== "" && index < parts.length - 1;
    if (between) {
      gone += text;
      come += text;
    } else if (change === "removed") gone += text;
    else if (change === "added") come += text;
    else {
      flush();
      result.push({ text, change });
    }
  }
  flush();
  return result;
}

/** So many characters of what stays are kept on each side of a change. */
const around = 60;

/** The parts with what stays cut to what stands near a change, at whole words. */
export function nearChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((part, index) => {
    if (part.change !== "same" || part.text.length <= 2 * around + 20) return part;
    const head = index === 0 ? "" : part.text.slice(0, around).replace(/\S*$/, "");
    const tail = index === parts.length - 1 ? "" : part.text.slice(-around).replace(/^\S*/, "");
    return { text: `${head}…${tail}`, change: "same" };
  });
}
