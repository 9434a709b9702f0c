// What a source said the last time, as one hash per field, kept in the tracker: so that an import updates only what changed
// upstream since, and never an edit made here.

import { createHash } from "node:crypto";

/** Alias or path → field → hash of the value the source gave it. */
export type UpstreamState = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the state of a source is kept, e.g. for "github/owner/name". */
export function statePath(source: string): string {
  return `.storytree/import/${source}.json`;
}

export function parseState(text: string | null): UpstreamState {
  if (text === null) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? (read as UpstreamState) : {};
  } catch {
    // A damaged state is as good as none: what is here stays, and the account says so.
    return {};
  }
}

/** One line a record, sorted, so that it merges and diffs like everything else. */
export function stateText(state: UpstreamState): string {
  const lines = Object.keys(state)
    .sort()
    .map((key) => `  ${JSON.stringify(key)}: ${JSON.stringify(state[key])}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

export function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64url")
    .slice(0, 8);
}

/** What to do with a field: take the new value, leave it, or keep an edit of ours and say so. */
export function reconcile(current: unknown, upstream: unknown, last: string | undefined): "take" | "leave" | "keep" {
  const now = hashOf(upstream);
  if (hashOf(current) === now || now === last) return "leave";
  return hashOf(current) === last ? "take" : "keep";
}
