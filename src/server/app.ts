// The read-only web: every answer is a finished page or document of the site; nothing from a request reaches the file system.

import { createHash } from "node:crypto";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { limits } from "../text/limits.ts";

/** A finished representation. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Where it has moved: a path of this site. */
  readonly location?: string;
  /** Save it, do not show it: what strangers attached. */
  readonly download?: string;
}

export interface AnswerSource {
  /** The answer for a path and its query, or null when there is none. The path is decoded and begins with "/". */
  answer(path: string, query: URLSearchParams): Promise<Answer | null>;
  /** The page for what is not there, or went wrong: 400, 404, 405, 414, 421, 429, 500. */
  problem(status: number, sentence: string): Promise<Answer>;
}

export interface AppOptions {
  readonly source: AnswerSource;
  /** Host names that are answered, lower case, without port; empty means every name. */
  readonly hosts: readonly string[];
  /** Requests a minute from one address; 0 is no limit. */
  readonly rateLimit: number;
  readonly trustProxy: boolean;
  /** Told of every fault of ours, for the log. */
  readonly onError: (error: unknown) => void;
}

const urlLength = 4_096;
const nothingHere = "there is nothing at this address";

export function createApp(options: AppOptions): Express {
  const { source } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);
  app.set("trust proxy", options.trustProxy ? 1 : false);

  const refuse = async (response: express.Response, request: express.Request, status: number, sentence: string) => {
    send(request, response, await source.problem(status, sentence));
  };
  const guard: RequestHandler = async (request, response, next) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    if (options.hosts.length > 0 && !options.hosts.includes(host)) {
      return refuse(response, request, 421, "this server does not answer for that host name");
    }
    if (request.url.length > urlLength) return refuse(response, request, 414, "the address is too long");
    if (request.method === "OPTIONS") {
      response.set("Allow", "GET, HEAD, OPTIONS").status(204).end();
      return;
    }
    if (request.method === "GET" || request.method === "HEAD") return next();
    response.set("Allow", "GET, HEAD, OPTIONS");
    return refuse(
      response,
      request,
      405,
      "this server is read-only: propose a change to the tracker's repository instead",
    );
  };

  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "style-src": ["'self'"],
          "script-src": ["'self'"],
          "img-src": ["'self'"],
          "connect-src": ["'self'"],
          "worker-src": ["'self'"],
          "form-action": ["'self'"],
          "base-uri": ["'none'"],
          "frame-ancestors": ["'none'"],
        },
      },
      referrerPolicy: { policy: "no-referrer" },
      // TLS ends at the proxy in front; it alone knows whether every name it serves has it.
      strictTransportSecurity: false,
      xPoweredBy: false,
    }),
    guard,
  );
  if (options.rateLimit > 0) {
    app.use(
      rateLimit({
        windowMs: 60_000,
        limit: options.rateLimit,
        standardHeaders: "draft-7",
        legacyHeaders: false,
        handler: (request, response) => refuse(response, request, 429, "too many requests: wait a minute"),
      }),
    );
  }
  app.use(compression());
  app.use(async (request, response) => {
    const path = decodedPath(request.url);
    if (typeof path === "number") {
      return refuse(response, request, path, path === 400 ? "the address is not well formed" : nothingHere);
    }
    const query = new URLSearchParams(request.url.split("?")[1] ?? "");
    for (const [name, value] of query) {
      if (/[[\]]/.test(name)) return refuse(response, request, 400, "a parameter is one plain value");
      if (value.length > limits.queryLength) return refuse(response, request, 414, "a parameter is too long");
    }
    const answer = await source.answer(path, query);
    if (answer) send(request, response, answer);
    else await refuse(response, request, 404, nothingHere);
  });
  const onError: ErrorRequestHandler = async (error, request, response, _next) => {
    options.onError(error);
    if (response.headersSent) response.destroy();
    else await refuse(response, request, 500, "something went wrong on our side");
  };
  app.use(onError);
  return app;
}

function send(request: express.Request, response: express.Response, answer: Answer): void {
  const body =
    typeof answer.body === "string"
      ? Buffer.from(answer.body)
      : Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength);
  const etag = `"${createHash("sha256").update(answer.contentType).update("\0").update(body).digest("base64url").slice(0, 27)}"`;
  response.status(answer.status).set({ "Content-Type": answer.contentType, "Cache-Control": "no-cache", ETag: etag });
  if (answer.location) response.set("Location", answer.location);
  if (answer.download)
    response.set("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(answer.download)}`);
  if (answer.status === 200 && matches(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return;
  }
  response.set("Content-Length", String(body.length));
  response.end(request.method === "HEAD" ? undefined : body);
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(",").some((given) => given.trim() === "*" || given.trim().replace(/^W\//, "") === etag);
}

/** The path with its percent escapes resolved, or the status of the refusal. */
function decodedPath(url: string): string | 400 | 404 {
  const raw = url.split("?")[0] ?? "";
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return 400;
  }
  // No address of ours holds a control character, a backslash, an empty or a dot segment, escaped or not.
  return /[\p{Cc}\\]|\/\/|(?:^|\/)\.\.?(?:\/|$)/u.test(path) || !path.startsWith("/") ? 404 : path;
}
