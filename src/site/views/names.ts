// Pages that list names: projects, people, teams, groups, milestones, lists, boards, tags.

import type { Facet } from "../../index/catalogue.ts";
import { type NamedKind, pathOf } from "../../model/place.ts";
import { compareText } from "../../text/diagnostic.ts";
import { indexKey, namedKey, tagKey } from "../addresses.ts";
import { plainText } from "../markdown/render.ts";
import type { Page } from "../page.ts";
import { queryOf, type Site } from "../site.ts";
import { ofTeam } from "./named.ts";
import { milestoneProgress, type Progress } from "./progress.ts";

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
  /** The day by which it should be done. */
  readonly due?: string | undefined;
  /** How far it has come. */
  readonly progress?: Progress;
  readonly open: number | null;
  /** All of them, open or not; of people those that they reported. */
  readonly all: number | null;
  /** Why it is no more what it was; null while it is. */
  readonly past: string | null;
}

type Past = "retired" | "disabled" | "archived" | "closed";

function pastOf({ retired, disabled, archived, closed }: { readonly [K in Past]?: boolean }): string | null {
  return retired ? "retired" : disabled ? "gone" : archived ? "archived" : closed ? "closed" : null;
}

export function namesPage(site: Site, kind: NamedKind): Page {
  const [open, all] = [activeCounts(site, kind), allCounts(site, kind)];
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
      note: plainText(record.body, 100),
      due: data.date,
      ...(kind === "milestone" ? { progress: milestoneProgress(site, record.name) } : {}),
      open: open ? (open.get(record.name) ?? 0) : null,
      all: all ? (all.get(record.name) ?? 0) : null,
      past: pastOf(data),
    };
  });
  const sorted = rows.sort(
    (a, b) =>
      Number(a.past !== null) - Number(b.past !== null) ||
      // What has a day comes in the order of days.
      compareText(a.due ?? "9", b.due ?? "9") ||
      (b.open ?? 0) - (a.open ?? 0) ||
      (b.all ?? 0) - (a.all ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );
  const title = indexTitles[kind];
  const openTitle = kind === "person" ? "To do" : "Active";
  const view = {
    rows: sorted,
    made: { kind, path: pathOf({ kind, name: "NAME" }) },
    openTitle: open && openTitle,
    allTitle: all && (kind === "person" ? "Reported" : "Stories"),
  };
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
      all: counts.get(name)?.stories ?? 0,
      past: null,
    }))
    .sort((a, b) => b.open - a.open || b.all - a.all || (a.name < b.name ? -1 : 1));
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
    view: { rows, made: null, openTitle: "Active", allTitle: "Stories" },
    json,
    section: "tags",
  };
}

/** Of each name how many active stories have a task there, of people those with an open one; null where tasks have none. */
export function activeCounts(site: Site, kind: NamedKind): Map<string, number> | null {
  if (kind === "team") {
    const teams = site.catalogue.allNamed("team");
    const activeOf = (name: string) =>
      site.catalogue.headsWith(ofTeam(site, name)).reduce((sum, { status }) => sum + Number(status === "active"), 0);
    return new Map(teams.map(({ name }) => [name, activeOf(name)]));
  }
  // Who has something to do, and where something is open, as the pages of both count it.
  if (kind === "person") return storiesBy(site, "assignee", "task:todo,inprogress,review");
  return counted.has(kind) ? storiesBy(site, kind as Facet, "status:active") : null;
}

function allCounts(site: Site, kind: NamedKind): Map<string, number> | null {
  if (kind === "person") return storiesBy(site, "author", "");
  return counted.has(kind) ? storiesBy(site, kind as Facet, "") : null;
}

const counted: ReadonlySet<NamedKind> = new Set(["project", "milestone"]);

/** Of each value of a field how many of a query's stories have it. */
function storiesBy(site: Site, facet: Facet, text: string): Map<string, number> | null {
  const query = queryOf(site, text);
  return query && new Map(site.catalogue.facet(query, facet, 100_000).map(({ value, count }) => [value, count]));
}
