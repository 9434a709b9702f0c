// What every writing command does in the end: judge the planned change, show it or carry it out, and say what became of it.

import type { Diagnostic } from "../text/diagnostic.ts";
import { Failure } from "../text/failure.ts";
import { terminalText } from "../text/terminal-text.ts";
import type { Change, FileChange } from "../tracker/change.ts";
import type { Person } from "../tracker/commit-change.ts";
import type { Settings } from "../tracker/git/settings.ts";
import type { OpenTracker } from "../tracker/open.ts";
import type { TreeFile } from "../tracker/tree-files.ts";
import type { Messages, Signing, Workspace } from "../tracker/workspace.ts";
import type { Touched } from "../validate/validate-change.ts";
import type { CommandContext, ExitCode, OptionSpec, Options } from "./command.ts";
import { flag, textOption } from "./command.ts";
import { trackerAt } from "./tracker-at.ts";

/** The options that every writing command takes. */
export const writeOptions: readonly OptionSpec[] = [
  { flags: "--as PERSON", description: "who is writing, when git's storytree.person and user.email do not tell" },
  { flags: "--topic NAME", description: "without a checkout: the proposal that takes the change" },
  { flags: "-n, --dry-run", description: "print the difference, and change nothing" },
];

/** A tracker that is about to be changed, with what git's configuration says. */
export interface Writing {
  readonly context: CommandContext;
  readonly tracker: OpenTracker;
  readonly settings: Settings;
  readonly dryRun: boolean;
  /** Opens the workspace for a change that touches these stories. */
  readonly workspace: (stories: readonly number[]) => Promise<Workspace>;
  /** The person who writes; Failure "nobody" when the tracker does not know them. */
  readonly person: () => Promise<string>;
  /** The same, as everything is now. */
  readonly reopen: () => Promise<Writing>;
}

export async function openForWriting(context: CommandContext, options: Options): Promise<Writing> {
  const { readSettings } = await import("../tracker/git/settings.ts");
  const { openWorkspace, topicFor } = await import("../tracker/workspace.ts");
  const tracker = await trackerAt(context, undefined, { withProposals: true });
  const settings: Settings = tracker.settings ?? (tracker.run ? await readSettings(tracker.run) : new Map());
  const given = textOption(options, "topic") ?? settings.get("storytree.topic");
  let person: Promise<string> | undefined;
  return {
    context,
    tracker,
    settings,
    dryRun: flag(options, "dryRun"),
    workspace: (stories) => openWorkspace(tracker, topicFor(tracker, stories, given)),
    person() {
      person ??= personOf(context, tracker, settings, textOption(options, "as"));
      return person;
    },
    reopen: () => openForWriting(context, options),
  };
}

const attempts = 5;

/** Plans and writes; when somebody else has written the same in between, plans anew on what they wrote. */
export async function retrying<T>(writing: Writing, work: (writing: Writing) => Promise<T>): Promise<T> {
  let current = writing;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(current);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "concurrent-change" || attempt === attempts) throw error;
      current = await current.reopen();
    }
  }
}

async function personOf(
  context: CommandContext,
  tracker: OpenTracker,
  settings: Settings,
  as: string | undefined,
): Promise<string> {
  const { whoWrites } = await import("../tracker/who-writes.ts");
  const email = identityOf(context, settings, "author").email;
  const clues = { as, configured: settings.get("storytree.person"), ...(email === "" ? {} : { email }) };
  try {
    return await whoWrites(tracker.files, clues);
  } catch (error) {
    // A reporter may be known on the public side only.
    const { publicSibling } = await import("../tracker/public-sibling.ts");
    const sibling = error instanceof Failure && error.code === "nobody" ? await publicSibling(tracker) : null;
    if (!sibling) throw error;
    return await whoWrites(sibling.files, clues).catch(() => {
      throw error;
    });
  }
}

/** Name and address as git would write them into a commit; empty where nobody has said. */
function identityOf(context: CommandContext, settings: Settings, role: "author" | "committer"): Person {
  const { variables } = context.terminal;
  const of = (what: "name" | "email") =>
    variables[`GIT_${role.toUpperCase()}_${what.toUpperCase()}`] ||
    settings.get(`${role}.${what}`) ||
    settings.get(`user.${what}`) ||
    (what === "email" ? variables.EMAIL : "") ||
    "";
  return { name: of("name"), email: of("email") };
}

/** Who a commit is by. Failure "no-identity" when git has not been told. */
export function signingOf(context: CommandContext, settings: Settings): Signing {
  const [author, committer] = (["author", "committer"] as const).map((role) => identityOf(context, settings, role));
  for (const each of [author, committer]) {
    if (each?.name && each.email) continue;
    throw new Failure("no-identity", "git does not know who you are", {
      hint: 'git config --global user.name "Your Name"; git config --global user.email you@example.org',
    });
  }
  const now = Math.floor(context.terminal.now().getTime() / 1000);
  return { author: author as Person, committer: committer as Person, now };
}

/** Judges a planned change and carries it out; nothing is written when it would break something. */
export async function finish(
  { context, settings, dryRun, person }: Writing,
  workspace: Workspace,
  change: Change,
): Promise<ExitCode> {
  const { effectiveFiles } = await import("../tracker/change.ts");
  const { terminal } = context;
  const files = effectiveFiles(change);
  if (files.length === 0) {
    if (!context.quiet) terminal.err("nothing to change: it is so already\n");
    return 0;
  }
  const refused = await judge(context, workspace, change, person);
  if (refused !== null) return refused;
  if (dryRun) {
    const { unifiedDiff } = await import("../text/diff/unified-diff.ts");
    for (const { path, before, after } of files) {
      if (after instanceof Uint8Array) terminal.out(`Binary file b/${path} has ${after.length} bytes\n`);
      else terminal.out(terminalText(unifiedDiff(path, before, after)));
    }
    return 0;
  }
  const { carryOut } = await import("../tracker/workspace.ts");
  const messages = await messagesFor(workspace, change);
  const { paths } = await carryOut(workspace, change, messages, () => signingOf(context, settings));
  if (!context.quiet) {
    const where = workspace.branch ? `on proposal/${workspace.branch.topic}` : "in the checkout";
    const subject = change.message.split("\n")[0] ?? "";
    terminal.err(`${terminalText(subject)} (${paths.length === 1 ? paths[0] : `${paths.length} files`}, ${where})\n`);
  }
  return 0;
}

/** What the commit will say: what its author has said of the whole proposal, else what it means. */
async function messagesFor(workspace: Workspace, change: Change): Promise<Messages> {
  const { grownText, keptTrailers, ownWords, plannedText, withTrailers } = await import("./propose/message.ts");
  const { objects } = workspace.tracker;
  return {
    fresh: () => plannedText(workspace.files, change),
    async replaced(proposal, old) {
      if (!objects) throw new Error("a proposal without a repository");
      const text = (await ownWords(objects, proposal.fork, old)) ?? (await grownText(objects, proposal, change));
      return withTrailers(text, keptTrailers(old.message));
    },
  };
}

/** Null when nothing speaks against the change; else what was found has been said. */
async function judge(
  context: CommandContext,
  workspace: Workspace,
  change: Change,
  person: () => Promise<string>,
): Promise<ExitCode | null> {
  const { judgeTouched } = await import("../validate/validate-change.ts");
  const { effectiveFiles } = await import("../tracker/change.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const { terminal } = context;
  const { publicSibling } = await import("../tracker/public-sibling.ts");
  const files = effectiveFiles(change);
  const beyond = (await publicSibling(workspace.tracker))?.files;
  const before = workspace.files;
  const after = overlayFiles(before, new Map(files.map((file) => [file.path, file.after])));
  const touched = await touchedBy(workspace, files);
  const verdictFor = (actor: string | undefined) =>
    judgeTouched(
      {
        visibility: workspace.tracker.visibility,
        today: terminal.now().toISOString().slice(0, 10),
        beyond,
        ...(actor === undefined ? {} : { actor: { person: actor, identities: [], taken: true } }),
      },
      { before, after, touched },
    );
  let verdict = await verdictFor(undefined);
  const errors = () => verdict.diagnostics.filter((each) => each.severity === "error");
  // Who writes is looked up only where something depends on it: that takes reading everybody's file.
  if (errors().some((each) => dependsOnActor.has(each.code))) {
    verdict = await verdictFor(await person().catch(() => undefined));
  }
  if (errors().length === 0) return null;
  const { diagnosticText } = await import("../report/text.ts");
  const shown = errors().slice(0, 50);
  terminal.err(shown.map((each: Diagnostic) => diagnosticText(each, context.style)).join(""));
  const more = errors().length - shown.length;
  terminal.err(`${more > 0 ? `… and ${more} more; ` : ""}nothing was written: this would break the tracker\n`);
  return verdict.confidential ? 5 : 1;
}

/** What is touched, as files; those before are looked up where a policy that denies will read them. */
async function touchedBy(workspace: Workspace, files: readonly FileChange[]): Promise<Map<string, Touched>> {
  const was = new Map<string, TreeFile>();
  if (workspace.config?.data.policy?.some((rule) => rule.approval === "deny")) {
    const { entriesOf } = await import("../tracker/record-file.ts");
    const paths = files.filter((file) => file.before !== null).map((file) => file.path);
    for await (const batch of entriesOf(workspace.files, paths)) for (const file of batch) was.set(file.path, file);
  }
  const plain = (path: string): TreeFile => ({ path, mode: "100644", oid: null });
  return new Map(
    files.map(({ path, before, after }) => [
      path,
      {
        path,
        before: before === null ? null : (was.get(path) ?? plain(path)),
        after: after === null ? null : plain(path),
        gone: after === null,
        isNew: before === null,
      },
    ]),
  );
}

const dependsOnActor = new Set(["locked-story", "reserved-tag", "policy-denied"]);
