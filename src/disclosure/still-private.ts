// What is still private when a story is disclosed: the numbers of other stories, and people whom only the restricted tracker knows.

import { pathOf } from "../model/place.ts";
import type { Task } from "../model/record.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { FileChange } from "../tracker/change.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { textsOf, unpacked } from "./haystack.ts";
import { numbersIn } from "./words.ts";

export interface StillPrivate {
  readonly numbers: ReadonlySet<number>;
  /** Slugs of people and teams. */
  readonly names: ReadonlySet<string>;
  /** What those people are called in full, and their addresses; null when there are none. */
  readonly people: RegExp | null;
  /** Where the restricted tracker is read, in lower case; nothing public leads there. */
  readonly site: string | undefined;
}

/** `opened`: the stories that become public now, `story` among them. */
export async function stillPrivate(
  own: Tracker,
  story: number,
  opened: ReadonlySet<number>,
  beyond: TreeFiles,
): Promise<StillPrivate> {
  const isPrivate = (id: number) => !opened.has(id) && own.stories.get(id)?.data.disclosed === undefined;
  const numbers = new Set([...own.stories.keys()].filter(isPrivate));
  const takes = taskTaker(beyond);
  for (const task of own.tasks.values()) if (isPrivate(task.story) || !(await takes(task))) numbers.add(task.id);
  const names = new Set<string>();
  const called: string[] = [];
  for (const kind of ["person", "team"] as const) {
    for (const { name, data } of own.allNamed(kind)) {
      if (await beyond.readPath(pathOf({ kind, name }), 0)) continue;
      names.add(name);
      if ("name" in data) called.push(data.name, ...(data.email ? [data.email] : []));
    }
  }
  // Whoever wants to be credited by their name is; a first name alone is many people's.
  const credit = own.stories.get(story)?.data.reporter_credit?.toLowerCase() ?? "";
  const hidden = called.filter((each) => /[\s@]/.test(each.trim()) && !credit.includes(each.toLowerCase()));
  return { numbers, names, people: anyOf(hidden), site: own.config?.data.url?.toLowerCase() };
}

/** Tells whether a task becomes public with its story: whether the public tracker has its project. Each project is looked for once. */
export function taskTaker(beyond: TreeFiles): (task: Task) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const look = async (name: string) => (await beyond.readPath(pathOf({ kind: "project", name }), 0)) !== null;
  return ({ data: { project } }) => {
    const found = known.get(project) ?? look(project);
    known.set(project, found);
    return found;
  };
}

function anyOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const literal = words.map((word) =>
    word
      .trim()
      .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
      .replace(/\s+/g, "\\s+"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

// A number of eight digits means a story whatever it is glued to, such as "bug30000002".
const mention =
  /(?:(?:story|task)[ /]#?|#)?(?:(?<!\d)([1-9]\d{7})(?!\d)|(?<![0-9A-Za-z])([1-9]\d{0,6})(?![0-9A-Za-z]))/gi;
const somebody = /(?<![\w.@-])@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9])/gi;

/** A text with such numbers, names and addresses replaced; `replaced` is told of each. */
export function withoutPrivate(text: string, secret: StillPrivate, replaced: (what: string) => void): string {
  const put = (whole: string, instead: string) => {
    replaced(whole);
    return instead;
  };
  const named = text
    .replace(mention, (whole: string, long?: string, short?: string) =>
      secret.numbers.has(Number(long ?? short)) ? put(long ?? short ?? "", "(a private story)") : whole,
    )
    .replace(somebody, (whole: string, name: string) =>
      secret.names.has(name.toLowerCase()) ? put(whole, "(somebody)") : whole,
    );
  return secret.people ? named.replace(secret.people, (whole) => put(whole, "(somebody)")) : named;
}

/**
 * Failure "disclose-reference", exit 5, when anything that is to be published still holds what is private, in whatever field, file
 * or name of a file: what is no prose is not rewritten, it is put right by hand.
 */
export function refusePrivate(files: readonly FileChange[], secret: StillPrivate): void {
  for (const { path, after } of files) {
    const found = privateIn(path, secret) ?? (after === null ? undefined : privateInBytes(Buffer.from(after), secret));
    if (found !== undefined)
      throw new Failure("disclose-reference", `${quote(path)} names ${quote(found)}, which is still private`, {
        exit: 5,
        hint: "take it out first",
      });
  }
}

/** In whatever way it is written there; text of two bytes a character too. */
function privateInBytes(bytes: Uint8Array, secret: StillPrivate): string | undefined {
  for (const piece of [bytes, unpacked(bytes)]) {
    if (piece === null) continue;
    for (const text of [...textsOf(piece), Buffer.from(piece.filter((byte) => byte !== 0)).toString("latin1")]) {
      const found = privateIn(text, secret);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function privateIn(text: string, secret: StillPrivate): string | undefined {
  if (secret.site !== undefined && text.toLowerCase().includes(secret.site)) return secret.site;
  // Of short numbers there are many.
  for (const digits of numbersIn(text)) if (digits.length > 4 && secret.numbers.has(Number(digits))) return digits;
  return (secret.people && text.match(secret.people)?.[0]) ?? undefined;
}
