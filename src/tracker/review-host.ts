// How each kind of review host takes a proposal: what is pushed where, with which options, and where it can be seen then.

import { createHash } from "node:crypto";
import type { TrackerData } from "../model/generated/types.ts";
import type { Oid } from "./git/objects.ts";

export type HostKind = NonNullable<TrackerData["review"]>["host"];

/** What tracker.yaml and git's configuration say about the host. */
export interface ReviewHost {
  readonly kind: HostKind;
  readonly remote: string;
  readonly branch: string;
  readonly url: string | undefined;
}

export function reviewHostOf(config: TrackerData | undefined, remote: string | undefined): ReviewHost {
  const review = config?.review;
  return {
    kind: review?.host ?? "plain",
    remote: remote ?? review?.remote ?? "origin",
    branch: review?.branch ?? "main",
    url: review?.url,
  };
}

export interface PushWish {
  readonly topic: string;
  readonly commit: Oid;
  readonly title: string;
  readonly description: string;
  /** It was pushed before, as this commit: the host's copy is replaced, unless somebody else has changed it. */
  readonly replaces: Oid | null;
}

/** The branch that a topic has here, and on hosts that review branches. */
export function branchOf(topic: string): string {
  return `refs/heads/proposal/${topic}`;
}

/** The arguments of `git push` after the remote's name stands in its place: options first, then what goes where. */
export function pushArguments({ kind, remote, branch }: ReviewHost, wish: PushWish): readonly string[] {
  const { topic, commit, title, description, replaces } = wish;
  const proposal = branchOf(topic);
  const option = (name: string, value: string) => ["-o", `${name}=${value}`];
  // The lease names what we pushed last: what others put there since is not overwritten.
  const lease = replaces === null ? [] : [`--force-with-lease=${proposal}:${replaces}`];
  switch (kind) {
    case "gerrit":
      return [remote, `${commit}:refs/for/${branch}%topic=${encodeURIComponent(topic)}`];
    case "gitea":
      return [
        ...option("topic", topic),
        ...option("title", oneLine(title)),
        ...(description === "" ? [] : option("description", oneLine(description))),
        ...(replaces === null ? [] : option("force-push", "true")),
        remote,
        `${commit}:refs/for/${branch}`,
      ];
    case "gitlab":
      return [
        "-o",
        "merge_request.create",
        ...option("merge_request.target", branch),
        ...option("merge_request.title", oneLine(title)),
        ...(description === "" ? [] : option("merge_request.description", oneLine(description))),
        "-o",
        "merge_request.remove_source_branch",
        ...lease,
        remote,
        `${commit}:${proposal}`,
      ];
    default:
      return [...lease, remote, `${commit}:${proposal}`];
  }
}

/** Push options are lines: GitLab and Gitea read "\n" in them as a line break. */
function oneLine(text: string): string {
  return text.trim().replaceAll("\n", "\\n");
}

/** Where the proposal can be opened, or its review begun, when the host does not say so itself. */
export function reviewPage(host: ReviewHost, topic: string, remoteUrl: string | undefined): string | undefined {
  const page = host.url ?? (remoteUrl === undefined ? undefined : webAddress(remoteUrl));
  if (page === undefined) return undefined;
  const at = page.replace(/\/$/, "");
  const name = encodeURIComponent(`proposal/${topic}`);
  if (host.kind === "github") return `${at}/compare/${encodeURIComponent(host.branch)}...${name}?expand=1`;
  if (host.kind === "gitlab") return `${at}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${name}`;
  return undefined;
}

/** "git@github.com:o/r.git" and "https://github.com/o/r.git" as the page of the repository. */
function webAddress(url: string): string | undefined {
  const ssh = /^(?:ssh:\/\/)?(?:[\w.-]+@)?([\w.-]+)(?::\d+)?[:/]([\w./~-]+?)(?:\.git)?\/?$/.exec(url);
  const http = /^https?:\/\/(?:[^@/]*@)?([\w.:-]+)\/([\w./~-]+?)(?:\.git)?\/?$/.exec(url);
  const [, host, path] = http ?? (/^[\w+]+:\/\/(?!.*@)/.test(url) && !url.startsWith("ssh://") ? [] : (ssh ?? []));
  return host && path ? `https://${host}/${path}` : undefined;
}

/** A Change-Id as Gerrit's own hook makes them: the same for every version of one change. */
export function changeIdOf(tree: Oid, parent: Oid, message: string, seconds: number): string {
  return `I${createHash("sha1").update(`${tree}\n${parent}\n${seconds}\n${message}`).digest("hex")}`;
}

/** The Change-Id that a message carries, in its last paragraph. */
export function changeIdIn(message: string): string | undefined {
  return /^Change-Id: (I[0-9a-f]{40})$/m.exec(
    message
      .trimEnd()
      .split(/\n{2,}/)
      .at(-1) ?? "",
  )?.[1];
}
