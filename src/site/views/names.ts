// Pages that list names: projects, people, teams, groups, milestones, lists, boards, tags.

import type { NamedKind } from "../../model/place.ts";
import { indexKey, namedKey, tagKey } from "../addresses.ts";
import { plainText } from "../markdown/render.ts";
import type { Page } from "../page.ts";
import { queryOf, type Site } from "../site.ts";

/** What the page is called that lists all of a kind. */
export const indexTitles: Readonly<Record<NamedKind, string>> = {
  project: "Projects",
  person: "People",
  team: "Teams",
  group: "Project groups",
  milestone: "Milestones",
  list: "Lists",
  board: "Boards",
  template: "Story templates",
};

/** The kinds that have a page of their own each. */
export const indexedKinds: readonly NamedKind[] = ["project", "person", "team", "group", "milestone", "list", "board"];

interface NameRow {
  readonly name: string;
  readonly title: string;
  readonly key: string;
  readonly note: string;
  readonly open: number | null;
  /** Why it is no more what it was; null while it is. */
  readonly past: string | null;
}

type Past = "retired" | "disabled" | "archived" | "closed";

function pastOf({ retired, disabled, archived, closed }: { readonly [K in Past]?: boolean }): string | null {
  return retired ? "retired" : disabled ? "gone" : archived ? "archived" : closed ? "closed" : null;
}

export function namesPage(site: Site, kind: NamedKind): Page {
  const open = activeCounts(site, kind);
  const rows = site.catalogue.allNamed(kind).map((record): NameRow => {
    const data = record.data as {
      title?: string;
      name?: string;
      retired?: boolean;
      disabled?: boolean;
      archived?: boolean;
      closed?: boolean;
      date?: string;
    };
    return {
      name: record.name,
      title: data.title ?? data.name ?? record.name,
      key: namedKey(kind, record.name),
      note: data.date ? `due ${data.date}` : plainText(record.body, 100),
      open: open ? (open.get(record.name) ?? 0) : null,
      past: pastOf(data),
    };
  });
  const sorted = rows.sort(
    (a, b) =>
      Number(a.past !== null) - Number(b.past !== null) || (b.open ?? 0) - (a.open ?? 0) || (a.name < b.name ? -1 : 1),
  );
  const title = indexTitles[kind];
  const view = { rows: sorted, showsOpen: open !== null };
  return {
    key: indexKey(kind),
    title,
    description: `${title} of this tracker.`,
    template: "names",
    view,
    json: sorted.map(({ name, title: words, open: count }) => ({ id: name, kind, title: words, open: count })),
    section: indexKey(kind),
  };
}

export function tagsPage(site: Site): Page {
  const described = site.config?.tags ?? {};
  const counts = new Map(site.tags().map((each) => [each.tag, each]));
  const names = [...new Set([...counts.keys(), ...Object.keys(described)])];
  const rows = names
    .map((name) => ({
      name,
      title: name,
      key: tagKey(name),
      note: described[name]?.description ?? "",
      open: counts.get(name)?.active ?? 0,
      past: null,
    }))
    .sort((a, b) => b.open - a.open || (a.name < b.name ? -1 : 1));
  const json = names.map((tag) => ({
    id: tag,
    kind: "tag",
    stories: counts.get(tag)?.stories ?? 0,
    active: counts.get(tag)?.active ?? 0,
  }));
  return {
    key: "tags",
    title: "Tags",
    description: "Tags of this tracker.",
    template: "names",
    view: { rows, showsOpen: true },
    json,
    section: "tags",
  };
}

/** Of each name how many stories have an open task there; null where tasks have none. */
export function activeCounts(site: Site, kind: NamedKind): Map<string, number> | null {
  const facet = { project: "project", person: "assignee", team: "assignee", milestone: "milestone" }[kind as string];
  const query = queryOf(site, "task:todo,inprogress,review");
  if (!facet || !query) return null;
  return new Map(site.catalogue.facet(query, facet as "project", 100_000).map((each) => [each.value, each.count]));
}
