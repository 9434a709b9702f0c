// Which paths a tracker refuses, whatever lies there: names that deceive a reader, a file system or git.

import { badInValue } from "../text/characters.ts";
import { limits } from "../text/limits.ts";

const windowsReserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/** One sentence on what is wrong with a path, or undefined. */
export function pathProblem(path: string): string | undefined {
  if (Buffer.byteLength(path) > limits.pathBytes) return `the path has more than ${limits.pathBytes} bytes`;
  if (path === "" || path.startsWith("/")) return "the path is not relative";
  if (path.includes("\\")) return "the path holds a backslash";
  const bad = badInValue(path);
  if (bad) return `the path holds ${bad.name}`;
  // Asking for a normal form loads what Node.js knows of Unicode, and most paths have no need of it.
  if (/[^\x20-\x7e]/.test(path) && path.normalize("NFC") !== path) return "the path is not in Unicode normal form C";
  if (path.includes("\ufffd")) return "the path is not UTF-8";
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return `the path holds the part "${part}"`;
    // What file systems fold onto .git: case, trailing dots and blanks, the NTFS short name, a stream suffix.
    if (/^(?:\.git|git~\d+)[. ]*(?::.*)?$/i.test(part))
      return `the path holds "${part}", which some systems read as .git`;
    if (/^[ -]/.test(part)) return `the name "${part}" begins with a blank or a dash`;
    if (/[. ]$/.test(part)) return `the name "${part}" ends in a dot or a blank`;
    if (/[<>:"|?*]/.test(part)) return `the name "${part}" holds a character that Windows refuses`;
    if (windowsReserved.test(part)) return `the name "${part}" is reserved on Windows`;
  }
  return undefined;
}

/** Two paths with the same key are one file on some system. */
export function pathKey(path: string): string {
  return path.normalize("NFKC").toLowerCase();
}
