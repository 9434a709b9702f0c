// `storytree validate`: the CI gate.

import { relative, resolve } from "node:path";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import { progressBar, trackerAt } from "../tracker-at.ts";

export const validateCommand: Command = {
  name: "validate",
  arguments: "[path...]",
  summary: "check the tracker: format, references, names, numbers",
  details: "Exits 0 when all is well, 1 with findings, 5 when something private stands where it does not belong.",
  options: [
    { flags: "--rev REV", description: "check this commit instead of the files as they lie here" },
    { flags: "--format FORMAT", description: "how findings are printed", choices: ["text", "json"], default: "text" },
  ],
  async run(context, args, options) {
    const { validate } = await import("../../validate/validate.ts");
    const { countText, diagnosticText } = await import("../../report/text.ts");
    const tracker = await trackerAt(context, textOption(options, "rev"));
    const paths = args.map((path) => relative(tracker.root, resolve(context.directory, path)).replaceAll("\\", "/"));
    const bar = progressBar(context, "validating");
    const verdict = await validate(tracker.files, {
      visibility: tracker.visibility,
      paths,
      progress: bar.show,
    }).finally(bar.end);
    const { diagnostics } = verdict;
    const failed = diagnostics.some((each) => each.severity === "error");
    if (context.json || options.format === "json") {
      const { diagnosticsJson } = await import("../../report/json.ts");
      context.terminal.out(diagnosticsJson(diagnostics, verdict));
    } else {
      for (const diagnostic of diagnostics) context.terminal.out(diagnosticText(diagnostic, context.style));
      const files = `${verdict.files} files, ${verdict.stories} stories`;
      if (!context.quiet) context.terminal.err(`${files}: ${countText(diagnostics) || "no findings"}\n`);
    }
    if (failed && verdict.confidential) return 5;
    return failed ? 1 : 0;
  },
};
