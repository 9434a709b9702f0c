// An issue as the records of a story, its task and its comments.

import { createHash } from "node:crypto";
import type { TaskData } from "../../model/generated/types.ts";
import type { DataOf } from "../../model/record.ts";
import { cleanValue } from "../../text/characters.ts";
import { slugOf, tagOf } from "../slug.ts";
import type { Names } from "./names.ts";
import type { GithubData, GithubIssue } from "./source.ts";

export function aliasOf(repository: string, number: number): string {
  return `github:${repository}#${number}`;
}

export function projectName(repository: string): string {
  return repository
    .split("/")
    .map((part) => slugOf(part, "project"))
    .join("/");
}

export function storyData(issue: GithubIssue, alias: string, names: Names): DataOf["story"] {
  const tags = [...new Set(issue.labels.flatMap((label) => tagOf(label) ?? []))].sort();
  const isFeature = issue.labels.some((label) => /^(?:enhancement|feature)/i.test(label));
  const isTriaged = !issue.open || tags.length > 0 || issue.milestone !== null || issue.assignees.length > 0;
  return {
    title: lineOf(issue.title, "(no title)"),
    author: names.person(issue.author),
    type: isFeature ? "feature" : "bug",
    created: issue.created,
    triage: isTriaged ? "triaged" : "new",
    tags,
    aliases: [alias],
    ...(issue.milestone ? { milestone: names.milestone(issue.milestone.title) } : {}),
    ...(issue.locked ? { locked: true } : {}),
  };
}

export function taskData(
  issue: GithubIssue,
  data: GithubData,
  changes: readonly string[],
  names: Names,
): DataOf["task"] {
  const { status, reason } = outcome(issue);
  const [assignee] = issue.assignees;
  return {
    project: projectName(data.repository),
    status,
    author: names.person(issue.author),
    created: issue.created,
    changes: [...changes],
    ...(assignee === undefined ? {} : { assignee: names.person(assignee) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function outcome(issue: GithubIssue): { readonly status: TaskData["status"]; readonly reason?: string } {
  if (issue.open) return { status: "todo" };
  if (issue.reason === "not_planned") return { status: "invalid", reason: "wontfix" };
  return issue.reason === "duplicate" ? { status: "invalid", reason: "duplicate" } : { status: "merged" };
}

const titleLength = 300;

export function lineOf(title: string, empty: string): string {
  const clean = cleanValue(title);
  if (clean === "") return empty;
  return clean.length > titleLength ? `${clean.slice(0, titleLength - 1).replace(/[\ud800-\udbff]$/, "")}…` : clean;
}

export function withFullTitle(issue: GithubIssue, body: string): string {
  const clean = cleanValue(issue.title);
  return clean.length > titleLength ? `${clean}\n\n${body}` : body;
}

/** A name that is the same whenever the same comment is imported. */
export function commentName(created: string, seed: string): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const digest = createHash("sha256").update(seed).digest();
  const suffix = [0, 1, 2, 3].map((at) => letters[(digest[at] ?? 0) % letters.length]).join("");
  return `${created.replace(/[-:]/g, "")}-${suffix}`;
}
