// The home page: what is moving, what needs triage, milestones ahead, and where to go from here.

import { endOfDay } from "../../model/instant.ts";
import { indexKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { queryOf, type Site, siteTitle } from "../site.ts";
import { activeCounts, indexTitles } from "./names.ts";
import { milestoneProgress } from "./progress.ts";

export function homePage(site: Site): Page {
  const { catalogue } = site;
  const top = (query: string, limit: number) => {
    const parsed = queryOf(site, query);
    return { query, ...(parsed ? catalogue.stories(parsed, { limit, offset: 0 }) : { total: 0, rows: [] }) };
  };
  const all = queryOf(site, "");
  const milestones = catalogue
    .allNamed("milestone")
    .filter((milestone) => milestone.data.closed !== true && milestone.data.archived !== true)
    .sort((a, b) => ((a.data.date ?? "9") < (b.data.date ?? "9") ? -1 : 1))
    .slice(0, 4)
    .map((milestone) => ({
      name: milestone.name,
      title: milestone.data.title,
      date: milestone.data.date ?? null,
      late: milestone.data.date !== undefined && endOfDay(milestone.data.date) <= site.now,
      ...milestoneProgress(site, milestone.name),
    }));
  const active = activeCounts(site, "project");
  const projects = catalogue
    .allNamed("project")
    .filter((project) => project.data.retired !== true)
    .map((project) => ({ name: project.name, active: active?.get(project.name) ?? 0 }))
    .sort((a, b) => b.active - a.active || (a.name < b.name ? -1 : 1));
  // What is overdue when somebody reads the page may have been due soon when it was built.
  const urgent = top("status:active -is:duplicate (priority:critical OR due:<14d) sort:priority sort:due", 6);
  const shown = new Set(urgent.rows.map(({ id }) => id));
  const current = top("status:active -is:untriaged -is:stale -is:duplicate sort:updated", 12);
  // Where everything is done, or nothing moves, what was done last is the news.
  const moving =
    current.total > 0
      ? { title: "Moving", ...current, rows: current.rows.filter(({ id }) => !shown.has(id)) }
      : { title: "Last changed", ...top("sort:updated", 12) };
  const view = {
    counts: { all: top("", 0).total, active: top("status:active", 0).total, merged: top("status:merged", 0).total },
    moving,
    untriaged: top("is:untriaged sort:created", 8),
    urgent,
    milestones,
    projects: projects.slice(0, 12),
    moreProjects: Math.max(0, projects.length - 12),
    boards: catalogue
      .allNamed("board")
      .filter((board) => board.data.archived !== true)
      .map((board) => ({ name: board.name, title: board.data.title })),
    lists: catalogue
      .allNamed("list")
      .filter((list) => list.data.archived !== true)
      .map((list) => ({ name: list.name, title: list.data.title })),
    // Pages that the navigation has no room for.
    indexes: (["group", "team"] as const)
      .filter((kind) => catalogue.allNamed(kind).length > 0)
      .map((kind) => ({ key: indexKey(kind), title: indexTitles[kind] })),
    tags: site.tags().slice(0, 24),
    broken: catalogue.broken().length,
  };
  const title = siteTitle(site);
  const json = {
    name: title,
    commit: catalogue.commit,
    stories: view.counts,
    facets: all ? catalogue.facet(all, "status", 10) : [],
  };
  return {
    key: "index",
    title,
    description: `Stories, tasks and plans of ${title}.`,
    template: "home",
    view,
    json,
    feed: { kind: "query", query: "" },
    section: "index",
  };
}
