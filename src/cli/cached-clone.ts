// `-C URL`: a tracker elsewhere is cloned into the user's cache the first time, and fetched every time after that.

import { existsSync, mkdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { Failure } from "../text/failure.ts";
import { terminalText } from "../text/terminal-text.ts";
import { gitProgram } from "../tracker/git/process.ts";
import { gitAsUser } from "../tracker/porcelain.ts";
import { cacheName, checkRemoteUrl, shownUrl } from "../tracker/remote-url.ts";
import type { CommandContext } from "./command.ts";
import { setUpClone } from "./set-up-clone.ts";
import type { Terminal } from "./terminal.ts";
import { progressLine } from "./tracker-at.ts";

/** The folder of the clone, as new as can be had. */
export async function cachedClone(context: CommandContext, given: string): Promise<string> {
  const url = checkRemoteUrl(given);
  const { terminal } = context;
  const cache = cacheFolder(terminal);
  const folder = join(cache, cacheName(url));
  const bar = progressLine(context);
  try {
    if (!existsSync(folder)) {
      // Private trackers are read by their readers only.
      mkdirSync(cache, { recursive: true, mode: 0o700 });
      await cloneInto(context, url, folder, bar.show);
      bar.end();
      await setUpClone({ ...context, directory: folder, quiet: true, json: false });
      return folder;
    }
    bar.show(`fetching ${shownUrl(url)}`);
    await gitAsUser(folder, terminal.variables, ["fetch", "--quiet", "origin"]);
  } catch (error) {
    bar.end();
    if (!existsSync(folder) || !(error instanceof Failure)) throw error;
    terminal.err(
      `${terminalText(shownUrl(url))} cannot be reached, so what was fetched before is used (${error.message})\n`,
    );
  } finally {
    bar.end();
  }
  return folder;
}

async function cloneInto(context: CommandContext, url: string, folder: string, progress: (line: string) => void) {
  const { cloneTracker } = await import("../tracker/clone.ts");
  const { variables } = context.terminal;
  try {
    await cloneTracker({ url, folder, checkout: false, variables, git: gitProgram(variables), progress });
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(join(folder, ".git"))) throw error;
  }
}

function cacheFolder({ variables }: Terminal): string {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = variables;
  const base =
    XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : HOME ? join(HOME, ".cache") : LOCALAPPDATA;
  if (base) return join(base, "storytree");
  throw new Failure("no-home", "there is no folder for the clone of a tracker elsewhere", {
    hint: "set XDG_CACHE_HOME, or make a clone: storytree clone URL",
  });
}
