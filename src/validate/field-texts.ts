// The texts in front matter, with where each stands.

import { escapePointer } from "../text/matter.ts";

/** Every text in a value, however deep, with its JSON pointer. */
export function* textsIn(value: unknown, pointer = ""): Iterable<readonly [pointer: string, text: string]> {
  if (typeof value === "string") yield [pointer, value];
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${pointer}/${escapePointer(key)}`);
  }
}
