// The rules of HTTP around everything that is answered: who may ask what, finished bytes first, then the parts that make them.

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import express, { type ErrorRequestHandler } from "express";
import { addressOf, isOurHost } from "./address.ts";
import { type Answer, type AnswerSource, readOnly } from "./answer.ts";
import { prefersJson } from "./api-answers.ts";
import { type ByteCache, byteCache, type Made } from "./byte-cache.ts";
import { limiter } from "./rate.ts";
import { type Encoding, encodingOf, type Representation, representationOf } from "./representation.ts";
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
const queueLength = 8;

interface Asked extends Numbered {
  watched?: Watched;
  refusal?: { readonly status: number; readonly sentence: string };
}

export function createApp(options: AppOptions): RequestListener {
  const { source, watch, spool } = options;
  const cache = byteCache(options.cacheBytes ?? 48 << 20);
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
    if (!isOurHost(request.headers.host, hosts))
      return refuse(request, response, 421, "this server does not answer for that host name");
    if (request.method === "OPTIONS") return sendOptions(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(request, response, 405, readOnly);
    next();
  });
  app.get(["/healthz", "/readyz", "/metrics"], async (request, response) => {
    const answer = watch.answer(request.path, { bytes: cache.bytes, entries: cache.entries });
    send(request, response, await representationOf({ ...answer, isFleeting: true }, "identity", null));
  });
  app.use(async (request, response) => {
    const address = addressOf(request.url);
    if ("status" in address) return refuse(request, response, address.status, address.sentence);
    const encoding = encodingOf(request.headers["accept-encoding"]);
    const authorization = request.headers.authorization;
    const asking = { ...address, person: personOf(authorization), prefersJson: prefersJson(request.headers.accept) };
    const version = await source.version();
    const key = `${encoding} ${request.url}`;
    const spooled = await spool.find(request.url, version)?.catch(() => undefined);
    if (spooled) return send(request, response, spooled[encoding === "identity" ? "identity" : "gzip"]);
    const make = async (): Promise<Made> => {
      const answer = await source.answer(asking);
      if (!answer) return made(await problemOf(asking), encoding, false);
      if (isLong(answer)) {
        if (spool.busy >= queueLength)
          return made(
            await problemOf(asking, 503, "too many long answers are being written: try again soon"),
            encoding,
            false,
          );
        const both = await spool.write(request.url, version, answer, source.modified);
        return { representation: both[encoding === "identity" ? "identity" : "gzip"], isKept: false };
      }
      return made(answer, encoding, (answer.status === 200 || answer.status === 301) && !answer.isPersonal);
    };
    const problemOf = (about: typeof asking, status = 404, sentence = "there is nothing at this address") =>
      source.problem(status, sentence, about);
    const made = async (answer: Answer, wanted: Encoding, isKept: boolean): Promise<Made> => ({
      representation: await representationOf(answer as Answer & { body: string | Uint8Array }, wanted, source.modified),
      isKept,
    });
    // What depends on who asks, or on what form they like errors in, is nobody else's.
    const shared = authorization === undefined;
    const representation = shared
      ? await cache.getOrMake(`${key}${asking.prefersJson ? " json" : ""}`, version, make)
      : (await make()).representation;
    send(request, response, representation);
  });
  const onError: ErrorRequestHandler = async (error, request, response, _next) => {
    const watched = (request as Asked).watched;
    watch.log.fault(error, watched?.id);
    if (response.headersSent) response.destroy();
    else await refuse(request, response, 500, "something went wrong on our side");
  };
  app.use(onError);

  return (request: Asked, response) => {
    const watched = watch.begin(request, response);
    request.watched = watched;
    const beyond = () => {
      request.refusal = { status: 429, sentence: "too many requests: wait a minute" };
      app(request, response);
    };
    const within = () => {
      const finished = finishedOf(cache, source, request, hosts);
      if (finished) {
        watched.isCached = true;
        send(request, response, finished);
      } else app(request, response);
    };
    // Who watches over the server must not be told to wait.
    if (/^\/(?:healthz|readyz|metrics)$/.test(request.url ?? "")) app(request, response);
    else limit(request, response, within, beyond);
  };
}

/** Finished bytes for a plain request, of what was seen last. */
function finishedOf(
  cache: ByteCache,
  source: AnswerSource,
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
): Representation | undefined {
  const { method, headers, url = "" } = request;
  if ((method !== "GET" && method !== "HEAD") || headers.authorization !== undefined) return undefined;
  if (!isOurHost(headers.host, hosts)) return undefined;
  const key = `${encodingOf(headers["accept-encoding"])} ${url}${prefersJson(request.headers.accept) ? " json" : ""}`;
  const found = cache.get(key, source.seen);
  // Somebody has to look whether that is still so; nobody waits for it, unless nobody has looked for long.
  if (found && !source.isFresh()) return undefined;
  return found;
}

function isLong(answer: Answer): answer is Answer & { readonly body: AsyncIterable<string> } {
  return typeof answer.body === "object" && !(answer.body instanceof Uint8Array);
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

/** A token is a person's name here: it chooses a view of what is public anyway. */
function personOf(authorization: string | undefined): string | null {
  return /^Bearer ([a-z0-9][a-z0-9._-]{0,99})$/.exec(authorization ?? "")?.[1] ?? null;
}
