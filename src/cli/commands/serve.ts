// `storytree serve`: the site, live.

import { join } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { GitRun } from "../../tracker/git/process.ts";
import type { HostAsked } from "../../tracker/host-proposals.ts";
import type { OpenTracker, PublicTracker } from "../../tracker/open.ts";
import type { Command, CommandContext } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { packageRoot } from "../package-files.ts";
import { signInOptions } from "../serve-restricted.ts";
import { catalogueOf, trackerAt } from "../tracker-at.ts";
import { version } from "../version.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "serve the site, read-only, as the tracker is now",
  details:
    "What is written in the working tree, or committed, shows without a restart. Ends on SIGINT or SIGTERM after finishing what is under way.",
  options: [
    { flags: "--port NUMBER", description: "the port", default: "8080", variable: "STORYTREE_PORT" },
    { flags: "--host HOST", description: "the address to listen on", default: "127.0.0.1", variable: "STORYTREE_HOST" },
    {
      flags: "--url URL",
      description: "the public address, whose host name alone is answered then",
      variable: "STORYTREE_URL",
    },
    {
      flags: "--poll SECONDS",
      description: "fetch that often from where the clone came from; 0 is never",
      default: "0",
      variable: "STORYTREE_POLL",
    },
    {
      flags: "--host-api URL",
      description:
        "with --poll: ask the review host which proposals are open, such as at https://api.github.com/repos/OWNER/REPO; a token is taken from STORYTREE_HOST_TOKEN",
      variable: "STORYTREE_HOST_API",
    },
    {
      flags: "--rate-limit PER_MINUTE",
      description: "requests a minute from one address; 0 is no limit",
      default: "0",
      variable: "STORYTREE_RATE_LIMIT",
    },
    {
      flags: "--trust-proxy",
      description: "believe the proxy in front about addresses",
      variable: "STORYTREE_TRUST_PROXY",
    },
    {
      flags: "--log",
      description: "a line of JSON on standard error for every request",
      variable: "STORYTREE_LOG",
    },
    ...signInOptions,
  ],
  async run(context, _args, options) {
    const port = wholeNumber("--port", textOption(options, "port") ?? "8080", 65_535);
    const rate = wholeNumber("--rate-limit", textOption(options, "rateLimit") ?? "0", 1_000_000);
    const seconds = wholeNumber("--poll", textOption(options, "poll") ?? "0", 86_400);
    const host = textOption(options, "host") ?? "127.0.0.1";
    const token = context.terminal.variables.STORYTREE_HOST_TOKEN ?? "";
    const hostApi = apiOf(textOption(options, "hostApi"), seconds, token !== "");
    const opened = await trackerAt(context);
    if (opened.visibility === "restricted") {
      if (hostApi !== undefined)
        throw new Failure("usage", "proposals of a restricted tracker are not followed: --host-api is for public ones");
      const { serveRestricted } = await import("../serve-restricted.ts");
      return serveRestricted(context, opened, options, {
        host,
        port,
        rateLimit: rate,
        trustProxy: flag(options, "trustProxy"),
      });
    }
    if (textOption(options, "oidcIssuer") !== undefined)
      throw new Failure("usage", "a public tracker is served to everybody: --oidc-issuer is for restricted ones");
    const asked = hostApi === undefined ? undefined : await hostAsked(opened, hostApi, token);
    const { startServer } = await import("../../server/start.ts");
    const { templatesIn } = await import("../../site/templates.ts");
    const { terminal } = context;
    const server = await startServer({
      open: (revision) => openPublic(context, revision),
      catalogueOf: (tracker) => catalogueOf(context, tracker),
      templates: templatesIn(join(packageRoot(), "templates", "site")),
      now: () => terminal.now().getTime(),
      host,
      port,
      hosts: hostsOf(textOption(options, "url"), host),
      rateLimit: rate,
      trustProxy: flag(options, "trustProxy"),
      poll: seconds,
      fetch: () => followOrigin(context, opened.run, asked),
      log: { write: terminal.err },
      faultsOnly: !flag(options, "log"),
      version,
    });
    terminal.out(`http://${host.includes(":") ? `[${host}]` : host}:${server.port}/\n`);
    await new Promise<void>((resolve) => {
      if (terminal.stop.aborted) resolve();
      terminal.stop.addEventListener("abort", () => resolve(), { once: true });
    });
    await server.close();
    return 0;
  },
};

async function followOrigin(context: CommandContext, run: GitRun | null, asked: HostAsked | undefined): Promise<void> {
  const { fetchTracker } = await import("../../tracker/fetch-tracker.ts");
  const { terminal } = context;
  await fetchTracker(context.directory, terminal.variables);
  if (!run || !asked) return;
  const { askHost } = await import("../../tracker/host-proposals.ts");
  await askHost(run, asked, terminal.now().getTime());
}

/** How the review host is asked which proposals are open. Failure "usage" for one that cannot be. */
async function hostAsked({ files }: OpenTracker, url: string, token: string): Promise<HostAsked> {
  const { askedHow } = await import("../../tracker/host-proposals.ts");
  const { loadConfig } = await import("../../tracker/tracker.ts");
  const kind = (await loadConfig(files))?.data.review?.host ?? "plain";
  askedHow(kind);
  return { kind, url, token: token === "" ? undefined : token };
}

function apiOf(url: string | undefined, poll: number, hasToken: boolean): string | undefined {
  if (url === undefined) return undefined;
  if (poll === 0) throw new Failure("usage", "--host-api is asked after each fetch: give --poll as well");
  // What it says instead may hold a password, and goes into logs.
  if (!/^https?:\/\/[^\s@?#]+$/i.test(url) || !URL.canParse(url))
    throw new Failure("usage", "--host-api takes an address, without a name or a password in it", {
      hint: "such as https://api.github.com/repos/OWNER/REPO, https://HOST/api/v4/projects/ID or https://HOST/api/v1/repos/OWNER/REPO",
    });
  const { protocol, hostname } = new URL(url);
  if (hasToken && protocol === "http:" && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    throw new Failure(
      "usage",
      "a token is sent encrypted alone: --host-api takes an address that begins with https://",
    );
  return url;
}

async function openPublic(context: CommandContext, revision?: string): Promise<PublicTracker> {
  const { asPublic } = await import("../../tracker/open.ts");
  return asPublic(await trackerAt(context, revision));
}

function wholeNumber(name: string, text: string, most: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new Failure("usage", `${name} takes a whole number from 0 to ${most}, not "${text}"`);
}

/** Which names are answered: a page of ours must not be read through a name that somebody else points here. */
function hostsOf(url: string | undefined, host: string): readonly string[] {
  const local = ["127.0.0.1", "localhost", "[::1]", host.toLowerCase()];
  if (url === undefined) return ["0.0.0.0", "::"].includes(host) ? [] : local;
  try {
    return [...local, new URL(url).hostname.toLowerCase()];
  } catch {
    throw new Failure("usage", `--url takes an address, not "${url}"`, { hint: "such as https://tracker.example.org" });
  }
}
