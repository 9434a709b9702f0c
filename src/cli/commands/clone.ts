// `storytree clone URL [DIR]`: a clone fit for the tracker's size, set up.

import { existsSync, realpathSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gitProgram } from "../../tracker/git/process.ts";
import { checkRemoteUrl, isRemoteUrl } from "../../tracker/remote-url.ts";
import type { Command } from "../command.ts";

export const cloneCommand: Command = {
  name: "clone",
  arguments: "<url> [dir]",
  summary: "clone a tracker, as fits its size, and set the clone up",
  details:
    "A small tracker is checked out whole. Of a large one no file is written and no text fetched before it is asked for: every command " +
    "works in such a clone all the same, and puts its changes on proposal branches.",
  async run(context, [given = "", dir]) {
    const { cloneTracker } = await import("../../tracker/clone.ts");
    const { setUpClone } = await import("../set-up-clone.ts");
    const { progressLine } = await import("../tracker-at.ts");
    const { terminal } = context;
    const url = addressOf(given, terminal.cwd);
    const folder = resolve(context.directory, dir ?? nameOf(url));
    const bar = progressLine(context);
    const { variables, stop } = terminal;
    const wish = { url, folder, checkout: true, variables, git: gitProgram(variables), progress: bar.show, stop };
    const cloned = await cloneTracker(wish).finally(bar.end);
    if (context.json) terminal.out(`${JSON.stringify({ folder, checkout: cloned.isCheckedOut })}\n`);
    if (!context.quiet)
      terminal.err(
        cloned.isLarge
          ? `${folder}: without a checkout, for it has more than ${cloned.files - 1} files; every command works in it\n`
          : `${folder}: ${cloned.files} files\n`,
      );
    await setUpClone({ ...context, directory: folder });
    return 0;
  },
};

/** A folder here is a repository like any other. */
function addressOf(given: string, cwd: string): string {
  const place = resolve(cwd, given);
  const isFolder = !isRemoteUrl(given) && !given.startsWith("-") && existsSync(place);
  return checkRemoteUrl(isFolder ? pathToFileURL(realpathSync(place)).href : given);
}

/** As git names the folder of a clone. */
function nameOf(url: string): string {
  return (
    basename(
      pathIn(url)
        .replace(/[/:]+$/, "")
        .replace(/\.git$/, "")
        .replace(/^.*:/, ""),
    ) || "tracker"
  );
}

function pathIn(url: string): string {
  try {
    return url.startsWith("file:") ? fileURLToPath(url) : url;
  } catch {
    return url;
  }
}
