// `storytree serve` in a restricted tracker: nobody reads it who has not signed in, so without an identity provider it does not start.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import type { OpenTracker } from "../tracker/open.ts";
import type { CommandContext, OptionSpec, Options } from "./command.ts";
import { textOption } from "./command.ts";
import { packageRoot } from "./package-files.ts";
import { trackerAt } from "./tracker-at.ts";
import { version } from "./version.ts";

export const signInOptions: readonly OptionSpec[] = [
  {
    flags: "--oidc-issuer URL",
    description: "of a restricted tracker: the OpenID Connect provider that everybody signs in with",
    variable: "STORYTREE_OIDC_ISSUER",
  },
  { flags: "--oidc-client ID", description: "what that provider calls this server", variable: "STORYTREE_OIDC_CLIENT" },
  {
    flags: "--oidc-secret-file FILE",
    description: "the file with the secret that the provider gave it",
    variable: "STORYTREE_OIDC_SECRET_FILE",
  },
];

const minute = 60_000;
/** Half an hour without a request, eight hours in all. */
const sessionLimits = { idle: 30 * minute, absolute: 480 * minute };

export interface Wish {
  readonly host: string;
  readonly port: number;
  readonly rateLimit: number;
  readonly trustProxy: boolean;
}

/** Serves until it is told to stop. Failure "login-required", exit 5, without a provider. */
export async function serveRestricted(
  context: CommandContext,
  tracker: OpenTracker,
  options: Options,
  { host, port, rateLimit, trustProxy }: Wish,
): Promise<0> {
  const [issuer, clientId, secretFile] = ["oidcIssuer", "oidcClient", "oidcSecretFile"].map((name) =>
    textOption(options, name),
  );
  if (!issuer || !clientId || !secretFile)
    throw new Failure(
      "login-required",
      "this tracker is not public: it is served to those who sign in, and to nobody else",
      {
        exit: 5,
        hint: "--oidc-issuer, --oidc-client and --oidc-secret-file name who signs them in",
      },
    );
  const { openProvider } = await import("../server/restricted/oidc.ts");
  const { openViews } = await import("../server/restricted/views.ts");
  const { SqliteSessions } = await import("../server/restricted/session-store.ts");
  const { createRestrictedApp } = await import("../server/restricted/app.ts");
  const { listen } = await import("../server/listen.ts");
  const { templatesIn } = await import("../site/templates.ts");
  const { terminal } = context;
  const now = () => terminal.now().getTime();
  const clientSecret = secretIn(resolve(context.directory, secretFile));
  const provider = await openProvider({ issuer, clientId, clientSecret });
  const folder = tracker.repository?.gitDir;
  const sessions = new SqliteSessions(
    folder ? join(folder, "storytree-sessions.sqlite") : ":memory:",
    now,
    sessionLimits,
  );
  const views = await openViews({
    open: async () => privateOnly(await trackerAt(context)),
    templates: templatesIn(join(packageRoot(), "templates", "site")),
    now,
    version,
  });
  // The port is known when it is bound, and the address of a callback when the port is.
  let app: ReturnType<typeof createRestrictedApp> | undefined;
  const server = await listen((request, response) => app?.(request, response), host, port);
  const given = textOption(options, "url");
  const shownHost = host.includes(":") ? `[${host}]` : host;
  const url = new URL(given ?? `http://${shownHost}:${server.port}/`);
  const onError = (words: string) => terminal.err(`storytree: an answer failed (${words})\n`);
  app = createRestrictedApp({
    views,
    provider,
    sessions,
    url,
    rateLimit,
    trustProxy,
    now,
    onError,
  });
  terminal.out(`${url.href}\n`);
  await new Promise<void>((resolve) => {
    if (terminal.stop.aborted) resolve();
    terminal.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
  views.close();
  sessions.close();
  return 0;
}

/** A tracker that became public is served by the public server: what is private about it may not be all over the place. */
function privateOnly(tracker: OpenTracker): OpenTracker {
  if (tracker.visibility === "restricted") return tracker;
  throw new Failure("not-restricted", "this tracker is public now");
}

function secretIn(path: string): string {
  let secret: string;
  try {
    secret = readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new Failure("no-such-file", "the file of --oidc-secret-file cannot be read", { cause });
  }
  if (secret === "") throw new Failure("usage", "the file of --oidc-secret-file is empty");
  return secret;
}
