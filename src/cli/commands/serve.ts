// `storytree serve`: the site, live.

import { join } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { PublicTracker } from "../../tracker/open.ts";
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
    const opened = await trackerAt(context);
    if (opened.visibility === "restricted") {
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
      fetch: () => followOrigin(context),
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

async function followOrigin(context: CommandContext): Promise<void> {
  const { fetchTracker } = await import("../../tracker/fetch-tracker.ts");
  await fetchTracker(context.directory, context.terminal.variables);
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
