// The restricted server: whoever has not signed in is told the same about every address, and whoever has sees what is theirs.

import { createHash } from "node:crypto";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import session from "express-session";
import type { Viewer } from "../../disclosure/viewer.ts";
import { limits } from "../../text/limits.ts";
import { limiter } from "../rate.ts";
import { securityHeaders } from "../security-headers.ts";
import { fetchGate } from "./gate.ts";
import type { Provider } from "./oidc.ts";
import {
  accountPage,
  brokenPage,
  failedPage,
  onwardPage,
  refusedPage,
  signedOutPage,
  signInPage,
  strangerPage,
} from "./pages.ts";
import type { SqliteSessions } from "./session-store.ts";
import type { Views } from "./views.ts";

export interface RestrictedOptions {
  readonly views: Views;
  readonly provider: Provider;
  readonly sessions: SqliteSessions;
  /** The public address, such as https://secret.example.org: its name alone is answered. */
  readonly url: URL;
  /** Requests a minute from one address; 0 is no limit. */
  readonly rateLimit: number;
  readonly trustProxy: boolean;
  readonly now: () => number;
  /** Told that something went wrong, in words that give nothing away. */
  readonly onError: (words: string) => void;
}

const html = "text/html; charset=utf-8";
const assets = new Set(["/style.css", "/script.js", "/icon.svg"]);
const urlLength = 4_096;

export function createRestrictedApp(options: RestrictedOptions): Express {
  const { views, provider, sessions, url, now } = options;
  const isSecure = url.protocol === "https:";
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);
  app.set("trust proxy", options.trustProxy ? 1 : false);
  app.use((_request, response, next) => {
    response.set(securityHeaders);
    next();
  });

  const page = (request: Request, response: Response, status: number, body: string) =>
    send(request, response, { status, contentType: html, body });
  const refuse: RequestHandler = (request, response) => page(request, response, 403, refusedPage);

  app.use((request, response, next) => {
    if ((request.headers.host ?? "").toLowerCase() !== url.host) return page(request, response, 421, refusedPage);
    if (request.url.length > urlLength) return page(request, response, 414, refusedPage);
    next();
  });
  app.use(fetchGate(url.origin, refuse));
  // What is sent is not compressed: its length would tell what a secret has in common with what somebody else put beside it.
  const limit = limiter(options.rateLimit, options.trustProxy);
  app.use((request, response, next) => limit(request, response, next, () => page(request, response, 429, refusedPage)));
  app.use(
    session({
      // Only with this prefix does a browser hold others of the same domain off from setting it.
      name: isSecure ? "__Host-storytree" : "storytree",
      secret: sessions.secret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      // TLS ends at the proxy in front, which --url knows of and a request does not say.
      proxy: true,
      cookie: { httpOnly: true, sameSite: "lax", secure: false, path: "/" },
      ...(isSecure ? { cookie: { httpOnly: true, sameSite: "lax", secure: true, path: "/" } } : {}),
    }),
  );

  app.use((request, response, next) => {
    if (["GET", "HEAD"].includes(request.method)) return next();
    if (request.method === "POST" && /^\/logout(?:-everywhere)?$/.test(request.path)) return next();
    response.set("Allow", "GET, HEAD, OPTIONS");
    if (request.method === "OPTIONS") return void response.status(204).end();
    page(request, response, 405, refusedPage);
  });

  app.get("/login", async (request, response) => {
    const to = ownPath(new URLSearchParams(request.url.split("?")[1] ?? "").get("to"));
    const { url: there, checks } = await provider.begin(new URL("/callback", url).href);
    request.session.begun = { checks, to };
    await saved(request);
    response.set("Cache-Control", "no-store").redirect(303, there);
  });
  app.get("/callback", async (request, response) => {
    const { begun } = request.session;
    delete request.session.begun;
    const subject = begun ? await provider.finish(new URL(request.url, url), begun.checks) : null;
    if (!begun || subject === null) return page(request, response, 403, failedPage);
    // A new number for the session: whoever knew the old one knows nothing.
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error) => (error ? reject(error) : resolve())),
    );
    request.session.subject = subject;
    request.session.since = now();
    await saved(request);
    page(request, response, 200, onwardPage(begun.to));
  });
  app.post(["/logout", "/logout-everywhere"], async (request, response) => {
    const { subject } = request.session;
    if (subject !== undefined && request.path === "/logout-everywhere") sessions.endAll(subject);
    await new Promise<void>((resolve) => request.session.destroy(() => resolve()));
    response.clearCookie(isSecure ? "__Host-storytree" : "storytree", { path: "/", secure: isSecure });
    page(request, response, 200, signedOutPage);
  });

  app.use(async (request, response) => {
    const path = decodedPath(request.url);
    const { subject } = request.session;
    if (subject === undefined && !(typeof path === "string" && assets.has(path)))
      return signIn(request, response, page);
    const viewer = subject === undefined ? nobody : await views.viewer(subject);
    if (!viewer) return page(request, response, 403, strangerPage);
    if (path === "/account" && viewer !== nobody) return page(request, response, 200, accountPage(viewer.person));
    const query = new URLSearchParams(request.url.split("?")[1] ?? "");
    const isOdd = [...query].some(([name, value]) => /[[\]]/.test(name) || value.length > limits.queryLength);
    if (path === null || isOdd)
      return send(request, response, await views.problem(viewer, 400, "the address is not well formed"));
    const answer = await views.answer(viewer, path, query);
    send(request, response, answer ?? (await views.problem(viewer, 404, "there is nothing at this address")));
  });

  const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    // Its message could hold what was being read.
    options.onError(error instanceof Error ? error.name : "Error");
    if (response.headersSent) response.destroy();
    else page(request, response, 500, brokenPage);
  };
  app.use(onError);
  return app;
}

/** Whoever has not signed in: of the tracker they see no file. */
const nobody: Viewer = { person: "nobody", isOfTeam: false, teams: new Set() };

/** The same for every address, so that none tells whether there is something at it. */
function signIn(
  request: Request,
  response: Response,
  page: (request: Request, response: Response, status: number, body: string) => void,
): void {
  const isPage = (request.headers.accept ?? "").includes("text/html") && !/\.(?:json|atom)(?:\?|$)/.test(request.url);
  if (!isPage || request.method !== "GET") page(request, response, 401, signInPage);
  else response.set("Cache-Control", "no-store").redirect(303, `/login?to=${encodeURIComponent(request.url)}`);
}

function saved(request: Request): Promise<void> {
  return new Promise((resolve, reject) => request.session.save((error) => (error ? reject(error) : resolve())));
}

/** An address within this site; the home page for any other. */
function ownPath(to: string | null): string {
  return to !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes("\\") ? to : "/";
}

function send(
  request: Request,
  response: Response,
  answer: {
    readonly status: number;
    readonly contentType: string;
    readonly body: string | Uint8Array;
    readonly location?: string;
    readonly download?: string;
  },
): void {
  const body = typeof answer.body === "string" ? Buffer.from(answer.body) : Buffer.from(answer.body);
  const hash = createHash("sha256").update(answer.contentType).update("\0").update(body).digest("base64url");
  response.status(answer.status).set({
    "Content-Type": answer.contentType,
    "Cache-Control": "no-store",
    Vary: "Cookie",
    ETag: `"${hash.slice(0, 27)}"`,
  });
  if (answer.location) response.set("Location", answer.location);
  if (answer.download)
    response.set("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(answer.download)}`);
  response.set("Content-Length", String(body.length));
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The path with its percent escapes resolved; null for one that no address of ours has. */
function decodedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split("?")[0] ?? "");
    return /[\p{Cc}\\]|\/\/|(?:^|\/)\.\.?(?:\/|$)/u.test(path) || !path.startsWith("/") ? null : path;
  } catch {
    return null;
  }
}
