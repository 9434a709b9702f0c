// Watching over requests: a number and a line for each, counts for Prometheus, and whether the server is well.

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import { metrics, metricsType } from "./metrics.ts";
import type { RequestFacts, RequestLog } from "./request-log.ts";

export interface Watched {
  readonly id: string;
  isCached: boolean;
}

export interface Health {
  /** Since when the tracker could not be looked at, in milliseconds since 1970; null when it can. */
  readonly failingSince: () => number | null;
  readonly commit: () => string | null;
}

/** How a request ended. */
export interface Ended extends Omit<RequestFacts, "path" | "parameters"> {
  readonly url: string;
}

export interface Watch {
  readonly log: RequestLog;
  /** Gives the request its number, and notes how it ended. */
  begin(request: IncomingMessage, response: ServerResponse): Watched;
  /** The same in parts: the number of a request, that more or fewer are under way, and how one ended. */
  next(): string;
  underWay(change: 1 | -1): void;
  ended(request: Ended): void;
  /** For so many milliseconds nobody has asked for anything. */
  quietFor(): number;
  refused(status: number, reason: string): void;
  /** Of "/healthz", "/readyz" or "/metrics". */
  answer(path: string, cache: { readonly bytes: number; readonly entries: number }): Answer & { readonly body: string };
  /** From now on it takes no new work: load balancers shall look elsewhere. */
  drain(): void;
}

const json = "application/json; charset=utf-8";

export function watchOver(log: RequestLog, health: Health): Watch {
  const counts = metrics();
  const prefix = randomBytes(4).toString("hex");
  let number = 0;
  let open = 0;
  let isDraining = false;
  const started = performance.now();
  let lastSeen = started;

  const next = () => {
    number += 1;
    return `${prefix}-${number.toString(36)}`;
  };
  const ended = ({ url, took, ...rest }: Ended) => {
    // What was finished before was never under way.
    lastSeen = performance.now();
    counts.request(rest.status, took, rest.cached);
    if (log.isQuiet && rest.status < 500) return;
    const question = url.indexOf("?");
    log.request({
      ...rest,
      path: question === -1 ? url : url.slice(0, question),
      parameters: question === -1 ? [] : namesIn(url.slice(question + 1)),
      took: Math.round(took * 100) / 100,
    });
  };

  const underWay = (change: 1 | -1) => {
    open += change;
    lastSeen = performance.now();
  };

  return {
    log,
    next,
    underWay,
    ended,
    quietFor: () => (open > 0 ? 0 : performance.now() - lastSeen),
    begin(request, response) {
      const watched: Watched = { id: next(), isCached: false };
      const from = performance.now();
      underWay(1);
      response.once("close", () => {
        underWay(-1);
        ended({
          id: watched.id,
          method: request.method ?? "",
          url: request.url ?? "",
          status: response.statusCode,
          took: performance.now() - from,
          bytes: Number(response.getHeader("Content-Length") ?? 0),
          cached: watched.isCached,
          aborted: !response.writableFinished,
        });
      });
      return watched;
    },
    refused(status, reason) {
      counts.refused();
      log.refused(status, reason);
    },
    answer(path, cache) {
      const failing = health.failingSince();
      if (path === "/healthz") return { status: 200, contentType: json, body: JSON.stringify({ status: "ok" }) };
      if (path === "/readyz") {
        const isReady = !isDraining && failing === null;
        const why = isDraining ? "draining" : "the tracker cannot be read";
        const body = isReady ? { status: "ready", commit: health.commit() } : { status: "not ready", why };
        return { status: isReady ? 200 : 503, contentType: json, body: JSON.stringify(body) };
      }
      const memory = process.memoryUsage();
      const text = counts.text({
        open_requests: { help: "Requests being answered.", value: open },
        cache_bytes: { help: "Bytes of finished answers that are kept.", value: cache.bytes },
        cache_entries: { help: "Finished answers that are kept.", value: cache.entries },
        resident_bytes: { help: "Memory of the process.", value: memory.rss },
        heap_bytes: { help: "Memory that JavaScript uses.", value: memory.heapUsed },
        uptime_seconds: { help: "How long it has run.", value: Math.round((performance.now() - started) / 1000) },
        tracker_failing: { help: "1 while the tracker cannot be read.", value: failing === null ? 0 : 1 },
      });
      return { status: 200, contentType: metricsType, body: text };
    },
    drain: () => {
      isDraining = true;
    },
  };
}

/** So many are told; who sends more is not looking for anything. */
const mostNames = 20;

function namesIn(query: string): readonly string[] {
  const names = query.split("&", mostNames).map((part) => (part.split("=", 1)[0] ?? "").slice(0, 40));
  return names.filter((name) => name !== "");
}
