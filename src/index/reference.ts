// What a REF stands for, on the command line and for programs: an exact id, an alias, or `kind/name`.

import { isNamedKind, type Misplaced, type NamedKind, type Place, pathOf, placeOf } from "../model/place.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { Catalogue } from "./catalogue.ts";

export type Target =
  | { readonly kind: "story"; readonly id: number }
  | { readonly kind: "task"; readonly id: number }
  | { readonly kind: NamedKind; readonly name: string };

/** How a REF is to be looked up. */
export interface LookUp {
  /** The beginning of an id will do, when it is the only one. */
  readonly prefixes?: boolean;
  /** Told when the REF is an old number or name: what it is called now. */
  readonly say?: (sentence: string) => void;
}

/** The target, or undefined when nothing answers to it. Failure "ambiguous-reference" when several do. */
export function resolveReference(catalogue: Catalogue, text: string, how: LookUp = {}): Target | undefined {
  const ref = text.replace(/^#/, "");
  const number = /^(?:(story|task)\/)?([1-9]\d{0,7})$/.exec(ref);
  if (number) {
    const [, kind, digits = ""] = number;
    const found = numbered(catalogue, Number(digits));
    if (found && (kind === undefined || kind === found.kind)) return found;
    return (
      formerly(catalogue, text, formerAlias(kind, digits), how) ??
      (how.prefixes && kind === undefined ? beginning(catalogue, digits) : undefined)
    );
  }
  const [kind = "", ...rest] = ref.split("/");
  const name = rest.join("/");
  if (isNamedKind(kind) && name !== "") {
    if (catalogue.named(kind, name) || isBroken(catalogue, { kind, name })) return { kind, name };
    return formerly(catalogue, text, formerAlias(kind, name), how);
  }
  const path = bearerOf(catalogue, ref);
  return path === undefined ? undefined : targetAt(path);
}

/** True for what is written as aliases are: "launchpad:1834567". */
export function isAlias(text: string): boolean {
  return /^[a-z][a-z0-9-]*:\S+$/.test(text);
}

/** The alias that a record keeps when its number or name changes; only tasks change their number. */
export function formerAlias(kind: string | undefined, name: string): string {
  return `${kind ?? "task"}:${name}`;
}

/** The path of the one record that has an alias. Failure "ambiguous-reference" when several have it. */
export function bearerOf(catalogue: Catalogue, alias: string): string | undefined {
  const paths = catalogue.bearers(alias);
  if (paths.length <= 1) return paths[0];
  const names = paths.slice(0, 5).map((path) => refOf(placeOf(path)));
  throw new Failure("ambiguous-reference", `${quote(alias)} is an alias of ${paths.length} records`, {
    hint: `name one of them: ${names.join(", ")}${paths.length > 5 ? " …" : ""}`,
  });
}

/** What the record that was called so is called now. */
export function isNow(text: string, target: Place | Target): string {
  return `${quote(text)} is ${refOf(target)} now`;
}

function refOf(place: Place | Misplaced | Target): string {
  if (place.kind === "comment") return `${place.story}/${place.name}`;
  if ("id" in place) return `${place.kind} ${place.id}`;
  return "name" in place ? `${place.kind}/${place.name}` : place.kind;
}

function numbered(catalogue: Catalogue, id: number): Target | undefined {
  if (catalogue.rows([id]).length > 0 || isBroken(catalogue, { kind: "story", id })) return { kind: "story", id };
  return ownerOf(catalogue, id) === undefined ? undefined : { kind: "task", id };
}

/** The story that a task lies in, whatever can be read of the two. */
export function ownerOf(catalogue: Catalogue, task: number): number | undefined {
  return catalogue.storyOfTask(task) ?? catalogue.storyOfBroken(task);
}

function formerly(catalogue: Catalogue, text: string, alias: string, { say }: LookUp): Target | undefined {
  const path = bearerOf(catalogue, alias);
  const target = path === undefined ? undefined : targetAt(path);
  if (target) say?.(isNow(text, target));
  return target;
}

function beginning(catalogue: Catalogue, digits: string): Target | undefined {
  const found = catalogue.idsWithPrefix(digits, 6);
  if (found.length <= 1) return found[0];
  const ids = found.slice(0, 5).map((each) => each.id);
  throw new Failure("ambiguous-reference", `${quote(digits)} is the beginning of several numbers`, {
    hint: `write more of it: ${ids.join(", ")}${found.length > 5 ? " …" : ""}`,
  });
}

/** What is shown for a path; a comment is shown with its story. */
function targetAt(path: string): Target | undefined {
  const place = placeOf(path);
  if (place.kind === "story" || place.kind === "task") return { kind: place.kind, id: place.id };
  if (place.kind === "comment") return { kind: "story", id: place.story };
  return "name" in place && isNamedKind(place.kind) ? { kind: place.kind, name: place.name } : undefined;
}

function isBroken(catalogue: Catalogue, target: Exclude<Target, { kind: "task" }>): boolean {
  const path = pathOf(target);
  return catalogue.broken().some((file) => file.path === path);
}
