// What an index shows over its commit: the edits of a working tree, the proposals that are being prepared.

import { createHash } from "node:crypto";
import type { ReadFile } from "../tracker/tree-files.ts";
import type { Database } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** Paths to a word that differs with what lies there. */
export type Overlay = ReadonlyMap<string, string>;

export function overlayOf(db: Database): Overlay {
  return new Map(Object.entries(JSON.parse(getMeta(db, "overlay") ?? "{}")));
}

export function setOverlay(db: Database, overlay: Overlay): void {
  setMeta(db, "overlay", JSON.stringify(Object.fromEntries([...overlay].sort(([a], [b]) => (a < b ? -1 : 1)))));
}

export function isSameOverlay(one: Overlay, two: Overlay): boolean {
  return one.size === two.size && [...one].every(([path, word]) => two.get(path) === word);
}

/** The word for a file as it was read; null is one that is gone. */
export function wordFor(read: ReadFile | null): string {
  if (read === null) return "gone";
  const { file, bytes, size } = read;
  const content = bytes === null ? String(size) : createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return `${file.mode} ${content}`;
}
