// Keys put in order, each with its own lines and the comments above them; not one other byte changes.

import { type Matter, outlineOf, textOf } from "./matter.ts";
import { linesOfField } from "./matter-edit.ts";

/** The file's text with its top-level keys in this order, and those of `always` that are missing added empty. */
export function orderKeys(matter: Matter, keys: readonly string[], always: readonly string[]): string {
  const { yaml } = matter;
  const text = textOf(matter);
  const entries = outlineOf(matter)?.entries ?? [];
  const chunks: { name: string; rank: number; lines: string }[] = [];
  let from = yaml.start;
  for (const [index, { name }] of entries.entries()) {
    const lines = linesOfField(matter, name);
    if (!lines) continue;
    const rank = keys.indexOf(name);
    chunks.push({ name, rank: rank === -1 ? keys.length + index : rank, lines: text.slice(from, lines.end) });
    from = lines.end;
  }
  const rest = text.slice(from, yaml.end);
  for (const name of always) {
    if (!chunks.some((chunk) => chunk.name === name))
      chunks.push({ name, rank: keys.indexOf(name), lines: `${name}:\n` });
  }
  const ordered = [...chunks].sort((a, b) => a.rank - b.rank).map((chunk) => chunk.lines);
  return text.slice(0, yaml.start) + ordered.join("") + rest + text.slice(yaml.end);
}
