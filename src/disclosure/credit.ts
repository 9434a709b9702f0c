// Under which name somebody is published: their own where the public tracker knows them, else as they wish, else anonymous.

import { pathOf } from "../model/place.ts";
import { readRecord } from "../model/read-record.ts";
import type { Story } from "../model/record.ts";
import { newFile } from "../model/write-record.ts";
import { limits } from "../text/limits.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";

export interface Credits {
  /** The public name of a person of the restricted tracker. */
  readonly of: (person: string) => Promise<string>;
  /** The person files that come along, by path: of those who are credited and have none yet. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * `saysCredit` tells whether the story has the key reporter_credit at all: empty, it means that the reporter is not to be named,
 * though the public tracker may know them.
 */
export function creditsOf(story: Story, saysCredit: boolean, beyond: TreeFiles): Credits {
  const files = new Map<string, string>();
  const known = new Map<string, Promise<string>>();
  const find = async (person: string): Promise<string> => {
    if (person === story.data.author && saysCredit) return named(story.data.reporter_credit ?? "Anonymous");
    return (await beyond.readPath(pathOf({ kind: "person", name: person }), 0)) ? person : named("Anonymous");
  };
  /** A person of this name for people: the one who is there, or a new one. */
  const named = async (name: string): Promise<string> => {
    const slug = creditSlug(name);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? slug : `${slug}-${number}`;
      const path = pathOf({ kind: "person", name: candidate });
      const isTeam = await beyond.readPath(pathOf({ kind: "team", name: candidate }), 0);
      const there = await beyond.readPath(path, limits.fileBytes);
      if (!there && !isTeam) {
        files.set(path, newFile("person", { name }, ""));
        return candidate;
      }
      const record = there?.bytes
        ? readRecord(path, { kind: "person", name: candidate }, there.bytes).value
        : undefined;
      if (record?.kind === "person" && record.data.name === name) return candidate;
    }
  };
  return {
    files,
    of(person) {
      const found = known.get(person) ?? find(person);
      known.set(person, found);
      return found;
    },
  };
}

function creditSlug(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return slug === "" ? "reporter" : slug;
}
