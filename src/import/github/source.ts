// What GitHub's saved answers hold: an archive.json, or pages of its REST API; checked, and brought into one shape.

import { gunzipSync } from "node:zlib";
import { instantFrom } from "../../model/instant.ts";
import { Failure } from "../../text/failure.ts";
import { positionAt } from "../../text/position.ts";
import { decodeUtf8 } from "../../text/utf8.ts";

export interface GithubIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** The login; null when the account is gone. */
  readonly author: string | null;
  readonly open: boolean;
  readonly reason: "completed" | "not_planned" | "duplicate";
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: GithubMilestone | null;
  readonly created: string;
  readonly locked: boolean;
  readonly comments: readonly GithubComment[];
  /** How many comments the source counted, whether it holds them or not. */
  readonly commentCount: number;
}

export interface GithubComment {
  readonly author: string | null;
  readonly body: string;
  readonly created: string;
}

export interface GithubMilestone {
  readonly title: string;
  readonly description: string;
  readonly due: string | null;
  readonly closed: boolean;
}

export interface GithubPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

export interface GithubData {
  /** "owner/name" as GitHub writes it. */
  readonly repository: string;
  readonly issues: readonly GithubIssue[];
  readonly pulls: readonly GithubPull[];
  /** Items that could not be understood, by name. */
  readonly skipped: readonly string[];
  /** Fields that have no place here, with how often they had a value. */
  readonly lost: readonly (readonly [what: string, count: number])[];
}

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Json = Readonly<Record<string, unknown>>;

/** The most that a compressed file may unpack to. */
const unpackedBytes = 1024 * 1024 * 1024;

/** Reads saved files. Failure "import-…" for one that is empty, cut off, or something else. */
export function readGithubSources(files: readonly SourceFile[], repository?: string): GithubData {
  const items: Json[] = [];
  const pulls: Json[] = [];
  const comments: Json[] = [];
  let named = repository;
  for (const file of files) {
    const content = parse(file);
    if (isObject(content) && Array.isArray(content.issues)) {
      items.push(...content.issues.map(asItem));
      if (Array.isArray(content.pulls)) pulls.push(...content.pulls.map(asItem));
      if (typeof content.repo === "string") named ??= content.repo;
      continue;
    }
    if (!Array.isArray(content)) throw foreign(file);
    // Saved page by page, `gh api --paginate --slurp` gives an array of pages.
    for (const item of content.flat().map(asItem)) {
      if (typeof item.issue_url === "string" && !("title" in item)) comments.push(item);
      else if (!("number" in item) || !("title" in item)) throw foreign(file);
      else if ("pull_request" in item || "merged_at" in item || "head" in item) pulls.push(item);
      else items.push(item);
    }
  }
  named ??= [...items, ...pulls].map(repositoryOf).find((found) => found !== undefined);
  if (!named || !/^[\w.-]+\/[\w.-]+$/.test(named)) {
    throw new Failure("import-repository", "nothing in these files says which repository they are from", {
      hint: "name it: --repo owner/name",
    });
  }
  return collect(named, items, pulls, comments);
}

function collect(
  repository: string,
  items: readonly Json[],
  pulls: readonly Json[],
  comments: readonly Json[],
): GithubData {
  const skipped: string[] = [];
  const issues = new Map<number, GithubIssue>();
  const commentsOf = new Map<number, Json[]>();
  for (const comment of comments) {
    const number = Number(/\/issues\/(\d+)$/.exec(String(comment.issue_url))?.[1]);
    commentsOf.set(number, [...(commentsOf.get(number) ?? []), comment]);
  }
  for (const item of items) {
    const issue = issueFrom(item, commentsOf.get(Number(item.number)) ?? []);
    if (typeof issue === "string") skipped.push(issue);
    else if (issues.has(issue.number)) skipped.push(`issue #${issue.number}: it is there twice, the first one counts`);
    else issues.set(issue.number, issue);
  }
  const pullList = new Map<number, GithubPull>();
  for (const pull of pulls) {
    const number = numberOf(pull);
    if (number === undefined) skipped.push("a pull request without a number");
    else pullList.set(number, { number, title: text(pull.title), body: text(pull.body) });
  }
  const count = (list: readonly Json[], test: (item: Json) => boolean) => list.filter(test).length;
  const sizeOf = (list: readonly Json[], key: string) =>
    list.reduce((sum, item) => sum + (Array.isArray(item[key]) ? (item[key] as unknown[]).length : 0), 0);
  return {
    repository,
    issues: [...issues.values()].sort((a, b) => a.number - b.number),
    pulls: [...pullList.values()].sort((a, b) => a.number - b.number),
    skipped,
    lost: [
      ["time an issue was closed", count(items, (item) => Boolean(item.closedAt ?? item.closed_at))],
      ["time an issue was last updated", count(items, (item) => Boolean(item.updatedAt ?? item.updated_at))],
      ["author's association", count(items, (item) => Boolean(item.authorAssociation ?? item.author_association))],
      ["reactions", count(items, (item) => Number((item.reactions as Json | undefined)?.total_count ?? 0) > 0)],
      [
        "assignee beside the first",
        [...issues.values()].reduce((sum, issue) => sum + Math.max(0, issue.assignees.length - 1), 0),
      ],
      [
        "comment that the source counts but does not hold",
        [...issues.values()].reduce((sum, issue) => sum + Math.max(0, issue.commentCount - issue.comments.length), 0),
      ],
      ["comment on a pull request", sizeOf(pulls, "comments")],
      ["review of a pull request", sizeOf(pulls, "reviews")],
    ],
  };
}

function issueFrom(item: Json, more: readonly Json[]): GithubIssue | string {
  const number = numberOf(item);
  if (number === undefined)
    return `an issue without a usable number: ${JSON.stringify(item.number ?? null).slice(0, 60)}`;
  const created = instantFrom(item.createdAt ?? item.created_at);
  if (created === undefined) return `issue #${number}: it does not say when it was created`;
  if (typeof item.title !== "string") return `issue #${number}: it has no title`;
  const state = String(item.state).toLowerCase();
  if (state !== "open" && state !== "closed") return `issue #${number}: its state is neither open nor closed`;
  const held = [...(Array.isArray(item.comments) ? item.comments.map(asItem) : []), ...more];
  const comments = held.flatMap((comment): GithubComment[] => {
    const time = instantFrom(comment.createdAt ?? comment.created_at);
    return time === undefined ? [] : [{ author: loginOf(comment), body: text(comment.body), created: time }];
  });
  const reason = String(item.stateReason ?? item.state_reason ?? "").toLowerCase();
  const assignees = Array.isArray(item.assignees) ? item.assignees : item.assignee ? [item.assignee] : [];
  return {
    number,
    title: item.title,
    body: text(item.body),
    author: loginOf(item),
    open: state === "open",
    reason: reason === "not_planned" || reason === "duplicate" ? reason : "completed",
    labels: (Array.isArray(item.labels) ? item.labels : []).flatMap((label) => nameOf(label, "name")),
    assignees: assignees.flatMap((person) => nameOf(person, "login")),
    milestone: milestoneFrom(item.milestone),
    created,
    locked: item.locked === true,
    comments: comments.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0)),
    commentCount: typeof item.comments === "number" ? item.comments : comments.length,
  };
}

function milestoneFrom(value: unknown): GithubMilestone | null {
  if (typeof value === "string" && value !== "") return { title: value, description: "", due: null, closed: false };
  if (!isObject(value) || typeof value.title !== "string") return null;
  const due = instantFrom(value.due_on ?? value.dueOn)?.slice(0, 10) ?? null;
  return {
    title: value.title,
    description: text(value.description),
    due,
    closed: String(value.state).toLowerCase() === "closed",
  };
}

function loginOf(item: Json): string | null {
  const author = item.author ?? item.user;
  return nameOf(author, "login")[0] ?? null;
}

function nameOf(value: unknown, key: string): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (!isObject(value)) return [];
  const name = value[key];
  return typeof name === "string" && name !== "" ? [name] : [];
}

function numberOf(item: Json): number | undefined {
  const { number } = item;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 1 && number <= 99_999_999
    ? number
    : undefined;
}

function repositoryOf(item: Json): string | undefined {
  const url = [item.repository_url, item.html_url, item.url].find(
    (value): value is string => typeof value === "string",
  );
  return /^https:\/\/(?:api\.github\.com\/repos|github\.com)\/([\w.-]+\/[\w.-]+)(?:\/|$)/.exec(url ?? "")?.[1];
}

function parse(file: SourceFile): unknown {
  if (file.bytes.length === 0) throw new Failure("import-empty", `"${file.name}" is empty`, { hint: "save it again" });
  const decoded = decodeUtf8(unpack(file));
  if (!decoded.ok)
    throw new Failure("import-not-utf8", `"${file.name}" is not UTF-8 text, at byte ${decoded.badByte + 1}`);
  const json = decoded.text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    const said = (error as Error).message;
    const cut = /end of JSON|Unterminated/.test(said);
    // Only some of the engine's messages tell where; the others are about the very first character.
    const at = cut ? json.length : Number(/position (\d+)/.exec(said)?.[1] ?? 0);
    const { line, column } = positionAt(json, at);
    throw new Failure(
      "import-not-json",
      `"${file.name}" is not JSON: line ${line}, column ${column}${cut ? ": it ends in the middle" : ""}`,
      {
        hint: cut ? "the file was cut off: save it again" : "expected GitHub's archive.json, or pages of its REST API",
      },
    );
  }
}

function unpack({ name, bytes }: SourceFile): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedBytes });
  } catch {
    throw new Failure("import-not-gzip", `"${name}" cannot be unpacked`, {
      hint: "the file was cut off or damaged: save it again",
    });
  }
}

function foreign({ name }: SourceFile): Failure {
  return new Failure("import-foreign", `"${name}" does not hold GitHub issues`, {
    hint: "expected an archive.json with issues, or pages of GET /repos/OWNER/NAME/issues",
  });
}

function asItem(value: unknown): Json {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
