// Paths are bytes in git: as UTF-8 where they are, and visibly escaped where they are not, so that no file disappears.

import { decodeUtf8 } from "../../text/utf8.ts";

const highByte = /[\x80-\xff]/;

/** The path that these bytes, a character each, stand for. */
export function pathFromBytes(bytes: string): { readonly path: string; readonly badPath?: boolean } {
  // Most are ASCII, and need no decoding.
  if (!highByte.test(bytes)) return { path: bytes };
  const decoded = decodeUtf8(Buffer.from(bytes, "latin1"));
  if (decoded.ok) return { path: decoded.text };
  const shown = bytes.replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return { path: shown, badPath: true };
}
