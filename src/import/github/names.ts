// The names that GitHub's accounts, milestones and labels get here.

import type { Tracker } from "../../tracker/tracker.ts";
import { slugOf, tagOf } from "../slug.ts";
import type { GithubData } from "./source.ts";

export interface Names {
  readonly person: (login: string | null) => string;
  readonly milestone: (title: string) => string;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly isNew: boolean }>;
  readonly milestones: ReadonlyMap<string, string>;
}

export const ghost = "ghost";

export function namesOf(data: GithubData, tracker: Tracker): Names {
  const byIdentity = new Map<string, string>();
  for (const person of tracker.allNamed("person")) {
    for (const identity of person.data.identities ?? []) byIdentity.set(identity.toLowerCase(), person.name);
  }
  const people = new Map<string, { name: string; isNew: boolean }>();
  const used = new Set<string>();
  const logins = data.issues.flatMap((issue) => [
    issue.author,
    ...issue.assignees.slice(0, 1),
    ...issue.comments.map((comment) => comment.author),
  ]);
  for (const login of logins) {
    const key = login ?? ghost;
    if (people.has(key)) continue;
    const known = byIdentity.get(`github:${key.toLowerCase()}`);
    if (known !== undefined || (login === null && tracker.has("person", ghost))) {
      people.set(key, { name: known ?? ghost, isNew: false });
      continue;
    }
    let name = slugOf(key, "person");
    while (used.has(name) || tracker.has("person", name) || tracker.has("team", name)) name = `${name}-github`;
    used.add(name);
    people.set(key, { name, isNew: true });
  }
  const milestones = new Map<string, string>();
  const slugs = new Set<string>();
  for (const { milestone } of data.issues) {
    if (!milestone || milestones.has(milestone.title)) continue;
    let slug = slugOf(milestone.title, "milestone");
    while (slugs.has(slug)) slug = `${slug}-2`;
    slugs.add(slug);
    milestones.set(milestone.title, slug);
  }
  return {
    people,
    milestones,
    person: (login) => people.get(login ?? ghost)?.name ?? ghost,
    milestone: (title) => milestones.get(title) ?? slugOf(title, "milestone"),
  };
}

/** Labels that became the tag of another label, or none. */
export function labelNotes(data: GithubData): string[] {
  const labels = new Set(data.issues.flatMap((issue) => issue.labels));
  const byTag = new Map<string, string[]>();
  const notes: string[] = [];
  for (const label of labels) {
    const tag = tagOf(label);
    if (tag === undefined) notes.push(`label ${JSON.stringify(label)} holds no letter or digit, so it is no tag`);
    else byTag.set(tag, [...(byTag.get(tag) ?? []), label]);
  }
  for (const [tag, same] of byTag)
    if (same.length > 1)
      notes.push(`labels ${same.map((each) => JSON.stringify(each)).join(", ")} are one tag: ${tag}`);
  return notes;
}
