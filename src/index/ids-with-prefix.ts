// Numbers that begin with some digits, for completion: one look over a column of numbers.

import type { Columns } from "./columns.ts";

/** Stories first, each in the order of their numbers; `digits` may be empty. */
export function idsWithPrefix(
  columns: Columns,
  digits: string,
  limit: number,
): readonly { readonly kind: "story" | "task"; readonly id: number }[] {
  if (!/^(?:[1-9]\d{0,7})?$/.test(digits)) return [];
  const ranges: (readonly [from: number, to: number])[] = digits === "" ? [[1, 99_999_999]] : [];
  for (let size = 1; digits !== "" && Number(digits) * size <= 99_999_999; size *= 10)
    ranges.push([Number(digits) * size, (Number(digits) + 1) * size - 1]);
  const found = (kind: "story" | "task") => {
    const ids = new Set<number>();
    for (const id of columns.whole(kind)) {
      if (id !== 0 && ranges.some(([from, to]) => id >= from && id <= to)) ids.add(id);
    }
    return [...ids].sort((a, b) => a - b).map((id) => ({ kind, id }));
  };
  return [...found("story"), ...found("task")].slice(0, limit);
}
