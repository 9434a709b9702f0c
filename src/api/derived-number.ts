// Numbers for what has none of its own: 52 bits of SHA-256 over what it is and the path it first had.

import { createHash } from "node:crypto";

/** A number from 1 to 2^52, which every JSON reader keeps exactly. */
export function derivedNumber(kind: string, path: string): number {
  const digest = createHash("sha256").update(`${kind}\0${path}`).digest();
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4) + 1;
}

/** Gives each its number, in the order of the paths: where two are the same, the later one takes the next that is free. */
export function numbered(
  kind: string,
  paths: readonly string[],
  taken: ReadonlySet<number> = new Set(),
): ReadonlyMap<string, number> {
  const used = new Set(taken);
  const numbers = new Map<string, number>();
  for (const path of [...paths].sort()) {
    let number = derivedNumber(kind, path);
    while (used.has(number)) number += 1;
    used.add(number);
    numbers.set(path, number);
  }
  return numbers;
}
