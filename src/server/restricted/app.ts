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
import { addressOf, urlLength } from "../address.ts";
import type { Answer } from "../answer.ts";
import { prefersJson, problemForPrograms } from "../api-answers.ts";
import { limiter } from "../rate.ts";
import { securityHeaders } from "../security-headers.ts";
import { fetchGate } from "./gate.ts";
import type { Provider } from "./oidc.ts";
import { accountPage, type Notice, notices, onwardPage } from "./pages.ts";
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
/** Kept by no cache, neither one that many share nor the browser's own. */
const noStore = "private, no-store";

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

  const refuse: RequestHandler = (request, response) => say(request, response, 403, notices.refused);

  app.use((request, response, next) => {
    if ((request.headers.host ?? "").toLowerCase() !== url.host) return say(request, response, 421, notices.refused);
    if (request.url.length > urlLength) return say(request, response, 414, notices.long);
    return next();
  });
  app.use(fetchGate(url.origin, refuse));
  // What is sent is not compressed: its length would tell what a secret has in common with what somebody else put beside it.
  const limit = limiter(options.rateLimit, options.trustProxy);
  app.use((request, response, next) => limit(request, response, next, () => say(request, response, 429, notices.busy)));
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
    return say(request, response, 405, notices.readOnly);
  });

  app.get("/login", async (request, response) => {
    const to = ownPath(new URLSearchParams(request.url.split("?")[1] ?? "").get("to"));
    const { url: there, checks } = await provider.begin(new URL("/callback", url).href);
    request.session.begun = { checks, to };
    await saved(request);
    response.set("Cache-Control", noStore).redirect(303, there);
  });
  app.get("/callback", async (request, response) => {
    const { begun } = request.session;
    delete request.session.begun;
    const subject = begun ? await provider.finish(new URL(request.url, url), begun.checks) : null;
    if (!begun || subject === null) return say(request, response, 403, notices.failed);
    // A new number for the session: whoever knew the old one knows nothing.
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error) => (error ? reject(error) : resolve())),
    );
    request.session.subject = subject;
    request.session.since = now();
    await saved(request);
    return sendPage(request, response, onwardPage(begun.to));
  });
  app.post(["/logout", "/logout-everywhere"], async (request, response) => {
    const { subject } = request.session;
    if (subject !== undefined && request.path === "/logout-everywhere") sessions.endAll(subject);
    await new Promise<void>((resolve) => request.session.destroy(() => resolve()));
    response.clearCookie(isSecure ? "__Host-storytree" : "storytree", { path: "/", secure: isSecure });
    return say(request, response, 200, notices.signedOut);
  });

  app.use(async (request, response) => {
    const address = addressOf(request.url);
    const path = "path" in address ? address.path : null;
    const { subject } = request.session;
    if (subject === undefined && !assets.has(path ?? "")) return signIn(request, response);
    const viewer = subject === undefined ? nobody : await views.viewer(subject);
    if (!viewer) return say(request, response, 403, notices.stranger);
    if (path === "/account" && viewer !== nobody) return sendPage(request, response, accountPage(viewer.person));
    const problem = async (status: number, sentence: string) =>
      send(request, response, await views.problem(viewer, status, sentence, asking(request)));
    if ("status" in address) return problem(address.status, address.sentence);
    const answer = await views.answer(viewer, address);
    if (answer) return send(request, response, answer);
    return problem(404, "there is nothing at this address");
  });

  const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    // Its message could hold what was being read.
    options.onError(error instanceof Error ? error.name : "Error");
    if (!response.headersSent) return say(request, response, 500, notices.broken);
    response.destroy();
  };
  app.use(onError);
  return app;
}

/** Whoever has not signed in: of the tracker they see no file. */
const nobody: Viewer = { person: "nobody", isOfTeam: false, teams: new Set() };

/** What a request asks for, as far as it tells how to say that there is no answer. */
function asking(request: Request): { readonly path: string; readonly prefersJson: boolean } {
  return { path: request.url.split("?")[0] ?? "/", prefersJson: prefersJson(request.headers.accept) };
}

/** The same for every address of its sort, so that none tells whether there is something at it; a program is led nowhere. */
async function signIn(request: Request, response: Response): Promise<void> {
  const isPage =
    (request.headers.accept ?? "").includes("text/html") && !/^\/api\/|\.(?:json|atom)(?:\?|$)/.test(request.url);
  if (isPage && request.method === "GET")
    return void response.set("Cache-Control", noStore).redirect(303, `/login?to=${encodeURIComponent(request.url)}`);
  response.set("WWW-Authenticate", 'Cookie realm="storytree", form-action="/login"');
  await say(request, response, 401, notices.signIn);
}

function saved(request: Request): Promise<void> {
  return new Promise((resolve, reject) => request.session.save((error) => (error ? reject(error) : resolve())));
}

/** An address within this site; the home page for any other. */
function ownPath(to: string | null): string {
  return to !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes("\\") ? to : "/";
}

/** Says to people as a page, to programs as JSON, why there is no answer. */
function say(request: Request, response: Response, status: number, { sentence, page }: Notice): Promise<void> {
  const forPrograms = problemForPrograms(status, sentence, asking(request));
  return send(request, response, forPrograms ?? { status, contentType: html, body: page });
}

function sendPage(request: Request, response: Response, body: string): Promise<void> {
  return send(request, response, { status: 200, contentType: html, body });
}

async function send(request: Request, response: Response, answer: Answer): Promise<void> {
  const body = await bytesOf(answer.body);
  const hash = createHash("sha256").update(answer.contentType).update("\0").update(body).digest("base64url");
  response.status(answer.status).set({
    "Content-Type": answer.contentType,
    "Cache-Control": noStore,
    Vary: "Cookie",
    ETag: `"${hash.slice(0, 27)}"`,
    ...answer.headers,
  });
  if (answer.location) response.set("Location", answer.location);
  if (answer.download)
    response.set("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(answer.download)}`);
  response.set("Content-Length", String(body.length));
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A long answer is held whole as well: nothing of it is to lie in a file that others could be served from. */
async function bytesOf(body: Answer["body"]): Promise<Buffer> {
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
