// The list of what is found and is no leak: it can be published, for nobody can read from it what it lists.

import { randomBytes, scryptSync } from "node:crypto";
import { Failure } from "../text/failure.ts";
import type { Leak } from "./find-leaks.ts";

/**
 * One line with a salt, then one a value: two bytes of a slow hash. Out of half a million words about eight fit each line, so that
 * who tries them all learns nothing of which was meant; that another leak fits one by chance happens once in thousands of tries.
 */
export interface Harmless {
  readonly has: (leak: Leak) => boolean;
  /** The list with more on it, as text. Failure "not-harmless" for numbers and hashes: those are never there by chance. */
  readonly with: (leaks: readonly Leak[]) => string;
}

const form = /^storytree harmless 1 ([0-9a-f]{32})$/;

export function readHarmless(text: string | null): Harmless {
  const [first = "", ...lines] = (text ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const salt = form.exec(first)?.[1] ?? randomBytes(16).toString("hex");
  if (text !== null && text.trim() !== "" && !form.test(first))
    throw new Failure("bad-list", "the list of what is harmless is not one that leakcheck wrote");
  const known = new Set(lines);
  const hashes = new Map<string, string>();
  const hashOf = (value: string): string => {
    const found = hashes.get(value) ?? scryptSync(value, Buffer.from(salt, "hex"), 2, { N: 16_384 }).toString("hex");
    hashes.set(value, found);
    return found;
  };
  const canBe = ({ sort }: Leak) => sort !== "number" && sort !== "hash";
  return {
    has: (leak) => canBe(leak) && known.size > 0 && known.has(hashOf(leak.value)),
    with(leaks) {
      if (!leaks.every(canBe))
        throw new Failure("not-harmless", "a private number or object is never there by chance, and goes on no list", {
          exit: 5,
        });
      const all = new Set([...known, ...leaks.map(({ value }) => hashOf(value))]);
      return `# What storytree leakcheck found and somebody looked at.\nstorytree harmless 1 ${salt}\n${[...all]
        .sort()
        .map((line) => `${line}\n`)
        .join("")}`;
    },
  };
}
