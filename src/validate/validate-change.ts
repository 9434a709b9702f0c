// A proposal judged as it would merge: what it breaks is an error, what was broken before is a note.

import { fieldChanges } from "../model/field-changes.ts";
import { pathOf, placeOf } from "../model/place.ts";
import { decide } from "../model/policy.ts";
import type { Actor } from "../model/policy-match.ts";
import type { TrackerRecord } from "../model/record.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { compareDiagnostics, compareText, type Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { withBeyond } from "../tracker/beyond.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import { type MergeResult, mergeResult } from "../tracker/git/merge.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import type { GitRun } from "../tracker/git/process.ts";
import type { Loaded } from "../tracker/load-records.ts";
import type { Visibility } from "../tracker/open.ts";
import { policyGround } from "../tracker/policy-ground.ts";
import { recordsAt } from "../tracker/records-at.ts";
import { readTouched, type TouchedPath } from "../tracker/touched-files.ts";
import { loadConfig, loadFields, type Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { type Found, judgeAttachments, judgeRecord, judgeTracker, placeFindings } from "./judge.ts";
import { type Around, loadBothAround } from "./load-around.ts";
import { namedIn } from "./references.ts";
import type { ChangeContext, RecordContext, Rule } from "./rule.ts";
import { drawAgain, duplicateId } from "./rules/duplicate-id.ts";
import { rules } from "./rules.ts";
import { judgeAll, type Verdict } from "./validate.ts";

export interface ChangeOptions {
  readonly run: GitRun;
  readonly objects: ObjectReader;
  readonly base: Oid;
  readonly head: Oid;
  /** What the base says of itself. */
  readonly visibility: Visibility;
  /** Who proposes, as the review host vouches for them. */
  readonly actor?: Actor;
  /** The day of the judgement, such as 2026-03-01. */
  readonly today: string;
  /** Of a restricted tracker: the public files in which what it refers to may be. */
  readonly beyond?: TreeFiles | undefined;
  readonly progress?: (files: number) => void;
}

/** Judges the merge of both sides, with the configuration of the base. */
export async function validateChange(options: ChangeOptions): Promise<Verdict> {
  const merge = await mergeResult(options.run, options.base, options.head);
  try {
    return await judgeMerge(options, merge);
  } finally {
    merge.dispose();
  }
}

const conflictRule: Rule = {
  code: "merge-conflict",
  summary: "A proposal merges with the base without conflict.",
  why: "What cannot be merged cannot be judged as it would be.",
};

export const mixedConfiguration: Rule = {
  code: "mixed-configuration",
  summary: "A change of tracker.yaml is a change of its own.",
  why: "It is judged and approved by the old configuration, everything after it by the new one.",
};

/** What only this kind of judgement finds; the other rules are in rules.ts. */
export const changeRules: readonly Rule[] = [conflictRule, mixedConfiguration];

async function judgeMerge(
  options: ChangeOptions,
  { ancestor, tree, conflicts, objects }: MergeResult,
): Promise<Verdict> {
  const before = commitFiles(options.objects, options.base);
  const after = commitFiles(objects, tree);
  const touched = new Map<string, Touched>();
  for await (const batch of objects.changes(options.base, tree)) {
    for (const change of batch)
      touched.set(change.path, { ...change, gone: change.after === null, isNew: change.before === null });
  }
  const found = await conflictFindings(commitFiles(options.objects, ancestor), conflicts);
  const verdict = await judgeTouched(options, { before, after, touched }, [...found]);
  // Of two records under one number neither is to be chosen: the markers that the merge left say nothing of use.
  const numbers = new Set(found.flatMap(([rule, { path }]) => (rule === duplicateId ? [path] : [])));
  const isMarker = (each: Diagnostic) => each.code === "conflict-marker" && numbers.has(each.path);
  return { ...verdict, diagnostics: verdict.diagnostics.filter((each) => !isMarker(each)) };
}

/** Paths that cannot be merged: a record that both sides opened under one number, or lines that both changed. */
async function conflictFindings(ancestor: TreeFiles, conflicts: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of conflicts) {
    const place = placeOf(path);
    const isNumbered = place.kind === "story" || place.kind === "task";
    if (isNumbered && !(await ancestor.readPath(path, 0))) {
      found.push([duplicateId, { path, message: `number ${place.id} was drawn on both sides`, hint: drawAgain }]);
    } else {
      const message = "both sides changed the same lines";
      found.push([conflictRule, { path, message, hint: "rebase the proposal onto the base and choose" }]);
    }
  }
  return found;
}

/** What happened to a path. */
export interface Touched extends TouchedPath {
  readonly gone: boolean;
  readonly isNew: boolean;
}

/** Two states of a tracker's files, and the paths that differ. */
export interface TwoStates {
  readonly before: TreeFiles;
  readonly after: TreeFiles;
  readonly touched: ReadonlyMap<string, Touched>;
}

/** How a change is judged, wherever its two sides are. */
export type JudgeOptions = Omit<ChangeOptions, "run" | "objects" | "base" | "head">;

/** Judges what differs: what was wrong before is a note. `found` is what is known to be wrong already. */
export async function judgeTouched(
  options: JudgeOptions,
  { before, after, touched }: TwoStates,
  found: Found[] = [],
): Promise<Verdict> {
  const paths = [...touched.keys()].sort(compareText);
  const configChange = touched.get("tracker.yaml");
  const isFirst = configChange?.isNew === true;
  if (configChange && !isFirst && paths.length > 1) {
    found.push([
      mixedConfiguration,
      {
        path: "tracker.yaml",
        message: "tracker.yaml changes together with other files",
        hint: "propose the change of tracker.yaml by itself first",
      },
    ]);
  }
  // A change of configuration is judged under the new one, over the whole tracker; any other under the base's.
  const ownConfig = configChange !== undefined;
  const configFrom = ownConfig ? after : before;
  const config = await loadConfig(configFrom);
  const fields = await loadFields(configFrom, config);

  const reason = ownConfig ? "tracker.yaml changes" : wholeReason(touched);
  const isNew = (path: string) => touched.get(path)?.isNew === true;
  const around = reason ? null : await loadBothAround(after, before, paths, isNew, fields, config);
  const aliases =
    around && aliasesChange(around.after.loaded, around.before.loaded) ? "an alias or a branch changes" : undefined;
  const whole = reason ?? aliases ?? (around ? undefined : "so much changes");

  const sides = whole
    ? await wholeSides(options, before, after, configFrom)
    : await partSides(options, around as Part, before, after);
  const own = await changeFindings(options, sides, touched, before, after, fields);
  found.push(...own);

  const old = new Set(sides.before.map(keyOf));
  const fresh = sides.after.filter((entry) => !old.has(keyOf(entry)));
  const known = sides.after.filter((entry) => old.has(keyOf(entry)) && touched.has(entry[1].path));
  const placed = await placeFindings(after, [...found, ...fresh]);
  const notes = (await placeFindings(after, known)).map((each): Diagnostic => ({ ...each, severity: "note" }));
  const oldRead = new Set(sides.readBefore.map(keyOfDiagnostic));
  const read = sides.readAfter
    .map((each): Diagnostic => (oldRead.has(keyOfDiagnostic(each)) ? { ...each, severity: "note" } : each))
    .filter((each) => each.severity !== "note" || touched.has(each.path));
  const diagnostics = [...read, ...placed, ...notes].sort(
    (a, b) => Number(touched.has(b.path)) - Number(touched.has(a.path)) || compareDiagnostics(a, b),
  );
  return {
    diagnostics,
    files: whole ? sides.count : paths.length,
    stories: sides.tracker.stories.size,
    confidential: [...found, ...fresh].some(([rule]) => rule.confidential === true),
    ...(whole ? { wholeBecause: whole } : {}),
  };
}

interface Sides {
  readonly tracker: Tracker;
  readonly before: readonly Found[];
  readonly after: readonly Found[];
  readonly readBefore: readonly Diagnostic[];
  readonly readAfter: readonly Diagnostic[];
  readonly recordBefore: (path: string) => Promise<TrackerRecord | undefined>;
  readonly recordAfter: (path: string) => Promise<TrackerRecord | undefined>;
  readonly count: number;
}

async function wholeSides(
  options: JudgeOptions,
  before: TreeFiles,
  after: TreeFiles,
  configFrom: TreeFiles,
): Promise<Sides> {
  const { visibility, beyond, progress } = options;
  const judge = (files: TreeFiles, config: TreeFiles) =>
    judgeAll(files, { visibility, configFrom: config, beyond, ...(progress ? { progress } : {}) });
  // What the new configuration finds wrong was not wrong before.
  const [was, is] = [await judge(before, before), await judge(after, configFrom)];
  return {
    tracker: is.wide,
    before: was.found,
    after: is.found,
    readBefore: was.tracker.diagnostics,
    readAfter: is.tracker.diagnostics,
    recordBefore: async (path) => recordIn(was.tracker, path),
    recordAfter: async (path) => recordIn(is.tracker, path),
    count: is.count,
  };
}

type Part = NonNullable<Awaited<ReturnType<typeof loadBothAround>>>;

async function partSides(
  options: JudgeOptions,
  { after: is, before: was }: Part,
  before: TreeFiles,
  after: TreeFiles,
): Promise<Sides> {
  const context: RecordContext = { visibility: options.visibility, limit: limits.attachmentBytes };
  const widened = async ({ tracker }: Around): Promise<Tracker> =>
    options.beyond ? withBeyond(tracker, options.beyond, namedIn(tracker)) : tracker;
  const judge = async (part: Around, tracker: Tracker, files: TreeFiles): Promise<Found[]> => [
    ...[...part.loaded.values()].flatMap((loaded) => [...judgeRecord(loaded, context)]),
    ...(await judgeAttachments(files, part.attachments, context)),
    ...judgeTracker(tracker),
  ];
  const [wasWide, isWide] = [await widened(was), await widened(is)];
  return {
    tracker: isWide,
    before: await judge(was, wasWide, before),
    after: await judge(is, isWide, after),
    readBefore: was.tracker.diagnostics,
    readAfter: is.tracker.diagnostics,
    recordBefore: async (path) => was.loaded.get(path)?.record,
    recordAfter: async (path) => is.loaded.get(path)?.record,
    count: is.loaded.size,
  };
}

/** Rules that compare a record with what it was. */
async function changeFindings(
  options: JudgeOptions,
  sides: Sides,
  touched: ReadonlyMap<string, Touched>,
  before: TreeFiles,
  after: TreeFiles,
  fields: DeclaredFields,
): Promise<Found[]> {
  const stories = new Set<number>();
  const teams = new Set<string>();
  const config = sides.tracker.config?.data;
  if (config?.team) teams.add(config.team);
  for (const tag of Object.values(config?.tags ?? {})) if (tag.reserved) teams.add(tag.reserved);
  for (const path of touched.keys()) {
    const place = placeOf(path);
    if (place.kind === "story") stories.add(place.id);
    else if ("story" in place) stories.add(place.story);
  }
  const context = [...teams]
    .map((team) => `teams/${team}.md`)
    .concat([...stories].map((id) => pathOf({ kind: "story", id })));
  const base = await recordsAt(before, context, fields);
  const members = new Map([...teams].map((team) => [team, base.get(`teams/${team}.md`)]));
  const changeContext: ChangeContext = {
    tracker: sides.tracker,
    actor: options.actor?.person,
    today: options.today,
    isMember: (team) => {
      const record = members.get(team);
      const person = options.actor?.person;
      return record?.kind === "team" && person !== undefined && (record.data.members ?? []).includes(person);
    },
    storyBefore: (id) => base.get(pathOf({ kind: "story", id })),
    denied: await denials(options.actor, [...touched.values()], before, after, fields),
  };
  const found: Found[] = [];
  for (const path of touched.keys()) {
    const was = await sides.recordBefore(path);
    const is = await sides.recordAfter(path);
    for (const rule of rules) {
      for (const finding of rule.change?.({ path, before: was, after: is }, changeContext) ?? [])
        found.push([rule, finding]);
    }
  }
  return found;
}

/** What the base's policy denies, by path; without a rule that denies nothing is read for it. */
async function denials(
  actor: Actor | undefined,
  touched: readonly TouchedPath[],
  before: TreeFiles,
  after: TreeFiles,
  fields: DeclaredFields,
): Promise<ChangeContext["denied"]> {
  const config = await loadConfig(before);
  if (!config?.data.policy?.some((rule) => rule.approval === "deny")) return () => [];
  const files = await readTouched({ files: before, fields }, { files: after, fields }, touched);
  const ground = await policyGround(before, config, files, actor, fields);
  const denied = new Map<string, { field: string; reason: string }[]>();
  for (const change of files.flatMap(fieldChanges)) {
    const { path, field, approval, reason = "" } = decide(change, ground, actor);
    const said = denied.get(path) ?? [];
    if (approval !== "deny" || said.some((each) => each.field === field && each.reason === reason)) continue;
    denied.set(path, [...said, { field, reason }]);
  }
  return (path) => denied.get(path) ?? [];
}

function recordIn(tracker: Tracker, path: string): TrackerRecord | undefined {
  const place = placeOf(path);
  switch (place.kind) {
    case "tracker":
      return tracker.config;
    case "story":
      return tracker.stories.get(place.id);
    case "task":
      return tracker.tasks.get(place.id);
    case "comment":
      return tracker.commentsOf(place.story).find((comment) => comment.name === place.name);
    case "affects":
      return tracker.affectsOf(place.story).find((person) => person.name === place.name);
    case "attachment":
    case "support":
    case "misplaced":
      return undefined;
    default:
      return tracker.named(place.kind, place.name);
  }
}

/** Why a change needs the whole tracker: somebody somewhere may refer to what goes. */
function wholeReason(touched: ReadonlyMap<string, { gone: boolean }>): string | undefined {
  for (const [path, { gone }] of touched) {
    if (!gone) continue;
    const place = placeOf(path);
    if (["misplaced", "support", "attachment", "comment", "affects"].includes(place.kind)) continue;
    return `"${path}" goes`;
  }
  return undefined;
}

/** Aliases are unique over the whole tracker, and tasks anywhere rely on a project's branches. */
function aliasesChange(is: ReadonlyMap<string, Loaded>, was: ReadonlyMap<string, Loaded>): boolean {
  const fragile = (loaded: Loaded | undefined) => {
    const data = loaded?.record?.data as
      | { aliases?: unknown; branches?: unknown; retired?: unknown; default_branch?: unknown }
      | undefined;
    const project = loaded?.record?.kind === "project";
    return JSON.stringify([
      data?.aliases ?? [],
      ...(project ? [data?.branches ?? [], data?.retired ?? false, data?.default_branch ?? ""] : []),
    ]);
  };
  const empty = JSON.stringify([[]]);
  for (const [path, loaded] of is) {
    const before = was.get(path);
    if (
      before
        ? fragile(before) !== fragile(loaded)
        : JSON.stringify([(loaded.record?.data as { aliases?: unknown })?.aliases ?? []]) !== empty
    )
      return true;
  }
  return false;
}

function keyOf([rule, finding]: Found): string {
  return `${rule.code}\0${finding.path}\0${finding.message}`;
}

function keyOfDiagnostic(each: Diagnostic): string {
  return `${each.code}\0${each.path}\0${each.message}`;
}
