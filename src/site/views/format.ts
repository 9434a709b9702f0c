// What the files of a tracker look like: every kind with its keys, from the schemas themselves.

import { type Kind, namedKinds } from "../../model/place.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";

const places: Readonly<Record<Kind, string>> = {
  tracker: "tracker.yaml",
  story: "stories/NNN/ID/story.md",
  task: "stories/NNN/ID/tasks/ID.md",
  comment: "stories/NNN/ID/comments/TIME-xxxx.md",
  affects: "stories/NNN/ID/affects/PERSON.md",
  project: "projects/NAME.md",
  person: "people/NAME.md",
  team: "teams/NAME.md",
  group: "groups/NAME.md",
  milestone: "milestones/NAME.md",
  list: "lists/NAME.md",
  board: "boards/NAME.md",
  template: "templates/NAME.md",
};

const kinds: readonly Kind[] = ["story", "task", "comment", "affects", ...namedKinds, "tracker"];

interface Property {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Property;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly [extension: `x-${string}`]: unknown;
}

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
}

export function formatPage(site: Site): Page {
  const sections = kinds.map((kind) => {
    const schema = JSON.parse(site.templates.schema(kind)) as Schema;
    const keys = [...keysOf(schema, ""), ...declaredKeys(site, kind)];
    return { kind, title: schema.title ?? kind, place: places[kind], description: schema.description ?? "", keys };
  });
  return {
    key: "format",
    title: "Format",
    description: "What the files of this tracker look like, key by key.",
    template: "format",
    view: { sections },
    json: sections,
  };
}

interface FormatKey {
  /** With what it is part of before it: "lanes[].title". */
  readonly name: string;
  readonly required: boolean;
  readonly immutable: boolean;
  readonly restricted: boolean;
  readonly values: string;
  readonly description: string;
}

function keysOf({ required, properties }: Pick<Property, "required" | "properties">, before: string): FormatKey[] {
  return Object.entries(properties ?? {}).flatMap(([key, property]) => {
    const name = before + key;
    const own = {
      name,
      required: required?.includes(key) ?? false,
      immutable: property["x-immutable"] === true,
      restricted: property["x-restricted"] === true,
      values: valuesOf(property),
      description: property.description ?? "",
    };
    return [own, ...keysOf(property, `${name}.`), ...keysOf(property.items ?? {}, `${name}[].`)];
  });
}

/** The fields that tracker.yaml declares for a kind. */
function declaredKeys({ config }: Site, kind: Kind): FormatKey[] {
  return Object.entries(config?.fields ?? {})
    .filter(([, { on }]) => on.some((each) => each === kind))
    .map(([name, { schema, title, description }]) => ({
      ...{ name, required: false, immutable: false, restricted: false },
      values: valuesOf({ ...schema, "x-format": schema.format } as Property),
      description: `${description ?? title ?? ""} A field of this tracker.`.trim(),
    }));
}

/** What may stand there, in a word or two. */
function valuesOf({ type, enum: choices, const: only, items, ...rest }: Property): string {
  if (only !== undefined) return JSON.stringify(only);
  if (choices)
    return choices
      .filter((each) => each !== null)
      .map(String)
      .join(", ");
  const of = rest["x-format"];
  if (typeof of === "string") return of;
  const names = [type ?? ""].flat().filter((name) => name !== "null" && name !== "");
  return names.includes("array") && items ? `list of ${valuesOf(items)}` : names.join(" or ");
}
