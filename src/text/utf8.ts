// Bytes to text, strictly: a decoder that replaces bad bytes writes the damage back.

import { isUtf8 } from "node:buffer";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly badByte: number };

/** Never replaces anything: the text, or the offset in bytes of the first one that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: strict.decode(bytes) };
  } catch {
    return { ok: false, badByte: firstBadByte(bytes) };
  }
}

function firstBadByte(bytes: Uint8Array): number {
  // Bisect on "does the prefix decode when a cut-off last character is forgiven": streaming decoders forgive exactly that.
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  // A sequence that is cut off is bad from where it begins, not where it should have gone on.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function decodesSoFar(prefix: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}
