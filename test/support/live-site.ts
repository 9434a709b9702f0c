// The site of a folder, as pages and as a server, over the real index.

import { join } from "node:path";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { createApp } from "../../src/server/app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { liveSource } from "../../src/server/live-source.ts";
import { type Site, siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import { projectRoot } from "./folder.ts";
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
  readonly errors: unknown[];
}

/** A server on loopback; the clock of its pages stands still, the one that looks for changes does not. */
export async function serveAt(folder: string, options: { readonly rateLimit?: number } = {}): Promise<LiveSite> {
  const errors: unknown[] = [];
  let ticks = now;
  const source = await liveSource({
    open: async () => asPublic(await openTracker(folder, git)),
    catalogueOf: (tracker) => openIndex(tracker, { now }),
    templates,
    now: () => {
      ticks += 2_000;
      return ticks;
    },
  });
  const app = createApp({
    source,
    hosts: ["127.0.0.1"],
    rateLimit: options.rateLimit ?? 0,
    trustProxy: false,
    onError: (error) => errors.push(error),
  });
  const listening = await listen(app, "127.0.0.1", 0);
  return {
    ...listening,
    url: `http://127.0.0.1:${listening.port}`,
    errors,
    close: async () => {
      await listening.close();
      source.close();
    },
  };
}
