// `storytree import github SOURCE…`: issues saved from GitHub become stories.

import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { Command, CommandContext } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { progressBar, trackerAt } from "../tracker-at.ts";

export const importGithubCommand: Command = {
  name: "import github",
  arguments: "<source...>",
  summary: "import issues saved from GitHub",
  details:
    "SOURCE is an archive.json, or saved pages of GitHub's REST API (issues, pulls, issue comments), plain or gzipped. " +
    "Running it again on the same files changes nothing; on newer ones it updates what changed there and keeps what was edited here.",
  options: [
    { flags: "--repo OWNER/NAME", description: "the repository, when the files do not say" },
    { flags: "--dry-run", description: "say what would be done, and do nothing" },
  ],
  async run(context, args, options) {
    const { readGithubSources } = await import("../../import/github/source.ts");
    const { planGithubImport } = await import("../../import/github/plan.ts");
    const { accountText } = await import("../../import/account.ts");
    const { loadTracker } = await import("../../tracker/tracker.ts");
    const { applyToWorktree, effectiveFiles } = await import("../../tracker/change.ts");
    const tracker = await trackerAt(context);
    if (tracker.commit !== null) {
      throw new Failure("no-checkout", "an import needs a checkout to write into", {
        hint: `run "git checkout" in "${tracker.root}" first`,
      });
    }
    const sources = await Promise.all(args.map((name) => readSource(context, name)));
    const data = readGithubSources(sources, textOption(options, "repo"));
    const textOf = (path: string) => readText(join(tracker.root, path));
    const { change, account } = await planGithubImport(data, await loadTracker(tracker.files), { textOf });
    const { terminal } = context;
    if (context.json) terminal.out(`${JSON.stringify(account, null, 2)}\n`);
    else terminal.out(accountText(account));
    const files = effectiveFiles(change);
    if (flag(options, "dryRun") || files.length === 0) return 0;
    const bar = progressBar(context, "writing");
    const paths = await applyToWorktree(tracker.root, change).finally(bar.end);
    if (tracker.repository) {
      const { commitPaths } = await import("../../tracker/porcelain.ts");
      await commitPaths(tracker.root, terminal.variables, paths, change.message, {
        fallback: { name: "Storytree", email: "storytree@localhost" },
      });
    }
    return account.skipped.length > 0 ? 1 : 0;
  },
};

async function readSource(context: CommandContext, name: string) {
  const path = resolve(context.terminal.cwd, name);
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no file" : code === "EISDIR" ? "it is a folder, not a file:" : "it cannot be read:";
    throw new Failure("import-unreadable", `${reason} "${name}"`, { hint: "check the path", cause });
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}
