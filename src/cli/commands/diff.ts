// `storytree diff`: what a proposal means, and which approval it needs.

import type { Proposal } from "../../change/proposal.ts";
import { Failure } from "../../text/failure.ts";
import { actorOf } from "../actor-of.ts";
import type { Command, CommandContext } from "../command.ts";
import { textOption } from "../command.ts";
import { trackerAt } from "../tracker-at.ts";

export const diffCommand: Command = {
  name: "diff",
  arguments: "[range]",
  summary: "say what a proposal means, and which approval it needs",
  details: `RANGE is BASE..HEAD, or BASE for the current commit: what merging the one into the other would do. Without it: the edits in the working tree that are not committed.
Exits 0, or 1 when the two cannot be merged or a file cannot be read afterwards.`,
  options: [
    {
      flags: "--format FORMAT",
      description: "how it is printed; approval prints one word: auto, review or deny",
      choices: ["text", "markdown", "json", "approval"],
      default: "text",
    },
    {
      flags: "--actor WHO",
      description:
        "who proposes it, as the review host vouches for them: a person, an identity such as github:alice, or committer",
    },
  ],
  paged: true,
  async run(context, [range], options) {
    const wish = textOption(options, "actor");
    const compared = await (range === undefined ? uncommitted(context, wish) : committed(context, range, wish));
    const format = context.json ? "json" : (textOption(options, "format") ?? "text");
    context.terminal.out(await written(format, context, compared));
    const { conflicts, records } = compared.proposal.meaning;
    return conflicts.length > 0 || records.some((record) => record.what === "broken") ? 1 : 0;
  },
};

interface Compared {
  readonly proposal: Proposal;
  readonly base: string;
  readonly head: string | null;
  readonly actor: Awaited<ReturnType<typeof actorOf>> | undefined;
}

async function committed(context: CommandContext, range: string, wish: string | undefined): Promise<Compared> {
  const { readProposal } = await import("../../change/proposal.ts");
  const [from = "", to = ""] = range.includes("..") ? range.split(/\.{2,3}/, 2) : [range];
  // The base is opened, so that a proposal that breaks the tracker's configuration can still be read.
  const tracker = await trackerAt(context, from || "HEAD");
  const { run, objects, commit, files, visibility } = tracker;
  if (!run || !objects || !commit) throw noCommit();
  const head = await objects.resolve(to || "HEAD");
  const actor = wish === undefined ? undefined : await actorOf(wish, { objects, files, head, visibility });
  return { proposal: await readProposal({ run, objects }, commit, head, actor), base: commit, head, actor };
}

async function uncommitted(context: CommandContext, wish: string | undefined): Promise<Compared> {
  const { readBetween } = await import("../../change/proposal.ts");
  const { dirtyPaths } = await import("../../tracker/dirty-paths.ts");
  const { entriesAt } = await import("../../tracker/touched-files.ts");
  const { commitFiles } = await import("../../tracker/commit-files.ts");
  const { visibilityOf } = await import("../../tracker/open.ts");
  const { run, objects, head, commit, files } = await trackerAt(context);
  if (!run || !objects || !head) throw noCommit();
  if (commit !== null)
    throw new Failure("usage", "there are no files here that could differ from the commit", {
      hint: "name what to compare: storytree diff main..HEAD",
    });
  const before = commitFiles(objects, head);
  const actor =
    wish === undefined
      ? undefined
      : await actorOf(wish, { objects, files: before, head, visibility: await visibilityOf(before) });
  const touched = await entriesAt(before, files, await dirtyPaths(run, objects));
  return { proposal: await readBetween(before, files, touched, actor), base: head, head: null, actor };
}

function noCommit(): Failure {
  return new Failure("not-a-repository", "there is no commit to compare with");
}

async function written(format: string, context: CommandContext, { proposal, ...between }: Compared): Promise<string> {
  switch (format) {
    case "approval":
      return `${proposal.approval.approval}\n`;
    case "json":
      return (await import("../../change/json.ts")).proposalJson(proposal, between);
    case "markdown": {
      const { proposalMarkdown } = await import("../../change/markdown.ts");
      const { renderMarkdown } = await import("../../site/markdown/render.ts");
      const { nowhere } = await import("../../site/markdown/context.ts");
      return proposalMarkdown(proposal, (text) => renderMarkdown(text, nowhere));
    }
    default:
      return (await import("../../change/text.ts")).proposalText(proposal, context.style);
  }
}
