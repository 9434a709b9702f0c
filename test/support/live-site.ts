// The site of a folder, as pages and as a server, over the real index.

import { join } from "node:path";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { openIndex } from "../../src/index/open-index.ts";
import type { Listening, Patience } from "../../src/server/listen.ts";
import { startServer } from "../../src/server/start.ts";
import { type Site, siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { fetchTracker } from "../../src/tracker/fetch-tracker.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import { gitEnvironment, projectRoot } from "./folder.ts";
import { frozenNow } from "./terminal.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));
const git = gitProgram({ PATH: process.env.PATH });
const now = Date.parse(frozenNow);

export async function siteAt(folder: string): Promise<Site & { readonly catalogue: Catalogue }> {
  const tracker = asPublic(await openTracker(folder, git));
  return siteOf({ tracker, catalogue: await openIndex(tracker, { now }), now, templates });
}

export interface LiveSite extends Listening {
  readonly url: string;
  /** What was logged as a fault. */
  readonly errors: readonly unknown[];
  /** Every line of the log, read. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

export interface LiveSiteOptions {
  readonly rateLimit?: number;
  readonly trustProxy?: boolean;
  /** The clock stands still, so that nobody looks at the tracker again. */
  readonly still?: boolean;
  /** Seconds between two fetches. */
  readonly poll?: number;
  readonly patience?: Patience;
}

/**
 * A server on loopback. Its clock goes on by two seconds with every question, so that each request looks at the tracker first; it
 * stays within the frozen day for a long while.
 */
export async function serveAt(folder: string, options: LiveSiteOptions = {}): Promise<LiveSite> {
  const lines: Record<string, unknown>[] = [];
  let ticks = now;
  const listening = await startServer({
    open: async (revision) => asPublic(await openTracker(folder, git, revision)),
    catalogueOf: (tracker) => openIndex(tracker, { now }),
    templates,
    now: () => {
      if (options.still !== true) ticks += 2_000;
      return ticks;
    },
    host: "127.0.0.1",
    port: 0,
    hosts: ["127.0.0.1"],
    rateLimit: options.rateLimit ?? 0,
    trustProxy: options.trustProxy ?? false,
    poll: options.poll ?? 0,
    fetch: () => fetchTracker(folder, gitEnvironment),
    log: { write: (line) => lines.push(JSON.parse(line)) },
    faultsOnly: false,
    version: "0.0.0-test",
    ...(options.patience ? { patience: options.patience } : {}),
  });
  return {
    ...listening,
    url: `http://127.0.0.1:${listening.port}`,
    lines,
    get errors() {
      return lines.filter((line) => line.msg === "fault");
    },
  };
}
