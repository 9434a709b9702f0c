// What a REF on the command line of a writing command stands for: found in the files themselves, so that no index has to be made first.

import { bearerOf, formerAlias, isAlias, isNow } from "../index/reference.ts";
import { isSlug, type NamedKind, namedKinds, pathOf, placeOf } from "../model/place.ts";
import { Failure } from "../text/failure.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { findNamed, findNumber } from "../tracker/find-record.ts";
import { catalogueOf } from "./tracker-at.ts";
import type { Writing } from "./write.ts";

/** A record that is there, and where. */
export type Target =
  | { readonly kind: "story"; readonly id: number; readonly path: string }
  | { readonly kind: "task"; readonly id: number; readonly story: number; readonly path: string }
  | { readonly kind: "comment"; readonly name: string; readonly story: number; readonly path: string }
  | { readonly kind: NamedKind; readonly name: string; readonly path: string };

/** The record that a REF names. Failure "no-such-record" with what is near. */
export async function targetOf(writing: Writing, text: string): Promise<Target> {
  const ref = text.replace(/^#/, "");
  const { files } = writing.tracker;
  const comment = /^(?:(?:story\/)?([1-9]\d{0,7})\/)(\d{8}T\d{6}Z-[a-z0-9]{4})$/.exec(ref);
  if (comment) {
    const [, story, name = ""] = comment;
    const path = pathOf({ kind: "comment", story: Number(story), name });
    if (await files.readPath(path, 0)) return { kind: "comment", name, story: Number(story), path };
    throw noSuch(text);
  }
  const number = /^(?:(story|task)\/)?([1-9]\d{0,7})$/.exec(ref);
  if (number) {
    const found = await findNumber(files, Number(number[2]));
    if (found && (number[1] === undefined || number[1] === found.kind)) return found;
    return byAlias(writing, text, formerAlias(number[1], number[2] ?? ""));
  }
  const [kind = "", ...rest] = ref.split("/");
  const name = rest.join("/");
  if ((namedKinds as readonly string[]).includes(kind) && name !== "") {
    const path = name.split("/").every(isSlug) ? await findNamed(files, kind as NamedKind, name) : undefined;
    if (path !== undefined) return { kind: kind as NamedKind, name, path };
    const guess = nearest(name, await namesOf(writing, kind as NamedKind));
    return byAlias(writing, text, formerAlias(kind, name), guess === undefined ? undefined : `${kind}/${guess}`);
  }
  if (isAlias(ref)) return byAlias(writing, ref, ref);
  throw noSuch(text);
}

/** The story that a REF names, or that its task belongs to. */
export async function storyOf(writing: Writing, text: string): Promise<number> {
  const target = await targetOf(writing, text);
  if (target.kind === "story") return target.id;
  if ("story" in target) return target.story;
  throw new Failure("no-such-record", `${quote(text)} is a ${target.kind}, not a story`);
}

/** Aliases stand inside files: only an index knows where. */
async function byAlias(writing: Writing, text: string, alias: string, guess?: string): Promise<Target> {
  const { context, tracker } = writing;
  const catalogue = await catalogueOf(context, tracker);
  try {
    const path = bearerOf(catalogue, alias);
    if (path === undefined) throw noSuch(text, guess);
    const target = { ...placeOf(path), path } as Target;
    if (text !== alias && !context.quiet) context.terminal.err(`${isNow(text, target)}\n`);
    return target;
  } finally {
    catalogue.close();
  }
}

async function namesOf({ tracker }: Writing, kind: NamedKind): Promise<string[]> {
  const folder = pathOf({ kind, name: "x" }).split("/")[0] ?? "";
  const names: string[] = [];
  for await (const batch of tracker.files.listUnder?.([folder]) ?? tracker.files.list()) {
    for (const { path } of batch) if (path.startsWith(`${folder}/`)) names.push(path.slice(folder.length + 1, -3));
  }
  return names;
}

function noSuch(text: string, guess?: string): Failure {
  return new Failure("no-such-record", `there is no ${quote(text)} here`, {
    hint: guess
      ? `did you mean "${guess}"?`
      : "name a number, an alias such as launchpad:1834567, or a name such as project/openstack/nova",
  });
}
