// The restricted server of a folder, on loopback, before a real identity provider.

import { join } from "node:path";
import { listen } from "../../src/server/listen.ts";
import { createRestrictedApp } from "../../src/server/restricted/app.ts";
import { openProvider } from "../../src/server/restricted/oidc.ts";
import { type SessionLimits, SqliteSessions } from "../../src/server/restricted/session-store.ts";
import { openViews } from "../../src/server/restricted/views.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { projectRoot } from "./folder.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { frozenNow } from "./terminal.ts";

export interface RestrictedSite {
  readonly url: string;
  readonly sessions: SqliteSessions;
  /** What was written into the log. */
  readonly log: string[];
  /** Lets time pass for sessions, in milliseconds. */
  readonly wait: (milliseconds: number) => void;
  /** Lets so much time pass that the next request looks at the tracker again. */
  readonly look: () => void;
  readonly close: () => Promise<void>;
}

export async function serveRestrictedAt(
  folder: string,
  identity: IdentityProvider,
  limits: SessionLimits = { idle: 1_800_000, absolute: 28_800_000 },
  changes = true,
): Promise<RestrictedSite> {
  let clock = Date.parse(frozenNow);
  let ticks = Date.parse(frozenNow);
  const views = await openViews({
    open: () => openTracker(folder, gitProgram({ PATH: process.env.PATH })),
    templates: templatesIn(join(projectRoot, "templates", "site")),
    version: "0.0.0-test",
    // Every look at the tracker is a new one, where it changes.
    now: () => {
      ticks += changes ? 2_000 : 0;
      return ticks;
    },
  });
  const sessions = new SqliteSessions(":memory:", () => clock, limits);
  const log: string[] = [];
  let app: ReturnType<typeof createRestrictedApp> | undefined;
  const server = await listen((request, response) => app?.(request, response), "127.0.0.1", 0);
  const url = `http://127.0.0.1:${server.port}`;
  identity.allow(url);
  app = createRestrictedApp({
    views,
    provider: await openProvider(identity),
    sessions,
    url: new URL(url),
    rateLimit: 0,
    trustProxy: false,
    now: () => clock,
    onError: (words) => log.push(words),
  });
  return {
    url,
    sessions,
    log,
    wait: (milliseconds) => {
      clock += milliseconds;
    },
    look: () => {
      ticks += 2_000;
    },
    close: async () => {
      await server.close();
      views.close();
      sessions.close();
    },
  };
}
