// Paths are bytes in git: as UTF-8 where they are, and visibly escaped where they are not, so that no file disappears.

import { decodeUtf8 } from "../../text/utf8.ts";

const highByte = /[\x80-\xff]/;

export function pathFromBytes(bytes: Buffer): { readonly path: string; readonly badPath?: boolean } {
  const ascii = bytes.toString("latin1");
  if (!highByte.test(ascii)) return { path: ascii };
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return { path: decoded.text };
  const shown = [...bytes].map((byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return { path: shown.join(""), badPath: true };
}
