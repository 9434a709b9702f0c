// Old addresses to new ones: other trackers' numbers, and the addresses people have in their mails and bookmarks.

import type { Catalogue } from "../index/catalogue.ts";
import { isNamedKind, namedKinds } from "../model/place.ts";
import { indexKey, linkBetween, namedKey, nameInKey, type PageKey, storyKey } from "./addresses.ts";
import { writtenPolicy } from "./content-policy.ts";
import { escapeHtml } from "./escape.ts";

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
  const number = /^\/(?:tasks|stories)\/([1-9]\d{0,7})$/.exec(path)?.[1];
  if (number) return keyOfNumber(catalogue, Number(number)) ?? keyOf(catalogue, `task:${number}`);
  const renamed = nameAt(path.slice(1));
  if (renamed) return keyOf(catalogue, renamed);
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

/** An old address that a site without a server has as a small page, and where it leads. */
export interface Redirect {
  readonly key: PageKey;
  readonly to: PageKey;
}

/** The old addresses of stories and tasks that came from another tracker or were moved, each once, in order. */
export function redirects(catalogue: Catalogue): readonly Redirect[] {
  const found = new Map<PageKey, PageKey>();
  for (const { alias, kind, id } of catalogue.aliases("stories")) {
    const key = oldAddress(alias);
    if (key === null || found.has(key)) continue;
    const to = kind === "story" ? keyOfNumber(catalogue, Number(id)) : keyOf(catalogue, alias);
    if (to !== null) found.set(key, to);
  }
  return [...found].map(([key, to]) => ({ key, to }));
}

/** Those of people, projects and the like that had another name, where that is nobody's now. */
export function nameRedirects(catalogue: Catalogue): readonly Redirect[] {
  const found = new Map<PageKey, PageKey>();
  for (const { alias } of catalogue.aliases("others")) {
    const [kind = "", name = ""] = alias.split(/:(.*)/s);
    if (!isNamedKind(kind) || catalogue.named(kind, name)) continue;
    const key = namedKey(kind, name);
    const to = keyOf(catalogue, alias);
    if (to !== null && !found.has(key)) found.set(key, to);
  }
  return [...found].map(([key, to]) => ({ key, to }));
}

function oldAddress(alias: string): PageKey | null {
  const { launchpad, github, issue } = elsewhere(alias);
  if (launchpad) return `bugs/${launchpad}`;
  // A repository of somebody called "projects" must not lie where pages of ours do.
  if (github) return taken.has(github.split("/")[0] ?? "") ? null : `${github}/issues/${issue}`;
  const [, task, maniphest, storyboard] =
    /^(?:task:([1-9]\d{0,7})|maniphest:(T[1-9]\d{0,7})|storyboard:story\/([1-9]\d{0,7}))$/.exec(alias) ?? [];
  if (task) return `tasks/${task}`;
  return maniphest ?? (storyboard ? `story/${storyboard}` : null);
}

/** Where the alias of a story leads in the tracker that it came from, or null: Phorge and StoryBoard are not at one place. */
export function addressElsewhere(alias: string): string | null {
  const { launchpad, github, issue } = elsewhere(alias);
  if (launchpad) return `https://bugs.launchpad.net/bugs/${launchpad}`;
  return github ? `https://github.com/${github}/issues/${issue}` : null;
}

/** Names of a repository's owner and its own as GitHub allows them: none of them is "..", and leads beside what it stands in. */
function elsewhere(alias: string) {
  const [, launchpad, github, issue] =
    /^(?:launchpad:([1-9]\d{0,7})|github:((?!\.)[\w.-]+\/(?!\.\.?#)[\w.-]+)#([1-9]\d{0,7}))$/.exec(alias) ?? [];
  return { launchpad, github, issue };
}

/** The alias "person:alice" that a record has which had its page here. */
function nameAt(key: PageKey): string | null {
  const kind = namedKinds.find((each) => key.startsWith(`${indexKey(each)}/`));
  return kind ? `${kind}:${nameInKey(key.slice(indexKey(kind).length + 1))}` : null;
}

const taken: ReadonlySet<string> = new Set([
  ...["stories", "people", "teams", "projects", "groups", "milestones", "lists", "boards", "templates", "tags"],
  ...["archive", "search", "reports", "bugs", "story", "tasks"],
]);

/** The small page at an old address. */
export function redirectPage({ key, to }: Redirect): string {
  const link = escapeHtml(linkBetween(key, to));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${writtenPolicy}"><meta name="referrer" content="no-referrer"><title>Moved</title><meta name="robots" content="noindex"><link rel="canonical" href="${link}"><meta http-equiv="refresh" content="0; url=${link}"></head>
<body><main><h1>Moved</h1><p>What was here is <a href="${link}">here</a> now.</p></main></body></html>
`;
}

/** Whether a file of a built site leads from an old address to a page. */
export function isOldAddress(file: string): boolean {
  return /^(?:(?:bugs|tasks)\/\d+|T\d+|story\/\d+|[\w.-]+\/[\w.-]+\/issues\/\d+)\.html$/.test(file);
}

/** How many pages there are to read among files. */
export function pagesAmong(files: readonly string[]): number {
  return files.reduce((count, file) => count + Number(file.endsWith(".html") && !isOldAddress(file)), 0);
}
