// `storytree fmt`: keys in canonical order, so that edits of different fields merge.

import { relative, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { Command } from "../command.ts";
import { flag } from "../command.ts";
import { trackerAt } from "../tracker-at.ts";

export const fmtCommand: Command = {
  name: "fmt",
  arguments: "[path...]",
  summary: "put the keys of records in order, and add daily keys that are missing",
  details: "Comments move with their key; nothing else changes.",
  options: [{ flags: "--check", description: "only say which files would change; exit 1 when there are any" }],
  async run(context, args, options) {
    const { planFormat } = await import("../../tracker/plan-format.ts");
    const { applyToWorktree } = await import("../../tracker/change.ts");
    const tracker = await trackerAt(context);
    if (tracker.commit !== null)
      throw new Failure("no-checkout", "fmt needs files to write", { hint: "run it in a checkout" });
    const paths = args.map((path) => relative(tracker.root, resolve(context.directory, path)).replaceAll("\\", "/"));
    const wanted = (path: string) =>
      paths.length === 0 || paths.some((each) => each === "" || path === each || path.startsWith(`${each}/`));
    const { change, broken } = await planFormat(tracker.files, wanted);
    const { terminal } = context;
    const changed = flag(options, "check")
      ? change.files.map((file) => file.path)
      : await applyToWorktree(tracker.root, change);
    if (context.json) terminal.out(`${JSON.stringify({ changed, broken })}\n`);
    else for (const path of changed) terminal.out(`${terminalText(path)}\n`);
    for (const path of broken)
      terminal.err(`storytree: "${terminalText(path)}" cannot be read, so it stays as it is\n`);
    return (flag(options, "check") && changed.length > 0) || broken.length > 0 ? 1 : 0;
  },
};
