// What the review host says of its pull and merge requests: asked after a fetch, kept beside the index, and read without a network.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrackerData } from "../model/generated/types.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import { type GitRun, gitText } from "./git/process.ts";
import { replaceFile } from "./replace-file.ts";

/** As it was when the host was asked last. */
export interface HostState {
  /** The numbers of those that are open. */
  readonly open: ReadonlySet<number>;
  /** The highest number that was known here then: of later ones nothing has been said. */
  readonly highest: number;
}

/** What it said longer ago, in milliseconds, is not known any more: nobody asks it now, or it does not answer. */
const knownFor = 86_400_000;

export interface HostAsked {
  readonly kind: NonNullable<TrackerData["review"]>["host"];
  /** The repository in the host's API, such as https://api.github.com/repos/openstack/stories. */
  readonly url: string;
  /** For hosts that tell strangers less, or nothing. */
  readonly token?: string | undefined;
}

/** How each kind of host lists what is open, what it calls a number, and how a token is shown. */
const hosts = {
  github: { path: "pulls?state=open&per_page=100", number: "number", header: "authorization", prefix: "Bearer " },
  gitea: { path: "pulls?state=open&limit=50", number: "number", header: "authorization", prefix: "token " },
  gitlab: { path: "merge_requests?state=opened&per_page=100", number: "iid", header: "private-token", prefix: "" },
} as const;

/** Longer is nobody's list of open proposals; and no list is waited for longer, or read further, than this. */
const mostPages = 200;
const pageTime = 30_000;
const pageBytes = 32 * 1024 * 1024;

/** How such a host is asked. Failure "usage" for one that cannot be. */
export function askedHow(kind: HostAsked["kind"]): (typeof hosts)[keyof typeof hosts] {
  if (kind in hosts) return hosts[kind as keyof typeof hosts];
  throw new Failure("usage", `there is no API to ask for proposals: "review" in tracker.yaml says ${quote(kind)}`, {
    hint: "it is github, gitlab or gitea that can be asked",
  });
}

/** Failure "host-api" when the host does not answer as such hosts do; what is known here stays as it was. `now` in milliseconds. */
export async function askHost(run: GitRun, { kind, url, token }: HostAsked, now: number): Promise<void> {
  const host = askedHow(kind);
  // Before the question: what is pushed while the host answers is later.
  const refs = await gitText(run, ["for-each-ref", "--format=%(refname)", "refs/pull", "refs/merge-requests"]);
  const numbers = [...refs.matchAll(/^refs\/[^/]+\/(\d+)\/head$/gm)].map(([, number]) => Number(number));
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "storytree" };
  if (token !== undefined) headers[host.header] = `${host.prefix}${token}`;
  const first = new URL(`${url.replace(/\/+$/, "")}/${host.path}`);
  const list = await listFrom(first, headers, host.number);
  // Whatever is closed while several pages are read moves another one past us.
  const again = list.pages > 1 ? await listFrom(first, headers, host.number) : list;
  const open = [...new Set([...list.numbers, ...again.numbers])];
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  replaceFile(placeOf(run), JSON.stringify({ asked: now, open, highest }));
}

/** What is known at a moment, in milliseconds; undefined when no host was asked lately. */
export async function hostState(run: GitRun, now: number): Promise<HostState | undefined> {
  try {
    const kept = JSON.parse(await readFile(placeOf(run), "utf8")) as { asked: number; open: number[]; highest: number };
    const { asked, open, highest } = kept;
    if (!Array.isArray(open) || !Number.isSafeInteger(highest) || !(asked > now - knownFor)) return undefined;
    return { open: new Set(open), highest };
  } catch {
    return undefined;
  }
}

async function listFrom(
  first: URL,
  headers: Readonly<Record<string, string>>,
  key: string,
): Promise<{ readonly numbers: readonly number[]; readonly pages: number }> {
  const numbers: number[] = [];
  let next: URL | undefined = first;
  let pages = 0;
  for (; next; pages += 1) {
    if (pages === mostPages) throw failure(`lists more than ${mostPages} pages of open proposals`);
    const { items, after }: Page = await readPage(next, headers);
    for (const item of items) {
      const number: unknown = typeof item === "object" && item !== null ? Reflect.get(item, key) : undefined;
      if (!Number.isSafeInteger(number)) throw failure(`lists a proposal without ${quote(key)}`);
      numbers.push(number as number);
    }
    next = after;
  }
  return { numbers, pages };
}

interface Page {
  readonly items: readonly unknown[];
  readonly after: URL | undefined;
}

async function readPage(url: URL, headers: Readonly<Record<string, string>>): Promise<Page> {
  try {
    // A token goes to nobody but the host that it is for.
    const answer = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(pageTime) });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw failure(`answers with ${answer.status}`, answer.status === 401 || answer.status === 403);
    }
    const items = asArray(await textOf(answer));
    const link = /<([^<>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.get("link") ?? "")?.[1];
    if (link !== undefined && !URL.canParse(link, url)) throw failure("names no address for more");
    const after = link === undefined ? undefined : new URL(link, url);
    if (after && after.origin !== url.origin) throw failure("leads to another host for more");
    return { items, after };
  } catch (error) {
    // Whatever else goes wrong is of the network, in the words of a library.
    throw error instanceof Failure ? error : failure("does not answer, or not to the end");
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > pageBytes) throw failure("answers without an end");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function asArray(text: string): readonly unknown[] {
  try {
    const items: unknown = JSON.parse(text);
    if (Array.isArray(items)) return items;
  } catch {
    // Said below.
  }
  throw failure("answers with something else than a list");
}

function failure(what: string, forbidden = false): Failure {
  return new Failure("host-api", `the review host's API ${what}`, {
    hint: forbidden
      ? "give it a token in STORYTREE_HOST_TOKEN"
      : "check --host-api; open proposals are judged by their age",
  });
}

function placeOf(run: GitRun): string {
  return join(run.repository.commonDir, "storytree", "review-host.json");
}
