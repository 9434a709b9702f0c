// What holds for any finding about any file: a known code, and a place that is in the file.

import { expect } from "vitest";
import type { Diagnostic } from "../../src/text/diagnostic.ts";
import type { Position } from "../../src/text/position.ts";
import { explanations } from "../../src/validate/explanations.ts";
import { validate } from "../../src/validate/validate.ts";
import { memoryFiles } from "./memory-files.ts";

const known = new Set(explanations().map((each) => each.code));

/** The smallest tracker that a story, a list and a person can stand in. */
export const smallTracker: Readonly<Record<string, string>> = {
  "tracker.yaml": "format: 1\nname: Small\nvisibility: public\n",
  "people/alice.md": "---\nname: Alice\n---\n",
  "projects/acme.md": "---\ntitle: Acme\n---\n",
};

export const storyPath = "stories/377/48213377/story.md";

/** Judges files laid over the small tracker; holds time, codes and places, and returns what was found. */
export async function judgeStrange(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Diagnostic[]> {
  const all = new Map<string, string | Uint8Array>(Object.entries({ ...smallTracker, ...files }));
  const { diagnostics } = await soon(() => validate(memoryFiles(all), { visibility: "public" }));
  for (const each of diagnostics) {
    expect(known.has(each.code), each.code).toBe(true);
    const text = Buffer.from(all.get(each.path) ?? "").toString("utf8");
    if (each.range) {
      const { start: from, end } = each.range;
      expect(isInside(text, from) && isInside(text, end), `${JSON.stringify(each)} in ${JSON.stringify(text)}`).toBe(
        true,
      );
      expect(from.line < end.line || (from.line === end.line && from.column <= end.column)).toBe(true);
    }
  }
  return diagnostics;
}

/** The answer, which must take less than 250 ms of processor time: how busy the machine is with other things does not count. */
export async function soon<T>(work: () => T | Promise<T>, tries = 2): Promise<T> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  // Compiling and tidying up may fall into any one run.
  if (took >= 250 && tries > 1) return soon(work, tries - 1);
  expect(took).toBeLessThan(250);
  return answer;
}

/** The end of a line, and of the file, are places too. */
function isInside(text: string, { line, column }: Position): boolean {
  const lines = text.split("\n");
  return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? "").length + 1;
}

/** The text that a finding is about. */
export function textAt(text: string, { range }: Diagnostic): string | undefined {
  if (!range) return undefined;
  const offset = ({ line, column }: Position) =>
    text
      .split("\n")
      .slice(0, line - 1)
      .reduce((sum, each) => sum + each.length + 1, column - 1);
  return text.slice(offset(range.start), offset(range.end));
}
