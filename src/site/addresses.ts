// Every address of the site is born here: page keys such as "stories/48213377", and the relative links between them.

import type { NamedKind } from "../model/place.ts";
import { commentTime } from "../model/place.ts";

/** A page without its ending; "index" is the home page. JSON, feeds and files carry their ending. */
export type PageKey = string;

const folders: Readonly<Record<NamedKind, string>> = {
  person: "people",
  team: "teams",
  project: "projects",
  group: "groups",
  milestone: "milestones",
  list: "lists",
  board: "boards",
  template: "templates",
};

/** What addresses end in that are no pages. A name may end so as well, as that of a program does: its last dot is written otherwise. */
const endings = "json|atom|css|js|svg|txt|xml";
const dotBefore = (dot: string) => new RegExp(`${dot}(?=(?:${endings})$)`);
const endedAsPage = (name: string): string => name.replace(dotBefore("\\."), "~2e");

/** The name that stands in a key. */
export const nameInKey = (part: string): string => part.replace(dotBefore("~2e"), ".");

export const storyKey = (id: number): PageKey => `stories/${id}`;
export const namedKey = (kind: NamedKind, name: string): PageKey => `${folders[kind]}/${endedAsPage(name)}`;
export const indexKey = (kind: NamedKind): PageKey => folders[kind];
export const searchKey = (query: string): PageKey => `search?q=${encodeURIComponent(query)}`;
/** The page that makes a report on a project ready. */
export const newKey = (project: string): PageKey => `new?project=${encodeURIComponent(project)}`;
export const tagKey = (tag: string): PageKey => `tags/${endedAsPage(fileName(tag))}`;

/** Endings that browsers show without running anything, whatever server hands them out. */
const shownAsIs = /\.(?:png|jpe?g|gif|webp|txt|log|patch|diff)$/i;

/** An attachment; one that a browser might run gets an ending that none does. */
export const attachmentKey = (story: number, name: string): PageKey =>
  `stories/${story}/attachments/${fileName(name)}${shownAsIs.test(name) ? "" : ".download"}`;

/** The name of the attachment that the last part of such a key stands for. */
export function attachmentName(file: string): string | undefined {
  const name = nameOfFile(file.replace(/\.download$/, ""));
  return name !== undefined && file === fileName(name) + (shownAsIs.test(name) ? "" : ".download") ? name : undefined;
}

/** Later pages of a long list: "projects/lantern/compute~2". */
export const pagedKey = (key: PageKey, page: number): PageKey => (page === 1 ? key : `${key}~${page}`);

/** The JSON beside a page; a search has the same query. */
export const jsonKey = (key: PageKey): PageKey => key.replace(/(?=\?|$)/, ".json");

/** The feed beside a page; a search has the same query. */
export const feedKey = (key: PageKey): PageKey => key.replace(/(?:~\d+)?(?=\?|$)/, ".atom");

/** A comment's place on its story's page. */
export const commentAnchor = (name: string): string => `comment-${name.toLowerCase()}`;

/** A commit's place on a story's page. */
export const eventAnchor = (commit: string): string => `commit-${commit.slice(0, 12)}`;

/** Any name as one that every file system and address takes as it is: other characters become ~ and their bytes in hex. */
export function fileName(name: string): string {
  // Most names are what they stand for.
  if (/^[A-Za-z0-9._-]*$/.test(name)) return name;
  return [...Buffer.from(name)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._-]/.test(character) ? character : `~${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");
}

/** The name that `fileName` was given; undefined when it cannot have been. */
export function nameOfFile(file: string): string | undefined {
  if (!/^(?:[A-Za-z0-9._-]|~[0-9a-f]{2})+$/.test(file)) return undefined;
  const name = Buffer.from(
    file.replace(/~([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
  return fileName(name) === file ? name : undefined;
}

const isFile = new RegExp(`\\.(?:${endings})$|^stories/\\d+/attachments/`);

/** The file a page is written to, and asked for by. */
export function fileOf(key: PageKey): string {
  return isFile.test(key) ? key : `${key}.html`;
}

/** A link from one page to another: relative, so that the site works below any address. */
export function linkBetween(from: PageKey, to: PageKey): string {
  const end = to.search(/[#?]/);
  const [path, rest] = end === -1 ? [to, ""] : [to.slice(0, end), to.slice(end)];
  let up = "";
  for (let slash = from.indexOf("/"); slash !== -1; slash = from.indexOf("/", slash + 1)) up += "../";
  return `${up}${path === "" ? "" : fileOf(path)}${rest}` || "./";
}

/** When a comment was written, for people and machines. */
export const timeOfComment = commentTime;
