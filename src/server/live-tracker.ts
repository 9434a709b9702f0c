// A tracker that changes, looked at again at most once a second: while somebody looks, what was seen last is answered.

import { createHash } from "node:crypto";
import { type ApiState, apiState } from "../api/state.ts";
import { pendingOf } from "../change/pending.ts";
import type { Catalogue, StoryProposal } from "../index/catalogue.ts";
import { momentAsked } from "../index/expand-query.ts";
import { type Site, siteOf } from "../site/site.ts";
import type { Templates } from "../site/templates.ts";
import { isInstalled } from "../tracker/git/program.ts";
import type { OpenTracker, PublicTracker } from "../tracker/open.ts";
import { openProposals, type ProposalMemory } from "../tracker/open-proposals.ts";

export interface LiveOptions {
  /** The tracker as it is, or with a revision as of that commit. */
  readonly open: (revision?: string) => Promise<PublicTracker>;
  readonly catalogueOf: (tracker: OpenTracker) => Promise<Catalogue>;
  readonly templates: Templates;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told when the tracker could not be looked at. */
  readonly onError?: (error: unknown) => void;
}

/** The tracker at one moment. */
export interface Sight {
  readonly version: string;
  readonly site: Site;
  readonly api: ApiState;
  /** The committer date of what is shown, in milliseconds; null when edits or open proposals are shown as well. */
  readonly modified: number | null;
}

export interface LiveTracker {
  /** As it is, looked at in the last moments. */
  current(): Promise<Sight>;
  /** As it was seen last. */
  readonly seen: Sight;
  /** False when it was looked at too long ago; else a look begins when it is time for one. */
  isFresh(): boolean;
  /** Looks now. */
  look(): Promise<void>;
  /** As of a commit. Fails as opening does. */
  at(revision: string): Promise<Sight>;
  /** Since when looking has failed, in milliseconds since 1970; null when it has not. */
  readonly failingSince: number | null;
  close(): void;
}

/** After so many milliseconds somebody looks again, and others are answered meanwhile. */
const lookAgainAfter = 1_000;
/** What was seen longer ago is not answered any more: whoever asks waits for the look. */
const tooOld = 2_000;
/** What hangs on the clock, such as what is overdue, is judged anew so often. */
const clockStep = 600_000;
/** Whoever reads from what was shown before finishes first. */
const closeAfter = 10_000;
/** Commits of the past that are kept open. */
const keptPast = 2;

export async function liveTracker(options: LiveOptions): Promise<LiveTracker> {
  const past = new Map<string, Promise<Sight>>();
  const memory: ProposalMemory = new Map();
  let proposals: readonly StoryProposal[] = [];
  let seen = await see();
  let looked = options.now();
  let looking: Promise<void> | null = null;
  let failingSince: number | null = null;

  async function see(revision?: string): Promise<Sight> {
    const tracker = await options.open(revision);
    const catalogue = await options.catalogueOf(tracker);
    const now = momentAsked(catalogue, revision, options.now());
    if (revision === undefined) catalogue.proposals = await proposalsOf(tracker, catalogue, now);
    const proposed = catalogue.proposals.map(({ tip }) => tip.slice(0, 12)).join("");
    const version = `${catalogue.fingerprint()}.${Math.floor(now / clockStep)}.${proposed.length > 200 ? digest(proposed) : proposed}`;
    const time = catalogue.commitTime;
    return {
      version,
      site: siteOf({ tracker, catalogue, now, templates: options.templates }),
      api: apiState(catalogue, tracker.objects, now, { isPast: revision !== undefined }),
      // What is proposed comes and goes without a commit.
      modified: time === null || catalogue.isEdited || proposed !== "" ? null : Date.parse(time),
    };
  }
  async function proposalsOf({ run, objects, commit, head }: PublicTracker, catalogue: Catalogue, now: number) {
    const base = commit ?? head;
    if (!run || !objects || base === null || !isInstalled(run.git)) return [];
    try {
      proposals = await pendingOf(catalogue, objects, await openProposals(run, objects, base, now, memory));
    } catch (error) {
      // What somebody proposed must not keep everybody from seeing what has been accepted.
      options.onError?.(error);
    }
    return proposals;
  }
  async function lookNow(): Promise<void> {
    try {
      const fresh = await see();
      const isSame = fresh.version === seen.version && !seen.site.catalogue.isReplaced();
      const old = isSame ? fresh : seen;
      if (old === seen) seen = fresh;
      failingSince = null;
      closeLater(old, old === fresh ? 0 : closeAfter);
    } catch (error) {
      // The repository is being written to, or was moved away: what was seen last is still true of then.
      failingSince ??= options.now();
      options.onError?.(error);
    } finally {
      looked = options.now();
      looking = null;
    }
  }
  function look(): Promise<void> {
    looking ??= lookNow();
    return looking;
  }

  // What was seen is read from one state of the index, which cannot be tidied meanwhile: where nobody asks, that would be for ever.
  const tidying = setInterval(() => void look(), clockStep).unref();

  function isFresh(): boolean {
    const age = options.now() - looked;
    if (age >= lookAgainAfter) void look();
    return age < tooOld;
  }

  return {
    isFresh,
    async current() {
      if (!isFresh()) await look();
      return seen;
    },
    get seen() {
      return seen;
    },
    async look() {
      // One that has begun may have passed by what has come since.
      await looking;
      await look();
    },
    at(revision) {
      const known = past.get(revision);
      if (known) return known;
      const opening = see(revision);
      past.set(revision, opening);
      opening.catch(() => past.delete(revision));
      for (const [oldest, sight] of past) {
        if (past.size <= keptPast) break;
        past.delete(oldest);
        void sight.then((each) => closeLater(each, closeAfter)).catch(() => undefined);
      }
      return opening;
    },
    get failingSince() {
      return failingSince;
    },
    close() {
      clearInterval(tidying);
      seen.api.close();
      for (const sight of past.values()) void sight.then((each) => closeLater(each, 0)).catch(() => undefined);
    },
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

function closeLater({ api }: Sight, after: number): void {
  if (after === 0) api.close();
  else setTimeout(() => api.close(), after).unref();
}
