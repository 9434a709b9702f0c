// The commits of a record's or a story's history with the files they changed, both sides read; a few processes for any number of them.

import type { ChangeEvent } from "../../index/catalogue.ts";
import type { TouchedFile } from "../../model/field-changes.ts";
import { type Kind, placeOf } from "../../model/place.ts";
import type { Commit, HistoryEntry, ObjectReader, TreeChange } from "../../tracker/git/objects.ts";
import { broughtBy, tipsOf } from "../../tracker/git/tips.ts";
import { readVersions } from "./versions.ts";

export interface Step {
  readonly event: ChangeEvent;
  readonly commit: Commit;
  /** Of a merge the tips of the branches that it brought. */
  readonly tips: readonly Commit[];
  /** The files asked about. */
  readonly files: readonly TouchedFile[];
  /** Files elsewhere that came or went in the same commit: one of the files may have moved from or to there. */
  readonly elsewhere: readonly TouchedFile[];
}

/** A commit that touches more stories than this is an import or a clean-up; nobody looks through it for tasks that moved. */
const mostStories = 200;

/** What some commits changed in these folders and files, in the order of the events; those that changed nothing there are left out. */
export async function stepsOf(
  objects: ObjectReader,
  events: readonly ChangeEvent[],
  under: readonly string[],
): Promise<readonly Step[]> {
  const entries = await collect(
    objects,
    events.map((event) => event.commit),
    under,
  );
  const found = events.flatMap((event) => {
    const entry = entries.get(event.commit);
    return entry && entry.changes.length > 0 ? [{ event, ...entry }] : [];
  });
  const elsewhere = await changesElsewhere(objects, found);
  const sides = [...found.flatMap(({ changes }) => changes), ...[...elsewhere.values()].flat()];
  const read = await readVersions(
    objects,
    sides.flatMap(({ before, after }) => [before, after]),
  );
  const files = (changes: readonly TreeChange[]) =>
    changes.map(({ path, before, after }): TouchedFile => {
      return { path, place: placeOf(path), before: read(before), after: read(after) };
    });
  const tips = await tipsOf(objects, found);
  return found.map(({ event, commit, changes }) => ({
    event,
    commit,
    tips: broughtBy(commit, tips),
    files: files(changes),
    elsewhere: files(elsewhere.get(commit.oid) ?? []),
  }));
}

/** A commit that changed very much comes in parts. */
async function collect(
  objects: ObjectReader,
  commits: readonly string[],
  under: readonly string[],
): Promise<Map<string, { commit: Commit; changes: readonly TreeChange[] }>> {
  const entries = new Map<string, { commit: Commit; changes: readonly TreeChange[] }>();
  if (commits.length === 0) return entries;
  for await (const batch of objects.entries(commits, { under })) {
    for (const { commit, changes } of batch) {
      const before = entries.get(commit.oid)?.changes ?? [];
      entries.set(commit.oid, { commit, changes: before.length > 0 ? [...before, ...changes] : changes });
    }
  }
  return entries;
}

interface Found extends HistoryEntry {
  readonly event: ChangeEvent;
}

async function changesElsewhere(
  objects: ObjectReader,
  found: readonly Found[],
): Promise<Map<string, readonly TreeChange[]>> {
  const asked = new Map<string, { readonly commits: string[]; readonly kinds: Set<string> }>();
  for (const { event, commit, changes } of found) {
    for (const change of changes) {
      const folder = folderToSearch(change, event);
      if (folder === undefined) continue;
      const wish = asked.get(folder) ?? { commits: [], kinds: new Set() };
      wish.kinds.add(placeOf(change.path).kind);
      if (wish.commits.at(-1) !== commit.oid) wish.commits.push(commit.oid);
      asked.set(folder, wish);
    }
  }
  const known = new Map(found.map(({ commit, changes }) => [commit.oid, new Set(changes.map(({ path }) => path))]));
  const elsewhere = new Map<string, readonly TreeChange[]>();
  for (const [folder, { commits, kinds }] of asked) {
    for (const [oid, { changes }] of await collect(objects, commits, [folder])) {
      const moving = changes.filter(
        ({ path, before, after }) =>
          (before === null) !== (after === null) && kinds.has(placeOf(path).kind) && !known.get(oid)?.has(path),
      );
      elsewhere.set(oid, [...(elsewhere.get(oid) ?? []), ...moving]);
    }
  }
  return elsewhere;
}

const renamed: Partial<Readonly<Record<Kind, string>>> = {
  person: "people",
  team: "teams",
  project: "projects",
  milestone: "milestones",
  group: "groups",
  list: "lists",
  board: "boards",
};

/** Where the other side of a move could be: a task may come from another story or go there, a record may have got another name. */
function folderToSearch({ path, before, after }: TreeChange, event: ChangeEvent): string | undefined {
  if (before !== null && after !== null) return undefined;
  const { kind } = placeOf(path);
  if (kind === "task") return event.stories > 1 && event.stories <= mostStories ? "stories" : undefined;
  return before === null ? renamed[kind as Kind] : undefined;
}
