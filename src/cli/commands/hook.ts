// `storytree hook pre-push NAME URL`: what the hook that `setup` installs asks, before anything leaves this clone.

import { resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import type { ObjectReader, Oid } from "../../tracker/git/objects.ts";
import type { GitRun } from "../../tracker/git/process.ts";
import type { PushedRef } from "../../tracker/pushed.ts";
import type { TreeFiles } from "../../tracker/tree-files.ts";
import type { Verdict } from "../../validate/validate.ts";
import type { Command, CommandContext, ExitCode } from "../command.ts";

interface Clone {
  readonly context: CommandContext;
  readonly run: GitRun;
  readonly objects: ObjectReader;
  /** What proposals are made against, as the other side was last seen to have it. */
  readonly tracked: Oid | null;
}

export const hookPrePushCommand: Command = {
  name: "hook pre-push",
  arguments: "<name> <url>",
  summary: "judge what git is about to push, as its hook",
  hidden: true,
  async run(context, [name = "", url = ""]) {
    const { pushedRefs } = await import("../../tracker/pushed.ts");
    const refs = pushedRefs(Buffer.from(await context.terminal.input()).toString("utf8"));
    if (!refs) throw new Failure("usage", "git's pre-push hook gives lines of a ref, an id, a ref and an id");
    const clone = await openClone(context);
    const secret = await privacy(clone, refs, name, url);
    if (secret !== 0) return secret;
    let exit: ExitCode = 0;
    for (const ref of refs) {
      const verdict = await judge(clone, ref);
      if (!verdict) continue;
      const found = await say(context, ref, verdict);
      exit = exit === 5 ? exit : found || exit;
    }
    return exit;
  },
};

/** The clone that git pushes from; not every one that has the hook needs to hold a tracker already. */
async function openClone(context: CommandContext): Promise<Clone> {
  const { gitProgram } = await import("../../tracker/git/process.ts");
  const { gitObjects } = await import("../../tracker/git/git-objects.ts");
  const { findRepository } = await import("../../tracker/git/repository.ts");
  const { readSettings } = await import("../../tracker/git/settings.ts");
  const { variables, cwd } = context.terminal;
  // Git tells its hooks which repository is pushed from, when that is not plain from the folder.
  const folder = variables.GIT_DIR ? resolve(cwd, variables.GIT_DIR) : context.directory;
  const repository = findRepository(folder);
  if (!repository) throw new Failure("not-a-repository", `there is no repository in "${folder}"`);
  const run = { git: gitProgram(variables), repository };
  const here = repository.workTree ?? repository.gitDir;
  const { fetchMissing } = await import("../tracker-at.ts");
  const objects = gitObjects(run, repository.partial ? fetchMissing(context, here) : undefined);
  const asked = (await readSettings(run)).get("storytree.base") ?? "origin/HEAD";
  return { context, run, objects, tracked: await objects.resolve(asked).catch(() => null) };
}

/** 5 when something private would go to a place that is not the tracker's own. */
async function privacy(clone: Clone, refs: readonly PushedRef[], name: string, url: string): Promise<ExitCode> {
  const { context, run, objects, tracked } = clone;
  const { bringsRestricted, saysRestricted } = await import("../../tracker/pushed.ts");
  const { isSameUrl, shownUrl } = await import("../../tracker/remote-url.ts");
  const { localSettings } = await import("../../tracker/setup.ts");
  const { variables } = context.terminal;
  const here = run.repository.workTree ?? run.repository.gitDir;
  const own = (await localSettings(here, variables)).get("storytree.own") ?? [];
  if (own.some((each) => isSameUrl(each, url))) return 0;
  // What is based on a restricted tracker is its, whatever it says of itself.
  const head = await objects.resolve("HEAD").catch(() => null);
  const isPrivate = async (commit: Oid | null) => commit !== null && (await saysRestricted(objects, commit));
  const whole = own.length > 0 || (await isPrivate(tracked)) || (await isPrivate(head));
  for (const { oid, ref } of refs) {
    const commit = await objects.resolve(oid).catch(() => null);
    if (!whole && !(commit && (await bringsRestricted(run, objects, commit, name)))) continue;
    const { terminal } = context;
    const place = terminalText(shownUrl(url));
    terminal.err(
      `storytree: ${terminalText(ref)} comes from a restricted tracker, and ${place} is not its own [private-push]\n`,
    );
    terminal.err(
      own.length > 0
        ? `  hint: it is pushed to ${own.map((each) => terminalText(shownUrl(each))).join(", ")} only; what is to be public is disclosed\n`
        : whole
          ? `  hint: if that is where the restricted tracker itself lives: git config --add storytree.own ${place}\n`
          : "  hint: a restricted tracker has a clone of its own, and what is to be public is disclosed\n",
    );
    return 5;
  }
  return 0;
}

/** What would become of the tracker; undefined for what is not of it: tags, other histories, what is there already. */
async function judge({ context, run, objects, tracked }: Clone, pushed: PushedRef): Promise<Verdict | undefined> {
  const commit = await objects.resolve(pushed.oid).catch(() => null);
  if (commit === null || !/^refs\/(?:heads|for)\//.test(pushed.ref)) return undefined;
  const { progressBar } = await import("../tracker-at.ts");
  const { validateChange } = await import("../../validate/validate-change.ts");
  const there = pushed.was === null ? null : await objects.resolve(pushed.was).catch(() => null);
  const base = tracked ?? there;
  if (base === commit) return undefined;
  const bar = progressBar(context, "validating");
  try {
    if (base === null) return await judgeWhole(run, objects, commit, bar.show);
    return await validateChange({
      run,
      objects,
      base,
      head: commit,
      ...(await sides(run, commitFiles(objects, base))),
      today: context.terminal.now().toISOString().slice(0, 10),
      progress: bar.show,
    });
  } catch (error) {
    if (!(error instanceof Failure && ["unrelated-histories", "shallow-clone"].includes(error.code))) throw error;
    return await judgeWhole(run, objects, commit, bar.show);
  } finally {
    bar.end();
  }
}

/** A branch that is no tracker, such as the pages of a site, is none of ours. */
async function judgeWhole(run: GitRun, objects: ObjectReader, commit: Oid, progress: (files: number) => void) {
  const { validate } = await import("../../validate/validate.ts");
  const files = commitFiles(objects, commit);
  if (!(await files.readPath("tracker.yaml", 0))) return undefined;
  return validate(files, { ...(await sides(run, files)), progress });
}

/** Who may see these files, and the public ones beside them. */
async function sides(run: GitRun, files: TreeFiles) {
  const { visibilityOf } = await import("../../tracker/open.ts");
  const { publicSibling } = await import("../../tracker/public-sibling.ts");
  const visibility = await visibilityOf(files);
  const root = run.repository.workTree ?? run.repository.gitDir;
  return { visibility, beyond: (await publicSibling({ visibility, run, root, settings: null }))?.files };
}

/** Says what would break; who may do what is for the host to judge, who vouches for them. */
async function say(context: CommandContext, { ref }: PushedRef, verdict: Verdict): Promise<ExitCode> {
  const { diagnosticText } = await import("../../report/text.ts");
  const { hostJudges } = await import("../propose/push-proposal.ts");
  const errors = verdict.diagnostics.filter((each) => each.severity === "error" && !hostJudges.has(each.code));
  if (errors.length === 0) return 0;
  const { err } = context.terminal;
  err(
    errors
      .slice(0, 50)
      .map((each) => diagnosticText(each, context.style))
      .join(""),
  );
  if (errors.length > 50) err(`… and ${errors.length - 50} more\n`);
  err(`storytree: ${terminalText(ref)} would break the tracker, so nothing is pushed [broken-push]\n`);
  return verdict.confidential ? 5 : 1;
}
