// Threads that render parts of a site, each with the tracker and its index opened by itself.

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../index/catalogue.ts";
import type { Workers } from "../site/build.ts";
import type { SitePart } from "../site/site-parts.ts";
import type { Written } from "../site/written.ts";

/** What a thread is told when it starts. */
export interface WorkerStart {
  readonly directory: string;
  readonly revision: string | undefined;
  readonly now: number;
  readonly url: string | undefined;
  readonly proposals: Catalogue["proposals"];
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface WorkerTask {
  readonly part: SitePart;
  readonly folder: string;
}

/** More threads than this wait for the disk. */
const mostThreads = 4;

/** Undefined where the program does not run from its bundle: then everything is rendered by one thread. */
export function buildWorkers(start: WorkerStart): Workers | undefined {
  const script = new URL("./build-worker.mjs", import.meta.url);
  const threads = Math.min(mostThreads, availableParallelism());
  if (threads < 2 || !existsSync(script)) return undefined;
  return {
    async render(parts, folder, done) {
      const waiting = [...parts].reverse();
      await Promise.all(Array.from({ length: threads }, () => thread(script, start, waiting, folder, done)));
    },
  };
}

/** One thread, until nothing waits any more. */
function thread(
  script: URL,
  start: WorkerStart,
  waiting: SitePart[],
  folder: string,
  done: (written: Written) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
      // A pipe that was opened as a file is closed as a stream: it would be closed again when the thread ends, and by then be another's.
      trackUnmanagedFds: false,
    });
    const next = () => {
      const part = waiting.pop();
      worker.postMessage(part ? ({ part, folder } satisfies WorkerTask) : null);
    };
    worker.on("message", (written: Written) => {
      done(written);
      next();
    });
    worker.on("error", (error) => {
      waiting.length = 0;
      reject(error);
    });
    worker.on("exit", () => resolve());
    next();
  });
}
