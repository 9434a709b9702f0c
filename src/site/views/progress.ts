// How far a milestone has come: its tasks, by whether they are done.

import { queryOf, type Site } from "../site.ts";

export interface Progress {
  readonly done: number;
  readonly open: number;
  readonly percent: number;
}

export function milestoneProgress(site: Site, name: string): Progress {
  const count = (query: string) => {
    const parsed = queryOf(site, query);
    return parsed ? site.catalogue.tasks(parsed, { limit: 0, offset: 0 }).total : 0;
  };
  const done = count(`milestone:"${name}" task:merged`);
  const open = count(`milestone:"${name}" task:todo,inprogress,review`);
  return { done, open, percent: done + open === 0 ? 0 : Math.round((100 * done) / (done + open)) };
}
