// Setting a clone up: what fits it is found out, done, and said.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure } from "../text/failure.ts";
import { terminalText } from "../text/terminal-text.ts";
import { isRefName } from "../tracker/git/revision.ts";
import type { OpenTracker } from "../tracker/open.ts";
import { gitAsUser } from "../tracker/porcelain.ts";
import { reviewHostOf } from "../tracker/review-host.ts";
import { localSettings, type SetUp, setUp, wantedSettings } from "../tracker/setup.ts";
import { type HookState, hookLine } from "../tracker/setup-hook.ts";
import { loadConfig } from "../tracker/tracker.ts";
import type { CommandContext } from "./command.ts";
import { packageRoot } from "./package-files.ts";
import type { Terminal } from "./terminal.ts";
import { openForWriting, type Writing } from "./write.ts";

/** Sets up the clone that the context's folder lies in; Failure "not-a-repository" for a plain folder. */
export async function setUpClone(context: CommandContext): Promise<SetUp> {
  const { terminal } = context;
  const writing = await openForWriting(context, {});
  const { tracker } = writing;
  if (!tracker.repository)
    throw new Failure("not-a-repository", "there is no clone to set up here", {
      hint: "git init, or storytree clone URL",
    });
  const remote = await remoteOf(tracker);
  const person = await personFor(writing);
  const url = await gitAsUser(tracker.root, terminal.variables, ["remote", "get-url", "--push", remote]).catch(
    () => "",
  );
  const wanted = wantedSettings(tracker, await localSettings(tracker.root, terminal.variables), {
    remote,
    pushUrl: url.trim() || undefined,
    person: person.found,
    program: isOnPath(terminal) ? undefined : join(packageRoot(), "bin", "storytree"),
  });
  const done = await setUp(tracker.root, terminal.variables, wanted);
  if (!context.quiet) say(context, tracker, done, person.hint);
  return done;
}

async function remoteOf(tracker: OpenTracker): Promise<string> {
  const { remote } = reviewHostOf((await loadConfig(tracker.files))?.data, undefined);
  return isRefName(remote) ? remote : "origin";
}

/** Who the user's address says they are, when nothing else has said it; reading all people for that is done once, here. */
async function personFor({ settings, person }: Writing): Promise<{ found?: string; hint?: string | undefined }> {
  if (settings.has("storytree.person")) return {};
  try {
    return { found: await person() };
  } catch (error) {
    if (error instanceof Failure && error.code === "nobody") return { hint: error.hint };
    throw error;
  }
}

function isOnPath({ variables }: Terminal): boolean {
  return (variables.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, "storytree"), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}

function say({ terminal }: CommandContext, tracker: OpenTracker, { settings, hook }: SetUp, next?: string): void {
  for (const { key, value, why } of settings) terminal.err(`  ${terminalText(`${key} = ${value}`)}  (${why})\n`);
  const guarded = `${tracker.visibility === "restricted" ? "private commits on their way elsewhere, and " : ""}what would break the tracker`;
  if (hook === "installed") terminal.err(`  a pre-push hook refuses ${guarded}\n`);
  if (hook === "there" && settings.length === 0) terminal.err("it is set up already\n");
  const words = hookWords[hook];
  if (words) terminal.err(`  ${words}:\n    ${hookLine}\n`);
  if (next) terminal.err(`  next: ${next}\n`);
}

const hookWords: Partial<Record<HookState, string>> = {
  own: "you have a pre-push hook of your own, which stays as it is; add this line before it reads its input",
  edited: "the pre-push hook has been edited since it was installed, and stays as it is; it should have this line",
  elsewhere:
    "git looks for hooks in a folder that is not this clone's alone (core.hooksPath), so none was put there; add this line to its pre-push",
};
