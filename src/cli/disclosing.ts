// One disclosure from beginning to end, whatever of it was done before: the plan, the public commit, the mark on the private story.

import { join } from "node:path";
import type { Draw } from "../disclosure/renumber.ts";
import { pathOf } from "../model/place.ts";
import { Failure } from "../text/failure.ts";
import type { FileChange } from "../tracker/change.ts";
import type { Oid } from "../tracker/git/objects.ts";
import type { GitRun } from "../tracker/git/process.ts";
import type { PublicTracker } from "../tracker/open.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { finish, signingOf, type Writing } from "./write.ts";

/** Both sides, found to be apart. */
export interface Sides {
  readonly open: PublicTracker;
  readonly openRun: GitRun;
  readonly secretRun: GitRun;
}

export interface Prepared {
  readonly id: number;
  /** Under which number it becomes public; another one when that was drawn on the public side meanwhile. */
  readonly publicId: number;
  readonly renumber: readonly FileChange[];
  readonly files: readonly FileChange[];
  readonly notes: readonly string[];
}

/** Opens the public side. Failure with exit 5 when it is not public, or not apart from this one. */
export async function openSides(writing: Writing, folder: string): Promise<Sides> {
  const { asPublic, openTracker } = await import("../tracker/open.ts");
  const { refuseShared } = await import("../disclosure/apart.ts");
  const { tracker } = writing;
  if (tracker.visibility === "public")
    throw new Failure("not-restricted", "this tracker is public: there is nothing in it to disclose");
  if (!tracker.run) throw new Failure("not-a-repository", "the restricted tracker is not under git");
  asPublic(await openTracker(folder, tracker.run.git));
  const open = asPublic(await openTracker(folder, tracker.run.git, "HEAD"));
  if (!open.run) throw new Failure("not-a-repository", `"${folder}" is not under git`);
  await refuseShared(open.run, tracker.run);
  return { open, openRun: open.run, secretRun: tracker.run };
}

/** What would become public, and what is wrong with that. */
export async function prepare(writing: Writing, { open }: Sides, own: Tracker, id: number): Promise<Prepared> {
  const { planDisclosure } = await import("../disclosure/plan-disclosure.ts");
  const { planRenumber, redrawsFor } = await import("../disclosure/renumber.ts");
  const { refusePrivate } = await import("../disclosure/still-private.ts");
  const { loadTracker } = await import("../tracker/tracker.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const { files } = writing.tracker;
  const redraws = await redrawsFor(own, open.files, id, await drawBeside(writing, open));
  const renumber = redraws.length === 0 ? [] : await planRenumber(files, own.fields, id, redraws);
  const publicId = redraws.find((each) => each.kind === "story")?.to ?? id;
  const after = overlayFiles(files, new Map(renumber.map((file) => [file.path, file.after])));
  const renumbered = renumber.length === 0 ? own : await loadTracker(after);
  const planned = await planDisclosure(renumbered, after, open.files, publicId);
  refusePrivate(planned.files, planned.secret);
  return { id, publicId, renumber, files: planned.files, notes: planned.notes };
}

/** Numbers that are free on both sides. */
async function drawBeside(writing: Writing, open: PublicTracker): Promise<Draw> {
  const { drawFor } = await import("./draw.ts");
  const { findNumber } = await import("../tracker/find-record.ts");
  const draw = drawFor(writing);
  const free = async (next: () => Promise<number>): Promise<number> => {
    for (;;) {
      const id = await next();
      if (!(await findNumber(open.files, id))) return id;
    }
  };
  return { story: () => free(draw.story), task: (story) => free(() => draw.task(story)) };
}

/** Judges what is planned by the public tracker's own rules; null when nothing speaks against it, else all has been said. */
export async function judgeDisclosure(
  context: CommandContext,
  { open }: Sides,
  { files }: Prepared,
): Promise<ExitCode | null> {
  const { judgeTouched } = await import("../validate/validate-change.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const { diagnosticText } = await import("../report/text.ts");
  const after = overlayFiles(open.files, new Map(files.map((file) => [file.path, file.after])));
  const touched = new Map(
    files.map(({ path }) => {
      const entry = { path, mode: "100644", oid: null };
      return [path, { path, before: null, after: entry, gone: false, isNew: true }] as const;
    }),
  );
  const today = context.terminal.now().toISOString().slice(0, 10);
  const verdict = await judgeTouched({ visibility: "public", today }, { before: open.files, after, touched });
  // What only some may set, the team sets: its commit is reviewed, or it may push.
  const errors = verdict.diagnostics.filter(
    ({ severity, code }) => severity === "error" && code !== "policy-denied" && code !== "reserved-tag",
  );
  if (errors.length === 0) return null;
  context.terminal.err(
    errors
      .slice(0, 50)
      .map((each) => diagnosticText(each, context.style))
      .join(""),
  );
  context.terminal.err("nothing was disclosed: the public tracker would not take it\n");
  return verdict.confidential ? 5 : 1;
}

/** Makes the public commit, or finds the one that was made before; the private story is marked last. */
export async function carryOutDisclosure(writing: Writing, sides: Sides, prepared: Prepared): Promise<ExitCode> {
  let current = writing;
  if (prepared.renumber.length > 0) {
    const message = `story ${prepared.id}: new number ${prepared.publicId}\n`;
    const workspace = await current.workspace([prepared.id]);
    const exit = await finish(current, workspace, { files: prepared.renumber, message });
    if (exit !== 0) return exit;
    current = await current.reopen();
  }
  const landing = await import("../disclosure/landing.ts");
  const { open, openRun } = sides;
  if (!open.objects) throw new Error("a public tracker without objects");
  const ground = await landing.groundOf(openRun, open.objects);
  const signing = signingOf(current.context, current.settings);
  const message = `Open story ${prepared.publicId}\n`;
  const commit = await landing.writeDisclosure(ground, { files: prepared.files, message, ...signing });
  landing.remember(underwayFolder(sides), prepared.publicId, { commit, ref: ground.ref });
  await landing.land(ground, commit);
  return markDisclosed(current, sides, prepared.publicId, commit);
}

/** Goes on where an earlier run was ended; undefined when none was, or what it made cannot be used any more. */
export async function resume(writing: Writing, sides: Sides, id: number): Promise<ExitCode | undefined> {
  const landing = await import("../disclosure/landing.ts");
  const underway = landing.remembered(underwayFolder(sides), id);
  const { open, openRun } = sides;
  if (!underway || !open.objects) return undefined;
  const ground = await landing.groundOf(openRun, open.objects);
  if (!(await landing.canLand(ground, underway))) return undefined;
  await landing.land(ground, underway.commit);
  return markDisclosed(writing, sides, id, underway.commit);
}

/** The commit that published this very story before, although nothing here remembers it. */
export async function publishedBefore(
  { open, openRun }: Sides,
  own: Tracker,
  files: Writing["tracker"]["files"],
  id: number,
): Promise<Oid | undefined> {
  const { bringerOf, groundOf } = await import("../disclosure/landing.ts");
  const { planDisclosure } = await import("../disclosure/plan-disclosure.ts");
  const path = pathOf({ kind: "story", id });
  if (!open.objects || !(await open.files.readPath(path, 0))) return undefined;
  const planned = await planDisclosure(own, files, open.files, id);
  const story = planned.files.find((file) => file.path === path);
  return story && (await bringerOf(await groundOf(openRun, open.objects), story));
}

export async function markDisclosed(writing: Writing, sides: Sides, id: number, commit: Oid): Promise<ExitCode> {
  const { assign } = await import("../tracker/plan-set.ts");
  const { readRecordFile } = await import("../tracker/record-file.ts");
  const { forget } = await import("../disclosure/landing.ts");
  const workspace = await writing.workspace([id]);
  const file = await readRecordFile(workspace.files, pathOf({ kind: "story", id }), workspace.fields);
  const marked = assign(file, [{ key: "disclosed", operator: "=", text: commit }], workspace.config?.data);
  const exit = await finish(writing, workspace, { files: [marked], message: `story ${id}: disclosed\n` });
  if (exit === 0) forget(underwayFolder(sides), id);
  return exit;
}

/** What was kept so that a run can go on is of no use any more. */
export async function forgetUnderway(sides: Sides, id: number): Promise<void> {
  const { forget } = await import("../disclosure/landing.ts");
  forget(underwayFolder(sides), id);
}

function underwayFolder({ secretRun }: Sides): string {
  return join(secretRun.repository.commonDir, "storytree", "disclosing");
}
