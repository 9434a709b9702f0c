// A proposal judged as it would merge: what it breaks is an error, what was broken before is a note.

import { fieldChanges } from "../model/field-changes.ts";
import { pathOf, placeOf } from "../model/place.ts";
import { decide } from "../model/policy.ts";
import type { Actor } from "../model/policy-match.ts";
import type { TrackerRecord } from "../model/record.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { compareDiagnostics, compareText, type Diagnostic } from "../text/diagnostic.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import { type MergeResult, mergeResult } from "../tracker/git/merge.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import type { GitRun } from "../tracker/git/process.ts";
import type { Loaded } from "../tracker/load-records.ts";
import type { Visibility } from "../tracker/open.ts";
import { policyGround } from "../tracker/policy-ground.ts";
import { recordsAt } from "../tracker/records-at.ts";
import { readTouched, type TouchedPath } from "../tracker/touched-files.ts";
import { loadConfig, loadFields } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { type Found, placeFindings } from "./judge.ts";
import { aroundOf } from "./load-around.ts";
import type { ChangeContext, Rule } from "./rule.ts";
import { drawAgain, duplicateId } from "./rules/duplicate-id.ts";
import { rules } from "./rules.ts";
import { partSides, type Sides, wholeSides } from "./sides.ts";
import type { Verdict } from "./validate.ts";

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

  const isNew = (path: string) => touched.get(path)?.isNew === true;
  const recordsBefore = await recordsAt(
    before,
    paths.filter((path) => !isNew(path)),
    fields,
  );
  const states = { before, after, paths, recordsBefore, configFrom };
  const around = aroundOf({ after, before, paths, isNew, fields, config });
  const reason = ownConfig ? "tracker.yaml changes" : wholeReason(touched);
  const alone = reason ? null : await around.after();
  const aliases =
    alone && aliasesChange(alone.loaded, recordsBefore, isNew) ? "an alias or a branch changes" : undefined;
  const part = alone && !aliases ? await partSides(options, around, alone, states) : null;
  const whole = part ? undefined : (reason ?? aliases ?? "so much changes");
  const sides = part ?? (await wholeSides(options, states));
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
    const was = sides.recordBefore(path);
    const is = sides.recordAfter(path);
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
function aliasesChange(
  is: ReadonlyMap<string, Loaded>,
  was: ReadonlyMap<string, TrackerRecord>,
  isNew: (path: string) => boolean,
): boolean {
  const aliasesOf = (record: TrackerRecord | undefined) =>
    JSON.stringify((record?.data as { aliases?: unknown } | undefined)?.aliases ?? []);
  const fragile = (record: TrackerRecord | undefined) =>
    record?.kind === "project"
      ? JSON.stringify([
          aliasesOf(record),
          record.data.branches ?? [],
          record.data.retired ?? false,
          record.data.default_branch ?? "",
        ])
      : aliasesOf(record);
  for (const [path, { record }] of is) {
    if (isNew(path) ? aliasesOf(record) !== "[]" : fragile(was.get(path)) !== fragile(record)) return true;
  }
  return false;
}

function keyOf([rule, finding]: Found): string {
  return `${rule.code}\0${finding.path}\0${finding.message}`;
}

function keyOfDiagnostic(each: Diagnostic): string {
  return `${each.code}\0${each.path}\0${each.message}`;
}
