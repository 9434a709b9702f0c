// The rules of HTTP around everything that is answered: who may ask what, finished bytes first, then the parts that make them.

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import express, { type ErrorRequestHandler } from "express";
import { isOurHost } from "./address.ts";
import { type AnswerSource, readOnly } from "./answer.ts";
import { prefersJson } from "./api-answers.ts";
import { fastLane } from "./fast-lane.ts";
import { finisher, variantOf } from "./finish.ts";
import type { LaneMaker } from "./listen.ts";
import { limiter } from "./rate.ts";
import { representationOf } from "./representation.ts";
import { type Numbered, send } from "./send.ts";
import type { Spool } from "./spool.ts";
import type { Watch, Watched } from "./watch.ts";

export interface AppOptions {
  readonly source: AnswerSource;
  /** Host names that are answered, lower case, without port; empty means every name. */
  readonly hosts: readonly string[];
  /** Requests a minute from one address; 0 is no limit. */
  readonly rateLimit: number;
  readonly trustProxy: boolean;
  readonly watch: Watch;
  readonly spool: Spool;
  /** Bytes of finished answers that are kept. */
  readonly cacheBytes?: number;
}

const allowed = "GET, HEAD, OPTIONS";

interface Asked extends Numbered {
  watched?: Watched;
  refusal?: { readonly status: number; readonly sentence: string };
}

export interface App {
  readonly listener: RequestListener;
  readonly lane?: LaneMaker;
}

export function createApp(options: AppOptions): App {
  const { source, watch, spool } = options;
  const finish = finisher(source, spool, options.cacheBytes ?? 48 << 20);
  const hosts = new Set(options.hosts);
  const limit = limiter(options.rateLimit, options.trustProxy);
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);

  const refuse = async (request: Asked, response: ServerResponse, status: number, sentence: string) => {
    const problem = await source.problem(status, sentence, {
      path: pathOf(request),
      prefersJson: prefersJson(request.headers.accept),
    });
    const headers = { ...problem.headers, ...(status === 405 ? { Allow: allowed } : {}) };
    const body = problem.body as string | Uint8Array;
    send(
      request,
      response,
      await representationOf({ ...problem, headers, body, isFleeting: status >= 429 }, "identity", null),
    );
  };

  app.use((request, response, next) => {
    const { refusal } = request as Asked;
    if (refusal) return refuse(request, response, refusal.status, refusal.sentence);
    if (request.headers.host === undefined && request.httpVersion !== "1.0")
      return refuse(request, response, 400, "the request names no host");
    if (namesTwoHosts(request)) return refuse(request, response, 400, "the request names two hosts");
    if (!isOurHost(request.headers.host, hosts))
      return refuse(request, response, 421, "this server does not answer for that host name");
    if (request.method === "OPTIONS") return sendOptions(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(request, response, 405, readOnly);
    next();
  });
  app.get(["/healthz", "/readyz", "/metrics"], async (request, response) => {
    const answer = watch.answer(request.path, { bytes: finish.cache.bytes, entries: finish.cache.entries });
    send(request, response, await representationOf({ ...answer, isFleeting: true }, "identity", null));
  });
  app.use(async (request, response) => {
    const made = await finish.make(request.url, variantOf(request.headers), request.headers.authorization);
    if ("sentence" in made) return refuse(request, response, made.status, made.sentence);
    send(request, response, made);
  });
  const onError: ErrorRequestHandler = async (error, request, response, _next) => {
    const watched = (request as Asked).watched;
    watch.log.fault(error, watched?.id);
    if (response.headersSent) response.destroy();
    else await refuse(request, response, 500, "something went wrong on our side");
  };
  app.use(onError);

  const listener: RequestListener = (request: Asked, response) => {
    takeWholeAddress(request);
    const watched = watch.begin(request, response);
    request.watched = watched;
    const beyond = () => {
      request.refusal = { status: 429, sentence: "too many requests: wait a minute" };
      app(request, response);
    };
    const within = () => {
      const finished =
        isShared(request, hosts) && !namesTwoHosts(request)
          ? finish.ready(request.url ?? "", variantOf(request.headers))
          : undefined;
      if (finished) {
        watched.isCached = true;
        send(request, response, finished);
      } else app(request, response);
    };
    // Who watches over the server must not be told to wait.
    if (/^\/(?:healthz|readyz|metrics)$/.test(request.url ?? "")) app(request, response);
    else limit(request, response, within, beyond);
  };
  // Where requests are counted by the address they come from, each passes the one counter.
  if (options.rateLimit > 0) return { listener };
  const lane = fastLane(
    {
      variantOf: (headers) => (isOurHost(headers.host, hosts) ? variantOf(headers) : null),
      ready: finish.ready,
      async make(url, variant) {
        if (/^\/(?:healthz|readyz|metrics)\b/i.test(url)) return null;
        const made = await finish.make(url, variant);
        return "sentence" in made ? null : made;
      },
    },
    watch,
  );
  return { listener, lane };
}

/** A client may name the whole address, as to a proxy: then the host is the one that stands there. */
function takeWholeAddress(request: IncomingMessage): void {
  const [whole, host = "", rest = ""] = /^https?:\/\/([^/?#\s]+)([/?].*)?$/i.exec(request.url ?? "") ?? [];
  if (whole === undefined) return;
  request.headers.host = host;
  request.url = rest.startsWith("/") ? rest : `/${rest}`;
}

/** Node.js keeps the first of them, and somebody on the way may go by the other. */
function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === "host") hosts += 1;
  return hosts > 1;
}

/** Whether the answer is the same for everybody who asks so. */
function isShared({ method, headers }: IncomingMessage, hosts: ReadonlySet<string>): boolean {
  return (
    (method === "GET" || method === "HEAD") && headers.authorization === undefined && isOurHost(headers.host, hosts)
  );
}

function sendOptions(request: IncomingMessage, response: ServerResponse): void {
  const isPreflight = request.headers["access-control-request-method"] !== undefined;
  response.writeHead(204, {
    Allow: allowed,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": allowed,
    ...(isPreflight
      ? {
          "Access-Control-Allow-Headers": "Authorization, Content-Type, If-None-Match, If-Modified-Since",
          "Access-Control-Max-Age": "86400",
        }
      : {}),
    Vary: "Access-Control-Request-Method, Access-Control-Request-Headers",
  });
  response.end();
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?")[0] ?? "/";
}
