// `storytree fmt`: keys in canonical order, so that edits of different fields merge.

import { relative, resolve } from "node:path";
import { terminalText } from "../../text/terminal-text.ts";
import { effectiveFiles } from "../../tracker/change.ts";
import type { Command } from "../command.ts";
import { flag } from "../command.ts";
import { finish, openForWriting, writeOptions } from "../write.ts";

export const fmtCommand: Command = {
  name: "fmt",
  arguments: "[path...]",
  summary: "put the keys of records in order, and add daily keys that are missing",
  details: "Comments move with their key; nothing else changes. Prints the paths that change.",
  options: [
    { flags: "--check", description: "only say which files would change; exit 1 when there are any" },
    ...writeOptions.filter((option) => !option.flags.includes("--as")),
  ],
  async run(context, args, options) {
    const { planFormat } = await import("../../tracker/plan-format.ts");
    const writing = await openForWriting(context, options);
    const { tracker } = writing;
    const paths = args.map((path) => relative(tracker.root, resolve(context.directory, path)).replaceAll("\\", "/"));
    const wanted = (path: string) =>
      paths.length === 0 || paths.some((each) => each === "" || path === each || path.startsWith(`${each}/`));
    const isCheck = flag(options, "check");
    // Without a checkout it is the proposal being prepared that is put in order, or a new one named by what it does.
    const workspace = isCheck ? null : await writing.workspace([]);
    const { change, broken } = await planFormat(workspace?.files ?? tracker.files, wanted);
    const { terminal } = context;
    const changed = effectiveFiles(change).map((file) => file.path);
    const exit = workspace && changed.length > 0 ? await finish(writing, workspace, change) : 0;
    if (exit !== 0) return exit;
    if (context.json) terminal.out(`${JSON.stringify({ changed, broken })}\n`);
    else if (!writing.dryRun) for (const path of changed) terminal.out(`${terminalText(path)}\n`);
    for (const path of broken)
      terminal.err(`storytree: "${terminalText(path)}" cannot be read, so it stays as it is\n`);
    return (isCheck && changed.length > 0) || broken.length > 0 ? 1 : 0;
  },
};
