// What a REF on the command line stands for: an exact id, an alias, or `kind/name`.

import type { Catalogue } from "../index/catalogue.ts";
import { type NamedKind, namedKinds } from "../model/place.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";

export type Target =
  | { readonly kind: "story"; readonly id: number }
  | { readonly kind: "task"; readonly id: number }
  | { readonly kind: NamedKind; readonly name: string };

/** The target, or undefined when nothing answers to it. `prefixes`: the beginning of an id will do, when it is the only one. */
export function resolveReference(catalogue: Catalogue, text: string, prefixes = false): Target | undefined {
  const ref = text.replace(/^#/, "");
  if (/^[1-9]\d{0,7}$/.test(ref)) {
    const id = Number(ref);
    if (catalogue.rows([id]).length > 0 || isBroken(catalogue, "story", id)) return { kind: "story", id };
    if (catalogue.storyOfTask(id) !== undefined) return { kind: "task", id };
    if (!prefixes) return undefined;
    const found = catalogue.idsWithPrefix(ref, 6);
    if (found.length > 1) {
      throw new Failure("ambiguous-reference", `${quote(ref)} is the beginning of several numbers`, {
        hint: `write more of it: ${found
          .map((each) => each.id)
          .slice(0, 5)
          .join(", ")}${found.length > 5 ? " …" : ""}`,
      });
    }
    return found[0];
  }
  const [kind = "", ...rest] = ref.split("/");
  const name = rest.join("/");
  if (kind === "story" || kind === "task") return resolveReference(catalogue, name);
  if (isNamedKind(kind) && name !== "")
    return catalogue.named(kind, name) || isBroken(catalogue, kind, name) ? { kind, name } : undefined;
  const alias = catalogue.alias(ref);
  if (!alias) return undefined;
  return alias.kind === "story" || alias.kind === "task"
    ? { kind: alias.kind, id: Number(alias.id) }
    : { kind: alias.kind, name: String(alias.id) };
}

function isNamedKind(kind: string): kind is NamedKind {
  return (namedKinds as readonly string[]).includes(kind);
}

function isBroken(catalogue: Catalogue, kind: NamedKind | "story", name: number | string): boolean {
  const end = kind === "story" ? `/${name}/story.md` : `/${name}.md`;
  return catalogue.broken().some((file) => file.path.endsWith(end));
}
