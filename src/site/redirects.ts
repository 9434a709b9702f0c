// Old addresses to new ones: other trackers' numbers, and the addresses people have in their mails and bookmarks.

import type { Catalogue } from "../index/catalogue.ts";
import { namedKey, type PageKey, storyKey } from "./addresses.ts";

/** Where an address that is no page of ours leads, or null. The path begins with "/". */
export function redirectOf(catalogue: Catalogue, path: string): PageKey | null {
  const launchpad = /^\/(?:.*\/)?\+?bugs?\/([1-9]\d{0,7})$/.exec(path)?.[1];
  if (launchpad) return keyOf(catalogue, `launchpad:${launchpad}`) ?? keyOfNumber(catalogue, Number(launchpad));
  const maniphest = /^\/(T[1-9]\d{0,7})$/.exec(path)?.[1];
  if (maniphest) return keyOf(catalogue, `maniphest:${maniphest}`);
  const storyboard = /^\/story\/([1-9]\d{0,7})$/.exec(path)?.[1];
  if (storyboard)
    return keyOf(catalogue, `storyboard:story/${storyboard}`) ?? keyOfNumber(catalogue, Number(storyboard));
  const github = /^\/([\w.-]+\/[\w.-]+)\/issues\/([1-9]\d{0,7})$/.exec(path);
  if (github) return keyOf(catalogue, `github:${github[1]}#${github[2]}`);
  const task = /^\/(?:tasks|stories)\/([1-9]\d{0,7})$/.exec(path)?.[1];
  if (task) return keyOfNumber(catalogue, Number(task));
  const alias = /^\/alias\/(.+)$/.exec(path)?.[1];
  return alias ? keyOf(catalogue, alias) : null;
}

function keyOf(catalogue: Catalogue, alias: string): PageKey | null {
  const found = catalogue.alias(alias);
  if (!found) return null;
  if (found.kind === "story" || found.kind === "task") return keyOfNumber(catalogue, Number(found.id));
  return namedKey(found.kind, String(found.id));
}

function keyOfNumber(catalogue: Catalogue, id: number): PageKey | null {
  if (catalogue.rows([id]).length > 0) return storyKey(id);
  const story = catalogue.storyOfTask(id);
  return story === undefined ? null : `${storyKey(story)}#task-${id}`;
}
