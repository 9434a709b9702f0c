// The rows that an earlier build wrote into a list's pages: of stories that have not changed since they are taken over, not made again.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf, type PageKey, pagedKey } from "./addresses.ts";
import type { Site, WrittenRow } from "./site.ts";

/** The site with rows from the pages in `place`, but for those of stories that have changed. */
export function withWrittenRows(site: Site, place: string, changed: ReadonlySet<number>): Site {
  return {
    ...site,
    listed(list, ids, isByReport = false) {
      const written = rowsOfList(place, list, isByReport);
      const isWritten = (id: number) => written.has(id) && !changed.has(id);
      const others = new Map(site.rows(ids.filter((id) => !isWritten(id))).map((row) => [row.id, row]));
      return ids.flatMap((id) => (isWritten(id) ? written.get(id) : others.get(id)) ?? []);
    },
  };
}

/** Of all its pages: a story that comes or goes moves others from one to the next. */
function rowsOfList(place: string, list: PageKey, isByReport: boolean): ReadonlyMap<number, WrittenRow> {
  const rows = new Map<number, WrittenRow>();
  for (let number = 1; ; number += 1) {
    const key = pagedKey(list, number);
    const [html, json] = [join(place, fileOf(key)), join(place, `${key}.json`)];
    if (!existsSync(html) || !existsSync(json)) return rows;
    for (const row of rowsOfPage(readFileSync(html, "utf8"), readFileSync(json, "utf8"), isByReport))
      rows.set(row.id, row);
  }
}

/** A page's rows by their places: both files list the same stories in the same order; none when they do not, or had other columns. */
export function rowsOfPage(html: string, json: string, isByReport: boolean): readonly WrittenRow[] {
  const table = html.slice(html.lastIndexOf('<table class="rows stories">'));
  if (table.slice(0, table.indexOf("</thead>")).includes(">Reported by<") !== isByReport) return [];
  const rows = table.match(/^<tr>\n[\s\S]*?^<\/tr>\n/gm) ?? [];
  const lines = [...json.matchAll(/^ {4}(\{"id":(\d+),.*\}),?$/gm)];
  const found = lines.map(([, line = "", id], at) => ({
    id: Number(id),
    written: { html: rows[at] ?? "", json: line },
  }));
  const isOne =
    rows.length === lines.length && found.every(({ id, written }) => written.html.includes(`>#${id}</span>`));
  return isOne ? found : [];
}
