// A proposal that is ready: judged on its merge result, pushed the host's way, and told where it can be seen.

import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import type { Oid } from "../../tracker/git/objects.ts";
import { isRefName } from "../../tracker/git/revision.ts";
import { branchOf, pushArguments, type ReviewHost, reviewHostOf, reviewPage } from "../../tracker/review-host.ts";
import { loadConfig } from "../../tracker/tracker.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import type { Writing } from "../write.ts";
import { openPullRequest } from "./pull-request.ts";
import { pushedKey } from "./pushed.ts";

/** What the command line asks of a proposal. */
export interface ProposalWish {
  readonly topic: string | undefined;
  readonly message: string | undefined;
  readonly amend: boolean;
  readonly signoff: boolean;
}

/** A commit on a proposal branch. */
export interface Prepared {
  readonly topic: string;
  readonly base: Oid;
  readonly commit: Oid;
  readonly message: string;
  /** What was pushed before, which this replaces. */
  readonly replaces: Oid | null;
  /** What was pushed before and has merged, whose name this has again. */
  readonly over: Oid | null;
}

export async function hostOf({ tracker, settings }: Writing, base: Oid, remote?: string): Promise<ReviewHost> {
  if (!tracker.objects) throw new Error("a proposal without a repository");
  // Where proposals go is the base's to say, not the proposal's.
  const config = await loadConfig(commitFiles(tracker.objects, base));
  const host = reviewHostOf(config?.data, remote ?? settings.get("storytree.remote"));
  if (!isRefName(host.remote)) throw new Failure("bad-remote", `"${host.remote}" cannot be the name of a remote`);
  return host;
}

export async function finishProposal(
  writing: Writing,
  prepared: Prepared,
  options: { readonly push: boolean; readonly remote: string | undefined },
): Promise<ExitCode> {
  const { context, tracker, settings, dryRun } = writing;
  const { terminal } = context;
  const { topic, base, commit, message } = prepared;
  const [subject = "", ...rest] = message.trimEnd().split("\n");
  if (!context.quiet) terminal.err(`proposal/${topic}: ${terminalText(subject)}\n`);
  const refused = await judgeMerge(writing, base, commit, topic);
  if (refused !== null) return refused;
  const host = await hostOf(writing, base, options.remote);
  if (!options.push || dryRun) return 0;
  const { configure, push, remoteCommit } = await import("../../tracker/porcelain.ts");
  const remoteUrl = settings.get(`remote.${host.remote}.url`);
  if (remoteUrl === undefined) {
    throw new Failure("no-remote", `there is no remote "${host.remote}" to push to`, {
      hint: `the commit is on proposal/${topic}; add the remote: git remote add ${host.remote} URL`,
    });
  }
  const description = rest.join("\n").trim();
  const pushIt = async () => {
    // The host may have left the branch of what has merged: then it is replaced.
    const left = prepared.over && (await remoteCommit(tracker.root, terminal.variables, host.remote, branchOf(topic)));
    const replaces = prepared.replaces ?? (left === prepared.over ? prepared.over : null);
    const args = pushArguments(host, { topic, commit, title: subject, description, replaces });
    return push(tracker.root, terminal.variables, args);
  };
  const said = await pushIt().catch((error: unknown) => {
    throw pushFailure(error, context, host, topic);
  });
  await configure(tracker.root, terminal.variables, pushedKey(topic), commit);
  const link = linkIn(said) ?? (await pageOf(context, tracker.root, host, prepared, description, remoteUrl));
  if (context.json) terminal.out(`${JSON.stringify({ topic, commit, host: host.kind, url: link ?? null })}\n`);
  else if (link) terminal.out(`${terminalText(link)}\n`);
  if (!context.quiet) terminal.err(`pushed to ${host.remote} for review (${host.kind})\n`);
  return 0;
}

async function pageOf(
  context: CommandContext,
  folder: string,
  host: ReviewHost,
  { topic, message }: Prepared,
  description: string,
  remoteUrl: string,
): Promise<string | undefined> {
  const page = reviewPage(host, topic, remoteUrl);
  if (host.kind !== "github") return page;
  const title = message.split("\n")[0] ?? "";
  const wish = { head: `proposal/${topic}`, base: host.branch, title, body: description };
  return (await openPullRequest(folder, context.terminal.variables, wish)) ?? page;
}

/** The address that the host itself names for the new review. */
function linkIn(said: string): string | undefined {
  return /^remote:\s+(https?:\/\/\S+)/m.exec(said)?.[1];
}

/** Null when the proposal would merge well; else what speaks against it has been said. */
async function judgeMerge(
  { context, tracker }: Writing,
  base: Oid,
  head: Oid,
  topic: string,
): Promise<ExitCode | null> {
  const { validateChange } = await import("../../validate/validate-change.ts");
  const { visibilityOf } = await import("../../tracker/open.ts");
  const { run, objects } = tracker;
  if (!run || !objects) throw new Error("a proposal without a repository");
  const { diagnostics, confidential } = await validateChange({
    run,
    objects,
    base,
    head,
    visibility: await visibilityOf(commitFiles(objects, base)),
    today: context.terminal.now().toISOString().slice(0, 10),
  });
  // What depends on who proposes is for the host to judge, who vouches for them.
  const errors = diagnostics.filter((each) => each.severity === "error" && !hostJudges.has(each.code));
  if (errors.length === 0) return null;
  const { diagnosticText } = await import("../../report/text.ts");
  context.terminal.err(errors.map((each) => diagnosticText(each, context.style)).join(""));
  context.terminal.err("nothing was pushed: merged with the base, this would break the tracker\n");
  if (errors.some((each) => each.code === "merge-conflict")) {
    const there = tracker.commit === null ? "" : `git worktree add ../mend proposal/${topic} && cd ../mend && `;
    context.terminal.err(
      `  hint: choose while you rebase, then run it again: ${there}git rebase ${base.slice(0, 12)}\n`,
    );
  }
  return confidential ? 5 : 1;
}

export const hostJudges = new Set(["locked-story", "reserved-tag", "policy-denied"]);

/** What the host and the way to it say; the rest is git's own account. */
const hostsWords = /^(?:remote:|fatal:|ssh:|!|error: (?!failed to push some refs))/i;

function pushFailure(error: unknown, context: CommandContext, host: ReviewHost, topic: string): unknown {
  if (!(error instanceof Failure) || error.code !== "push-refused") return error;
  const said = String(error.data.said ?? "");
  const told = said.split("\n").filter((line) => hostsWords.test(line.trim()));
  const lines = [...new Set(told)];
  context.terminal.err(lines.map((line) => `  ${terminalText(line.trim())}\n`).join(""));
  const kept = `nothing is lost: the commit is on proposal/${topic}`;
  const hint = /non-fast-forward|fetch first|stale info/.test(said)
    ? `${kept}; somebody else's proposal has that name there: choose another with --topic`
    : /no new changes/.test(said)
      ? `${kept}, and the host has it already`
      : /Permission denied|Authentication|could not read Username/i.test(said)
        ? `${kept}; run it again when ${host.remote} knows you: look at your key or password`
        : /Could not resolve|unable to access|Connection|timed out/i.test(said)
          ? `${kept}; run it again when ${host.remote} can be reached`
          : `${kept}; mend what the host says, then run it again`;
  return new Failure("push-refused", `${host.remote} refused the proposal`, { hint, cause: error });
}
