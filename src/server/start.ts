// A server from its parts: the tracker watched, the port taken, what is fetched now and then; and all of it ended in good order.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { type Listening, listen, type Patience } from "./listen.ts";
import { type LiveOptions, liveTracker } from "./live-tracker.ts";
import { type LogSink, requestLog } from "./request-log.ts";
import { sourceOf } from "./source.ts";
import { spoolIn } from "./spool.ts";
import { warmUp } from "./warm-up.ts";
import { watchOver } from "./watch.ts";

export interface StartOptions extends Omit<LiveOptions, "onError"> {
  readonly host: string;
  readonly port: number;
  readonly hosts: readonly string[];
  readonly rateLimit: number;
  readonly trustProxy: boolean;
  /** Seconds between two fetches; 0 is never. */
  readonly poll: number;
  readonly fetch: () => Promise<void>;
  readonly log: LogSink;
  /** Requests are not logged, only what went wrong. */
  readonly faultsOnly: boolean;
  /** The program's version. */
  readonly version: string;
  /** How long clients are waited for; what is usual, unless said otherwise. */
  readonly patience?: Patience;
}

/** Starts serving. Fails when the tracker cannot be opened, is not public, or the port cannot be had. */
export async function startServer(options: StartOptions): Promise<Listening> {
  const log = requestLog(options.log, options.now, options.faultsOnly);
  const live = await liveTracker({ ...options, onError: (error) => log.fault(error) });
  const folder = mkdtempSync(join(tmpdir(), "storytree-serve-"));
  const spool = spoolIn(folder);
  const watch = watchOver(log, {
    failingSince: () => live.failingSince,
    commit: () => live.seen.site.catalogue.commit,
  });
  const end = () => {
    spool.close();
    live.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const source = sourceOf(live, { version: options.version });
  let listening: Listening;
  try {
    const app = createApp({ ...options, source, watch, spool });
    listening = await listen(app.listener, options.host, options.port, {
      onRefused: watch.refused,
      ...(app.lane ? { lane: app.lane } : {}),
      ...(options.patience ? { patience: options.patience } : {}),
    });
  } catch (error) {
    end();
    throw error;
  }
  let isOver = false;
  // Those who have waited for the start come first.
  const warming = { now: () => performance.now(), quietFor: watch.quietFor, isOver: () => isOver };
  setTimeout(() => void warmUp(source, warming), 100).unref();
  const polling = options.poll > 0 ? poll(options, async () => live.look(), log.fault) : undefined;
  return {
    ...listening,
    async close() {
      isOver = true;
      watch.drain();
      polling?.stop();
      await listening.close();
      await polling?.ended;
      end();
    },
  };
}

/** Fetches again so long after the last time ended: a slow remote is not asked twice at once. */
function poll({ poll: seconds, fetch }: StartOptions, look: () => Promise<void>, failed: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let ended: Promise<void> = Promise.resolve();
  const later = () => {
    if (isOver) return;
    timer = setTimeout(() => {
      // What did arrive is shown, whatever went wrong after it.
      ended = fetch().catch(failed).then(look).catch(failed).finally(later);
    }, seconds * 1000);
    timer.unref();
  };
  later();
  return {
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
    get ended() {
      return ended;
    },
  };
}
