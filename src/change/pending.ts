// What open proposals would change of stories: fields with values that are checked, never prose that nobody has reviewed.

import type { Catalogue, StoryProposal } from "../index/catalogue.ts";
import { fieldChanges } from "../model/field-changes.ts";
import { instantOfSeconds } from "../model/instant.ts";
import { placeOf } from "../model/place.ts";
import type { ObjectReader } from "../tracker/git/objects.ts";
import type { OpenProposal } from "../tracker/open-proposals.ts";
import { personFinder } from "./history/people.ts";
import { readVersions } from "./history/versions.ts";

/** Fields whose values say nothing of their own: words of a schema, names that are there, numbers, days. */
const told = new Set([
  ...["status", "priority", "assignee", "milestone", "due", "branch", "project", "reason", "points"],
  ...["triage", "type", "tags", "depends_on", "related", "duplicate_of"],
]);
/** A value as names and words of schemas are. */
const plain = /^[\w][\w./+-]{0,99}$/;

/** One for each story that a proposal touches; the newest proposals first. */
export async function pendingOf(
  catalogue: Catalogue,
  objects: ObjectReader,
  proposals: readonly OpenProposal[],
): Promise<readonly StoryProposal[]> {
  // A server asks once a second; where nothing is proposed nobody has to be known.
  if (proposals.length === 0) return [];
  const personOf = personFinder(catalogue.allNamed("person"));
  const versions = await readVersions(
    objects,
    proposals.flatMap(({ changes }) => [...changes.values()].flatMap(({ before, after }) => [before, after])),
  );
  return proposals.flatMap((proposal): StoryProposal[] => {
    const stories = new Map<number, StoryProposal["changes"][number][]>();
    for (const [path, { before, after }] of proposal.changes) {
      const place = placeOf(path);
      const story = place.kind === "story" ? place.id : place.kind === "task" ? place.story : undefined;
      if (story === undefined || (place.kind !== "story" && place.kind !== "task")) continue;
      const changes = fieldChanges({ path, place, before: versions(before), after: versions(after) });
      const known = changes
        .filter(({ field }) => told.has(field))
        .flatMap(({ field, before: was, after: is }) => {
          const [from, to] = [said(was), said(is)];
          return from === undefined || to === undefined
            ? []
            : [{ kind: place.kind, id: place.id, field, before: from, after: to }];
        });
      stories.set(story, [...(stories.get(story) ?? []), ...known]);
    }
    const [tip] = proposal.commits;
    const by = tip ? (personOf(tip.author) ?? null) : null;
    const about = { by, time: instantOfSeconds(proposal.time), topic: proposal.topic, tip: proposal.tip };
    return [...stories].map(([story, changes]) => ({ story, ...about, changes }));
  });
}

/** Null is none; undefined what is not told. */
function said(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  const text = String(value);
  return plain.test(text) ? text : undefined;
}
