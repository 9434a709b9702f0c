// Pages of the review host about the tracker's own repository: a commit, a file's editor, an editor for a new file.

import type { TrackerData } from "../model/generated/types.ts";
import { safeUrl } from "./escape.ts";

/** Where to look at a commit of the tracker, or null when that is not known. */
export function commitPage(config: TrackerData | undefined, oid: string): string | null {
  const at = repositoryPage(config);
  if (at === null) return null;
  switch (config?.review?.host) {
    case "github":
    case "gitea":
      return `${at}/commit/${oid}`;
    case "gitlab":
      return `${at}/-/commit/${oid}`;
    case "gerrit":
      // Gerrit finds a commit by its id, whatever its repository is called.
      return `${gerritRoot(at)}/q/${oid}`;
    default:
      return null;
  }
}

/** Where a file of the tracker can be edited in a browser and proposed, or null. */
export function editorPage(config: TrackerData | undefined, path: string): string | null {
  const at = repositoryPage(config);
  if (at === null) return null;
  const place = `${encodePath(branchOf(config))}/${encodePath(path)}`;
  switch (config?.review?.host) {
    case "github":
      return `${at}/edit/${place}`;
    case "gitlab":
      return `${at}/-/edit/${place}`;
    case "gitea":
      return `${at}/_edit/${place}`;
    default:
      return null;
  }
}

/** An editor for a new file: where it is, and what its address calls the file's path and its text. */
export interface NewFileEditor {
  readonly url: string;
  readonly path: string;
  readonly text: string;
}

export function newFileEditor(config: TrackerData | undefined): NewFileEditor | null {
  const at = repositoryPage(config);
  if (at === null) return null;
  const branch = encodePath(branchOf(config));
  switch (config?.review?.host) {
    case "github":
      return { url: `${at}/new/${branch}`, path: "filename", text: "value" };
    case "gitlab":
      return { url: `${at}/-/new/${branch}`, path: "file_name", text: "content" };
    case "gitea":
      return { url: `${at}/_new/${branch}/`, path: "filename", text: "value" };
    default:
      return null;
  }
}

/** The address of an editor that holds a new file already. */
export function newFilePage(editor: NewFileEditor, path: string, text: string): string {
  return `${editor.url}?${editor.path}=${encodeURIComponent(path)}&${editor.text}=${encodeURIComponent(text)}`;
}

/** Where a Gerrit is that has a repository's page at this address: it may be below a path, by custom "/r". */
function gerritRoot(repository: string): string {
  const { origin, pathname } = new URL(repository);
  const below = /^(.*?)\/(?:admin\/repos|plugins\/gitiles)\//.exec(pathname)?.[1];
  return origin + (below ?? (pathname.startsWith("/r/") ? "/r" : ""));
}

/** How people call the review host. */
export function hostTitle(config: TrackerData | undefined): string {
  const titles = { github: "GitHub", gitlab: "GitLab", gitea: "the review host", gerrit: "Gerrit", plain: "git" };
  return titles[config?.review?.host ?? "plain"];
}

/** What git clones the tracker's repository from, or null when that is not known: these hosts have their pages at the same address. */
export function cloneAddress(config: TrackerData | undefined): string | null {
  const host = config?.review?.host ?? "plain";
  return ["github", "gitlab", "gitea"].includes(host) ? repositoryPage(config) : null;
}

/** The page of the tracker's own repository, or null when that is not known. */
export function repositoryPage(config: TrackerData | undefined): string | null {
  const url = config?.review?.url;
  return url && /^https?:/i.test(url) && safeUrl(url) ? url.replace(/\/+$/, "") : null;
}

function branchOf(config: TrackerData | undefined): string {
  return config?.review?.branch ?? "main";
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
