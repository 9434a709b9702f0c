// Where events come from: a story's own history, asked for it alone; and the log of all of them, filled as commits come.

import { personFinder } from "../change/history/people.ts";
import { stepsOf } from "../change/history/steps.ts";
import { readVersions } from "../change/history/versions.ts";
import { type EventLog, type LoggedEvent, openEventLog } from "../index/event-log.ts";
import { placeOf, storyFolder } from "../model/place.ts";
import type { Commit, ObjectReader, TreeChange } from "../tracker/git/objects.ts";
import { broughtBy, tipsOf, writerOf } from "../tracker/git/tips.ts";
import { asAdded, type Changing, eventsOf } from "./events.ts";
import { shownNumber } from "./numbers.ts";
import type { ApiState } from "./state.ts";

/** What became of a story and everything in it, oldest first. */
export async function eventsOfStory(state: ApiState, story: number): Promise<readonly LoggedEvent[]> {
  const { catalogue, objects } = state;
  const detail = catalogue.story(story);
  if (!detail) return [];
  const found = new Map<number, LoggedEvent>();
  // Records whose coming the history tells.
  const came = new Set<string>();
  const commits = catalogue.history({ story });
  // A single commit is the one that brought it: what it brought is here.
  if (objects && commits.length > 1) {
    const personOf = personFinder(catalogue.allNamed("person"));
    const steps = await stepsOf(objects, commits, [storyFolder(story)]);
    // Oldest first, as the log has them: of two that share a number the later one gets the next.
    for (const { event, commit, tips, files } of [...steps].reverse()) {
      const changing = { time: Date.parse(event.time), commit: event.commit, ...byWhom(personOf, commit, tips) };
      for (const { path, before, after } of files) if (!before && after?.record) came.add(path);
      for (const told of files.flatMap((file) => eventsOf(state, file, changing))) {
        let id = told.id;
        while (found.has(id)) id += 1;
        found.set(id, { ...told, id });
      }
    }
  }
  const only = commits.length === 1 ? (commits[0]?.commit ?? null) : null;
  const changing: Changing = { time: state.now, person: null, author: "", commit: only };
  for (const record of [detail.story, ...detail.tasks, ...detail.comments].filter(({ path }) => !came.has(path)))
    for (const told of eventsOf(state, asAdded(record), changing)) if (!found.has(told.id)) found.set(told.id, told);
  return asLogged(state, story, [...found.values()]).sort((a, b) => a.id - b.id);
}

/** The person and the author of a commit, by the rule of every other timeline. */
function byWhom(personOf: ReturnType<typeof personFinder>, commit: Commit, tips: readonly Commit[]) {
  const { name, signature } = writerOf(commit, tips);
  return { person: (signature && personOf(signature)) ?? null, author: name };
}

/** The same with the numbers of the log, where that knows them: one may share its own with an event of another story. */
function asLogged(state: ApiState, story: number, events: readonly LoggedEvent[]): LoggedEvent[] {
  const log = logOf(state);
  if (!log) return [...events];
  const everything = { types: [], until: null, sort: "id", descending: false, limit: null, offset: 0 } as const;
  const { ids } = log.find({ ...everything, story: shownNumber(state, "story", story) });
  const logged = new Map(log.get(ids).map((event) => [event.id, event]));
  const isSame = (one: LoggedEvent, other: LoggedEvent | undefined) =>
    one.type === other?.type && one.time === other.time && one.comment === other.comment && one.commit === other.commit;
  const others = events.filter((event) => !isSame(event, logged.get(event.id)));
  const kept = new Set(events.filter((event) => !others.includes(event)).map(({ id }) => id));
  const moved = new Map<number, number>();
  for (const event of others) {
    const there = [...logged.values()].find(
      (other) => other.id > event.id && !kept.has(other.id) && isSame(event, other) && event.info === other.info,
    );
    if (!there) continue;
    kept.add(there.id);
    moved.set(event.id, there.id);
  }
  return events.map((event) => ({ ...event, id: moved.get(event.id) ?? event.id }));
}

/** The log as far as it is filled; undefined where there is none. */
function logOf({ catalogue, objects }: ApiState): EventLog | undefined {
  const { folder } = catalogue.selection;
  if (folder === null || !objects) return undefined;
  const log = logs.get(folder) ?? openEventLog(folder);
  logs.set(folder, log);
  return log;
}

const filling = new Map<string, Promise<EventLog>>();
const logs = new Map<string, EventLog>();

/** The log of all events up to the commit that is shown. Several processes may fill it; each commit is taken in once. */
export async function eventLog(state: ApiState): Promise<EventLog> {
  const { folder } = state.catalogue.selection;
  if (folder === null || !state.objects) return state.memo("event log", () => inMemory(state));
  const before = filling.get(folder);
  if (before) await before.catch(() => undefined);
  const work = fill(state, state.objects, folder);
  filling.set(folder, work);
  try {
    return await work;
  } finally {
    if (filling.get(folder) === work) filling.delete(folder);
  }
}

/** Small trackers without git: only what is in the files can be told. */
async function inMemory(state: ApiState): Promise<EventLog> {
  const log = openEventLog(null);
  state.atEnd(() => log.close());
  const { ids } = state.catalogue.selection.stories({
    where: { kind: "all" },
    now: state.now,
    contains: {},
    sort: "id",
    descending: false,
    limit: null,
    offset: 0,
  });
  for (const id of ids) log.add(null, await eventsOfStory(state, id), null);
  return log;
}

/** So many commits are asked for at once, and so many events are kept before they are written. */
const portion = { commits: 500, events: 5_000 };

async function fill(state: ApiState, objects: ObjectReader, folder: string): Promise<EventLog> {
  const { selection } = state.catalogue;
  const log = logOf(state) ?? openEventLog(folder);
  let missing = selection.commitsAfter(log.commit);
  if (missing === null) {
    // What is logged goes beyond a state of the past; a history that was rewritten is logged anew.
    if (state.isPast) return log;
    log.clear();
    missing = selection.commitsAfter(null) ?? [];
  }
  const personOf = personFinder(state.catalogue.allNamed("person"));
  for (let from = 0; from < missing.length; from += portion.commits) {
    const commits = missing.slice(from, from + portion.commits);
    const times = new Map(commits.map(({ oid, time }) => [oid, time]));
    const before = log.commit;
    let events: LoggedEvent[] = [];
    for await (const batch of objects.entries([...times.keys()])) {
      const tips = await tipsOf(objects, batch);
      for (const { commit, changes } of batch) {
        const time = times.get(commit.oid) ?? 0;
        const changing = { time, commit: commit.oid, ...byWhom(personOf, commit, broughtBy(commit, tips)) };
        events.push(...(await eventsIn(state, objects, changes, changing)));
        if (events.length < portion.events) continue;
        if (!log.add(before, events, before)) return fill(state, objects, folder);
        events = [];
      }
    }
    // Another process was faster: what it logged is the same.
    if (!log.add(before, events, commits.at(-1)?.oid ?? before)) return fill(state, objects, folder);
  }
  return log;
}

async function eventsIn(state: ApiState, objects: ObjectReader, changes: readonly TreeChange[], changing: Changing) {
  const versions = await readVersions(
    objects,
    changes.flatMap((change) => [change.before, change.after]),
  );
  return changes.flatMap(({ path, before, after }) =>
    eventsOf(state, { path, place: placeOf(path), before: versions(before), after: versions(after) }, changing),
  );
}
