// What can be asked, with an example of each: of this tracker's own names, so that following it finds something.

import type { Facet } from "../../index/catalogue.ts";
import type { NamedKind } from "../../model/place.ts";
import { conditions, possessions, queryFields, sortFields } from "../../model/query/fields.ts";
import { unanswerable } from "../browser/judge.ts";
import { termFor } from "../search/facets.ts";
import { known, oncePerSite, queryOf, type Site } from "../site.ts";

interface Askable {
  readonly example: string;
  readonly description: string;
  /** Whether it can be asked of this tracker, which may have no such list, or nobody who is called so. */
  readonly isAnswered: boolean;
}

export const askableIn = oncePerSite((site): readonly Askable[] => [
  ...queryFields.map(({ name, example, description }) => ({ ...exampleOf(site, name, example), description })),
  ...terms.map((each) => ({ ...each, isAnswered: isAnsweredAnywhere(site, each.example) })),
]);

/** Where the site is plain files as well. */
function isAnsweredAnywhere(site: Site, example: string): boolean {
  const query = queryOf(site, example);
  return query !== null && unanswerable(query.where) === null;
}

const terms = [
  ...Object.entries(conditions).map(([name, description]) => ({ example: `is:${name}`, description })),
  ...Object.entries(possessions).map(([name, description]) => ({ example: `has:${name}`, description })),
  {
    example: "sort:priority",
    description: `In this order: ${sortFields.join(", ")} or relevance, with -asc or -desc behind it.`,
  },
];

const facets: ReadonlySet<string> = new Set(["project", "assignee", "author", "tag", "milestone"] satisfies Facet[]);
const kinds: ReadonlySet<string> = new Set(["group", "team", "list", "board"] satisfies NamedKind[]);
/** Examples of these are of some tracker: here they may find nothing, and are no links then. */
const rare: ReadonlySet<string> = new Set([
  ...["id", ...facets, "group", "team"],
  ...["alias", "commenter", "watcher", "affects", "branch", "cve", "depends_on", "duplicate_of"],
]);

/** With the commonest of a tracker's values, or its first name. */
function exampleOf(site: Site, field: string, usual: string): Pick<Askable, "example" | "isAnswered"> {
  const own = valueIn(site, field);
  const example = own === undefined ? usual : termFor(field, own);
  const query = queryOf(site, example);
  const finds = () => query !== null && site.catalogue.storyIds(query, { offset: 0, limit: 1 }).total > 0;
  return { example, isAnswered: query !== null && (!rare.has(field) || finds()) };
}

function valueIn(site: Site, field: string): string | undefined {
  if (field === "id") {
    const first = site.heads().ids[0];
    return first === undefined ? undefined : String(first);
  }
  if (kinds.has(field)) return [...known(site, field as NamedKind)][0];
  const all = queryOf(site, "");
  return facets.has(field) && all ? site.catalogue.facet(all, field as Facet, 1)[0]?.value : undefined;
}
