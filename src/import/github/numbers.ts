// Which numbers imported issues get: those they have already, their own when free, else drawn from their aliases.

import { createHash } from "node:crypto";
import { shardOf } from "../../model/place.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import { aliasOf, projectName } from "./records.ts";
import type { GithubData } from "./source.ts";

export interface Ids {
  readonly story: number;
  readonly task: number;
  readonly isNew: boolean;
}

/** The numbers of each issue's story and task: those it has already, its own when free, else drawn from its alias. */
export function idsOf(data: GithubData, tracker: Tracker): Ids[] {
  const known = new Map<string, number>();
  for (const story of tracker.stories.values())
    for (const alias of story.data.aliases ?? []) known.set(alias, story.id);
  const taken = new Set<number>([...tracker.stories.keys(), ...tracker.tasks.keys()]);
  const isTaken = (id: number) => taken.has(id) || tracker.hasStory(id) || tracker.hasTask(id);
  // Their own numbers first, so that a drawn one never stands on the place of a later issue.
  const issueNumbers = new Set(data.issues.map((issue) => issue.number));
  return data.issues.map((issue) => {
    const alias = aliasOf(data.repository, issue.number);
    const before = known.get(alias);
    const project = projectName(data.repository);
    if (before !== undefined) {
      const task = tracker.tasksOf(before).find((each) => each.data.project === project) ?? tracker.tasksOf(before)[0];
      return {
        story: before,
        task: task?.id ?? drawFrom(`${alias} task`, shardOf(before), isTaken, taken),
        isNew: false,
      };
    }
    let story = issue.number;
    if (isTaken(story)) story = drawFrom(alias, null, (id) => isTaken(id) || issueNumbers.has(id), taken);
    taken.add(story);
    return {
      story,
      task: drawFrom(`${alias} task`, shardOf(story), (id) => isTaken(id) || issueNumbers.has(id), taken),
      isNew: true,
    };
  });
}

/** The first free number of a sequence that the seed determines, with the last three digits of a shard if one is given. */
function drawFrom(seed: string, shard: string | null, isTaken: (id: number) => boolean, taken: Set<number>): number {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash("sha256").update(`${seed} ${attempt}`).digest();
    const drawn = 10_000_000 + (digest.readUIntBE(0, 6) % 90_000_000);
    const id = shard === null ? drawn : drawn - (drawn % 1000) + Number(shard);
    if (isTaken(id)) continue;
    taken.add(id);
    return id;
  }
}
