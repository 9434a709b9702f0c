// Who points to a record: the stories and the pages that name it, mention it, or are linked with it.

import type { NamedKind } from "../model/place.ts";
import type { Expression } from "../model/query/query.ts";
import { namedKey, type PageKey } from "./addresses.ts";
import type { NamedChange, StorySide } from "./build-changes.ts";
import type { Site } from "./site.ts";

/** The numbers of a story and its tasks, on either side. */
export function numbersOf(sides: readonly (StorySide | null)[]): readonly number[] {
  return [...new Set(sides.flatMap((side) => (side ? [side.story.id, ...side.tasks.map((task) => task.id)] : [])))];
}

/** Stories whose texts hold one of some phrases. */
export function mentioning(site: Site, phrases: readonly (readonly string[])[]): readonly number[] {
  const parts = phrases
    .filter((words) => words.length > 0)
    .map((words): Expression => ({ kind: "text", words, prefix: false }));
  return parts.length === 0 ? [] : storiesOf(site, { kind: "or", parts });
}

/** Stories that a story points to, or that point to it. */
export function linkedWith(site: Site, id: number, sides: readonly (StorySide | null)[]): readonly number[] {
  const targets = sides.flatMap((side) => {
    if (!side) return [];
    const { depends_on, related, duplicate_of } = side.story.data;
    const tasks = side.tasks.flatMap((task) => task.data.depends_on ?? []);
    return [...(depends_on ?? []), ...(related ?? []), ...(duplicate_of === undefined ? [] : [duplicate_of]), ...tasks];
  });
  const owners = targets.map((target) => site.catalogue.storyOfTask(target) ?? target);
  const backlinks = site.catalogue.story(id)?.backlinks.map((link) => link.story) ?? [];
  const equals = (field: string, value: number): Expression => ({
    kind: "equals",
    field,
    value: String(value),
    prefix: false,
  });
  const pointing = ["depends_on", "duplicate_of", "related"];
  const gone = numbersOf(sides).flatMap((number) => pointing.map((field) => equals(field, number)));
  return [...owners, ...backlinks, ...(gone.length === 0 ? [] : storiesOf(site, { kind: "or", parts: gone }))];
}

/** Stories whose files name a person, team, project or milestone. */
export function storiesNaming(site: Site, { kind, name }: NamedChange): readonly number[] {
  const fields: Partial<Record<NamedKind, readonly string[]>> = {
    person: ["author", "assignee", "commenter", "affects"],
    team: ["author", "assignee", "commenter", "affects"],
    project: ["project"],
    milestone: ["milestone"],
  };
  const parts = (fields[kind] ?? []).map(
    (field): Expression => ({ kind: "equals", field, value: name, prefix: false }),
  );
  const named = parts.length === 0 ? [] : storiesOf(site, { kind: "or", parts });
  return kind === "milestone" ? [...new Set([...named, ...plannedFor(site, name)])] : named;
}

/** Stories that are planned for a milestone themselves, also where each of their tasks has another. */
function plannedFor(site: Site, milestone: string): readonly number[] {
  const planned = storiesOf(site, { kind: "has", what: "milestone" });
  return site.catalogue
    .rows(planned)
    .filter((row) => row.milestone === milestone)
    .map(({ id }) => id);
}

function storiesOf(site: Site, where: Expression): readonly number[] {
  const query = { where, sort: [], now: site.now };
  return [...new Set(site.catalogue.rowNumbers(query).map((row) => row.story))];
}

export function sideOf(site: Site, id: number): StorySide | null {
  const detail = site.catalogue.story(id);
  return detail
    ? { story: detail.story, tasks: detail.tasks, comments: detail.comments, status: detail.row.status }
    : null;
}

const listed: readonly NamedKind[] = ["project", "person", "team", "group", "milestone", "list", "board"];

/** Pages of records whose front matter names something. */
export function pagesNaming(site: Site, name: string): readonly PageKey[] {
  const word = JSON.stringify(name);
  return listed.flatMap((kind) =>
    site.catalogue
      .allNamed(kind)
      .filter(({ data }) => JSON.stringify(data).includes(word))
      .map((record) => namedKey(kind, record.name)),
  );
}

/** Pages of records whose text holds one of some words. */
export function bodiesHolding(site: Site, words: readonly string[]): readonly PageKey[] {
  return listed.flatMap((kind) =>
    site.catalogue
      .allNamed(kind)
      .filter(({ body }) => body !== "" && words.some((word) => body.toLowerCase().includes(word)))
      .map((record) => namedKey(kind, record.name)),
  );
}
