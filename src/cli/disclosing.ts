// A disclosure from beginning to end, whatever of it was done before: the plan, the public commit, the mark on each private story.

import { join } from "node:path";
import type { Underway } from "../disclosure/landing.ts";
import type { Draw } from "../disclosure/renumber.ts";
import { pathOf } from "../model/place.ts";
import type { Story } from "../model/record.ts";
import { Failure } from "../text/failure.ts";
import { terminalText } from "../text/terminal-text.ts";
import type { FileChange } from "../tracker/change.ts";
import type { Oid } from "../tracker/git/objects.ts";
import type { GitRun } from "../tracker/git/process.ts";
import type { PublicTracker } from "../tracker/open.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { finish, signingOf, type Writing } from "./write.ts";

/** Both sides, found to be apart. */
export interface Sides {
  readonly open: PublicTracker;
  readonly openRun: GitRun;
  readonly secretRun: GitRun;
}

/** One story as it would become public. */
export interface PreparedStory {
  readonly id: number;
  /** Under which number it becomes public; another one when that was drawn on the public side meanwhile. */
  readonly publicId: number;
  /** It, or a task of it, gets a new number. */
  readonly isRedrawn: boolean;
  readonly files: readonly FileChange[];
  readonly notes: readonly string[];
}

/** What becomes public in one commit. */
export interface Prepared {
  readonly stories: readonly PreparedStory[];
  /** What changes here first, where numbers are drawn anew. */
  readonly renumber: readonly FileChange[];
}

/** Why a story cannot become public. */
export interface Refused {
  readonly id: number;
  readonly failure: Failure;
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

/** What would become public in one commit; or the first story that must not, and why. */
export async function prepare(
  writing: Writing,
  sides: Sides,
  own: Tracker,
  ids: readonly number[],
): Promise<Prepared | Refused> {
  const { planDisclosure } = await import("../disclosure/plan-disclosure.ts");
  const { refusePrivate } = await import("../disclosure/still-private.ts");
  const { loadTracker } = await import("../tracker/tracker.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const { files, renumber, publicIds, redrawn } = await renumbered(writing, sides, own, ids);
  const tracker = renumber.length === 0 ? own : await loadTracker(files);
  const together = new Set(publicIds);
  const stories: PreparedStory[] = [];
  let beyond: TreeFiles = sides.open.files;
  for (const [at, id] of ids.entries()) {
    const publicId = publicIds[at] ?? id;
    try {
      const planned = await planDisclosure(tracker, files, beyond, publicId, together);
      refusePrivate(planned.files, planned.secret);
      stories.push({ id, publicId, isRedrawn: redrawn.has(id), files: planned.files, notes: planned.notes });
      // The next one finds the people whom this one brings along.
      beyond = overlayFiles(beyond, new Map(planned.files.map((file) => [file.path, file.after])));
    } catch (error) {
      if (error instanceof Failure) return { id, failure: error };
      throw error;
    }
  }
  return { stories, renumber };
}

/** This tracker with new numbers where the public one has drawn the old ones meanwhile. */
async function renumbered(writing: Writing, { open }: Sides, own: Tracker, ids: readonly number[]) {
  const { planRenumber, redrawsFor } = await import("../disclosure/renumber.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const draw = await drawBeside(writing, open);
  const changes = new Map<string, FileChange>();
  const publicIds: number[] = [];
  const redrawn = new Set<number>();
  let files: TreeFiles = writing.tracker.files;
  for (const id of ids) {
    const redraws = await redrawsFor(own, open.files, id, draw);
    publicIds.push(redraws.find((each) => each.kind === "story")?.to ?? id);
    if (redraws.length === 0) continue;
    redrawn.add(id);
    const others = [...publicIds.slice(0, -1), ...ids.slice(publicIds.length)];
    for (const change of await planRenumber(files, own.fields, id, others, redraws))
      changes.set(change.path, { ...change, before: (changes.get(change.path) ?? change).before });
    files = overlayFiles(
      writing.tracker.files,
      new Map([...changes.values()].map((change) => [change.path, change.after])),
    );
  }
  return { files, renumber: [...changes.values()], publicIds, redrawn };
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

/** Judges one story of what is planned by the public tracker's own rules; null when nothing speaks against it, else all has been said. */
export async function judgeDisclosure(
  context: CommandContext,
  { open }: Sides,
  { stories }: Prepared,
  { files }: PreparedStory,
): Promise<ExitCode | null> {
  const { judgeTouched } = await import("../validate/validate-change.ts");
  const { overlayFiles } = await import("../tracker/overlay-files.ts");
  const { diagnosticText } = await import("../report/text.ts");
  const after = overlayFiles(open.files, new Map(filesOf(stories).map((file) => [file.path, file.after])));
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

/** Gives the stories that need it their new numbers here; afterwards they are to be planned anew. */
export async function renumberFirst(writing: Writing, { stories, renumber }: Prepared): Promise<ExitCode> {
  const redrawn = stories.filter(({ isRedrawn }) => isRedrawn);
  const lines = redrawn.map(({ id, publicId }) =>
    id === publicId ? `story ${id}: new numbers for tasks` : `story ${id}: new number ${publicId}`,
  );
  const workspace = await writing.workspace(redrawn.map(({ id }) => id));
  return finish(writing, workspace, { files: renumber, message: `${lines.join("\n")}\n` });
}

/** Makes the public commit; the private stories are marked last. */
export async function carryOutDisclosure(writing: Writing, sides: Sides, { stories }: Prepared): Promise<ExitCode> {
  const landing = await import("../disclosure/landing.ts");
  const { open, openRun } = sides;
  if (!open.objects) throw new Error("a public tracker without objects");
  const ground = await landing.groundOf(openRun, open.objects);
  const signing = signingOf(writing.context, writing.settings);
  const ids = stories.map(({ publicId }) => publicId);
  const message = `Open ${ids.length === 1 ? "story" : "stories"} ${ids.join(", ")}\n`;
  const commit = await landing.writeDisclosure(ground, { files: filesOf(stories), message, ...signing });
  const underway = { commit, ref: ground.ref, stories: ids };
  landing.remember(underwayFolder(sides), underway);
  await landing.land(ground, commit);
  return markAll(writing, sides, underway);
}

function filesOf(stories: readonly PreparedStory[]): readonly FileChange[] {
  return stories.flatMap(({ files }) => files);
}

/**
 * Finishes what earlier runs were ended in the middle of. What is public is marked so, whatever has been decided about it since; what
 * had only been written is forgotten, and planned anew when its hour has come.
 */
export async function finishUnderway(writing: Writing, sides: Sides): Promise<ExitCode> {
  const landing = await import("../disclosure/landing.ts");
  const { open, openRun } = sides;
  const folder = underwayFolder(sides);
  const waiting = landing.remembered(folder);
  if (waiting.length === 0 || !open.objects) return 0;
  const ground = await landing.groundOf(openRun, open.objects);
  let worst: ExitCode = 0;
  for (const underway of waiting) {
    if (await landing.hasLanded(ground, underway)) {
      await landing.land(ground, underway.commit);
      worst = (await markAll(await writing.reopen(), sides, underway)) || worst;
    } else landing.forget(folder, underway);
  }
  return worst;
}

/** The commit that published this very story before, although nothing here remembers it. */
export async function publishedBefore({ open, openRun }: Sides, { id, data }: Story): Promise<Oid | undefined> {
  const { bringersOf, groundOf } = await import("../disclosure/landing.ts");
  const { readMatter } = await import("../text/matter.ts");
  const path = pathOf({ kind: "story", id });
  if (!open.objects || !(await open.files.readPath(path, 0))) return undefined;
  // Another story that drew the same number was not reported in the same second.
  const brought = await bringersOf(await groundOf(openRun, open.objects), path);
  return brought.find(({ bytes }) => readMatter(path, bytes).value?.data.created === data.created)?.commit;
}

/** Marks stories whose commit is public; one that cannot be marked does not keep the others from it. */
export async function markAll(writing: Writing, sides: Sides, underway: Underway): Promise<ExitCode> {
  const { forget } = await import("../disclosure/landing.ts");
  let current = writing;
  let worst: ExitCode = 0;
  for (const id of underway.stories) {
    const exit = await markDisclosed(current, id, underway.commit).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      writing.context.terminal.err(
        `storytree: story ${id} is public, but could not be marked so: ${terminalText(error.message)} [${error.code}]\n`,
      );
      return error.exit;
    });
    worst = exit || worst;
    current = await current.reopen();
  }
  if (worst === 0) forget(underwayFolder(sides), underway);
  return worst;
}

export async function markDisclosed(writing: Writing, id: number, commit: Oid): Promise<ExitCode> {
  const { assign } = await import("../tracker/plan-set.ts");
  const { readRecordFile } = await import("../tracker/record-file.ts");
  const workspace = await writing.workspace([id]);
  const file = await readRecordFile(workspace.files, pathOf({ kind: "story", id }), workspace.fields);
  if (file.matter.data.disclosed !== undefined) return 0;
  const marked = assign(file, [{ key: "disclosed", operator: "=", text: commit }], workspace.config?.data);
  return finish(writing, workspace, { files: [marked], message: `story ${id}: disclosed\n` });
}

function underwayFolder({ secretRun }: Sides): string {
  return join(secretRun.repository.commonDir, "storytree", "disclosing");
}
