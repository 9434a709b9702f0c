// Numbers that begin with some digits: a few ranges of an index, since looking at every number takes too long for who waits for a shell.

import type { Database } from "./database.ts";

/** Stories first, each in the order of their numbers. */
export function idsWithPrefix(
  db: Database,
  digits: string,
  limit: number,
): readonly { readonly kind: "story" | "task"; readonly id: number }[] {
  if (!/^(?:[1-9]\d{0,7})?$/.test(digits)) return [];
  const ranges = digits === "" ? [[1, 99_999_999]] : [];
  for (let size = 1; digits !== "" && digits.length + Math.log10(size) <= 8; size *= 10)
    ranges.push([Number(digits) * size, (Number(digits) + 1) * size - 1]);
  const inside = ranges.map(() => "id BETWEEN ? AND ?").join(" OR ");
  const select = (from: string) =>
    db
      .prepare(`${from} AND (${inside}) ORDER BY id LIMIT ?`)
      .all(...ranges.flat(), limit)
      .map((row) => Number(row.id));
  // A story whose file is broken is among the broken files alone.
  const stories = new Set([
    ...select("SELECT id FROM story WHERE 1"),
    ...select("SELECT id FROM file WHERE diagnostics IS NOT NULL AND kind = 'story'"),
  ]);
  const tasks = select("SELECT id FROM file WHERE kind = 'task'");
  return [
    ...[...stories].sort((a, b) => a - b).map((id) => ({ kind: "story" as const, id })),
    ...tasks.map((id) => ({ kind: "task" as const, id })),
  ].slice(0, limit);
}
