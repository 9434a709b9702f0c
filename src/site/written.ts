// Files written into a folder, and what is told of them.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What was written of one part of a site. */
export interface Written {
  readonly files: readonly string[];
  readonly pages: number;
  readonly bytes: number;
}

/** Writes one file; returns its size in bytes. */
export type Write = (file: string, body: string | Uint8Array) => number;

/** Writes files below a folder, and none beside it, whatever a file is called. */
export function writerInto(folder: string): Write {
  const folders = new Set<string>();
  return (file, body) => {
    if (file.split("/").includes("..")) throw new Error(`a page is called ${JSON.stringify(file)}`);
    const path = join(folder, file);
    const parent = dirname(path);
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      folders.add(parent);
    }
    // A text is written by one call into Node.js, bytes by several.
    writeFileSync(path, body);
    return typeof body === "string" ? Buffer.byteLength(body) : body.length;
  };
}

export interface BuildSummary {
  /** Pages of the site. */
  readonly pages: number;
  readonly files: number;
  /** Of the files that were written. */
  readonly bytes: number;
  /** Files that were written anew, and files that went. */
  readonly written: number;
  readonly removed: number;
  /** Everything was built anew. */
  readonly whole: boolean;
}
