// What is still private when a story is disclosed: the numbers of other stories, and people whom only the restricted tracker knows.

import { pathOf } from "../model/place.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";

export interface StillPrivate {
  readonly numbers: ReadonlySet<number>;
  /** Slugs of people and teams. */
  readonly names: ReadonlySet<string>;
  /** Where the restricted tracker is read; nothing public leads there. */
  readonly site: string | undefined;
}

export async function stillPrivate(own: Tracker, story: number, beyond: TreeFiles): Promise<StillPrivate> {
  const numbers = new Set<number>();
  for (const { id, data } of own.stories.values()) if (id !== story && data.disclosed === undefined) numbers.add(id);
  for (const task of own.tasks.values())
    if (task.story !== story && own.stories.get(task.story)?.data.disclosed === undefined) numbers.add(task.id);
  const names = new Set<string>();
  for (const kind of ["person", "team"] as const) {
    for (const { name } of own.allNamed(kind)) if (!(await beyond.readPath(pathOf({ kind, name }), 0))) names.add(name);
  }
  return { numbers, names, site: own.config?.data.url };
}

const mention = /(?:(?:story|task)[ /]#?|#)?(?<![0-9A-Za-z])([1-9]\d{0,7})(?![0-9A-Za-z])/gi;
const somebody = /(?<![\w.@-])@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/gi;

/** A text with such numbers and names replaced; `replaced` is told of each. */
export function withoutPrivate(text: string, secret: StillPrivate, replaced: (what: string) => void): string {
  return text
    .replace(mention, (whole: string, digits: string) => {
      if (!secret.numbers.has(Number(digits))) return whole;
      replaced(digits);
      return "(a private story)";
    })
    .replace(somebody, (whole: string, name: string) => {
      if (!secret.names.has(name.toLowerCase())) return whole;
      replaced(whole);
      return "(somebody)";
    });
}

/** What of it stands in bytes that cannot be rewritten, such as a patch; undefined when nothing does. */
export function privateIn(bytes: Uint8Array, secret: StillPrivate): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (secret.site !== undefined && text.includes(secret.site)) return secret.site;
  for (const [digits] of text.matchAll(/(?<![0-9A-Za-z])[1-9]\d{7}(?![0-9A-Za-z])/g))
    if (secret.numbers.has(Number(digits))) return digits;
  return undefined;
}
