// `storytree validate`: the CI gate.

import { relative, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import type { Verdict } from "../../validate/validate.ts";
import { actorOf } from "../actor-of.ts";
import type { Command, CommandContext } from "../command.ts";
import { textOption } from "../command.ts";
import { progressBar, trackerAt } from "../tracker-at.ts";
import { version } from "../version.ts";

export const validateCommand: Command = {
  name: "validate",
  arguments: "[path...]",
  summary: "check the tracker: format, references, names, numbers",
  details: "Exits 0 when all is well, 1 with findings, 5 when something private stands where it does not belong.",
  options: [
    {
      flags: "--base [REV]",
      description:
        "check what merging this commit into REV would make; without REV: git's storytree.base, else origin/HEAD, else HEAD",
    },
    {
      flags: "--actor WHO",
      description:
        "who proposes the change, as the review host vouches for them: a person, an identity such as github:alice, or committer",
    },
    { flags: "--rev REV", description: "check this commit instead of the files as they lie here" },
    {
      flags: "--format FORMAT",
      description: "how findings are printed",
      choices: ["text", "json", "github", "gitlab", "sarif", "junit"],
      default: "text",
    },
  ],
  async run(context, args, options) {
    const { validate } = await import("../../validate/validate.ts");
    const { publicSibling } = await import("../../tracker/public-sibling.ts");
    const { countText } = await import("../../report/text.ts");
    const tracker = await trackerAt(context, textOption(options, "rev"));
    const paths = args.map((path) => relative(tracker.root, resolve(context.directory, path)).replaceAll("\\", "/"));
    const bar = progressBar(context, "validating");
    const base = options.base === undefined ? undefined : await baseOf(context, tracker, options.base);
    const verdict = await (base === undefined
      ? validate(tracker.files, {
          visibility: tracker.visibility,
          paths,
          beyond: (await publicSibling(tracker))?.files,
          progress: bar.show,
        })
      : validateAgainst(context, tracker, base, textOption(options, "actor"), bar.show)
    ).finally(bar.end);
    const { diagnostics } = verdict;
    const failed = diagnostics.some((each) => each.severity === "error");
    const format = context.json ? "json" : textOption(options, "format");
    context.terminal.out(await reportIn(format, context, verdict));
    if (format === "text" && !context.quiet) {
      const files = `${verdict.files} files, ${verdict.stories} stories`;
      if (verdict.wholeBecause) context.terminal.err(`the whole tracker was read: ${verdict.wholeBecause}\n`);
      context.terminal.err(
        `${base === undefined ? files : `${verdict.files} changed files`}: ${countText(diagnostics) || "no findings"}\n`,
      );
    }
    if (failed && verdict.confidential) return 5;
    return failed ? 1 : 0;
  },
};

async function reportIn(format: string | undefined, context: CommandContext, verdict: Verdict): Promise<string> {
  const { diagnostics } = verdict;
  switch (format) {
    case "json":
      return (await import("../../report/json.ts")).diagnosticsJson(diagnostics, verdict);
    case "github":
      return (await import("../../report/github.ts")).githubAnnotations(diagnostics);
    case "gitlab":
      return (await import("../../report/gitlab.ts")).gitlabReport(diagnostics);
    case "sarif": {
      const { explanations } = await import("../../validate/explanations.ts");
      return (await import("../../report/sarif.ts")).sarifReport(diagnostics, explanations(), version);
    }
    case "junit":
      return (await import("../../report/junit.ts")).junitReport(diagnostics);
    default: {
      const { diagnosticText } = await import("../../report/text.ts");
      return diagnostics.map((each) => diagnosticText(each, context.style)).join("");
    }
  }
}

/** The commit that a proposal is compared with. */
async function baseOf(
  context: CommandContext,
  tracker: OpenTracker,
  given: string | boolean | readonly string[],
): Promise<string> {
  if (!tracker.objects || !tracker.repository)
    throw new Failure("not-a-repository", "there is no repository to find a base in");
  if (typeof given === "string") return tracker.objects.resolve(given);
  const { configured } = await import("../../tracker/porcelain.ts");
  const asked = await configured(tracker.root, context.terminal.variables, "storytree.base");
  for (const revision of asked ? [asked] : ["origin/HEAD", "HEAD"]) {
    try {
      return await tracker.objects.resolve(revision);
    } catch (error) {
      if (asked || revision === "HEAD") throw error;
    }
  }
  throw new Error("HEAD either resolves or throws");
}

async function validateAgainst(
  context: CommandContext,
  tracker: OpenTracker,
  base: string,
  actor: string | undefined,
  progress: (files: number) => void,
): Promise<Verdict> {
  const { validateChange } = await import("../../validate/validate-change.ts");
  const { visibilityOf } = await import("../../tracker/open.ts");
  const { commitFiles } = await import("../../tracker/commit-files.ts");
  const { run, objects, commit, head } = tracker;
  if (!run || !objects || !head) throw new Failure("not-a-repository", "there is no commit to check");
  const files = commitFiles(objects, base);
  const visibility = await visibilityOf(files);
  const tip = commit ?? head;
  const { publicSibling } = await import("../../tracker/public-sibling.ts");
  const beyond = (await publicSibling({ ...tracker, visibility }))?.files;
  return validateChange({
    run,
    objects,
    base,
    head: tip,
    visibility,
    beyond,
    today: context.terminal.now().toISOString().slice(0, 10),
    progress,
    ...(actor === undefined ? {} : { actor: await actorOf(actor, { objects, files, head: tip, visibility }) }),
  });
}
