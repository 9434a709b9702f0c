// What a proposal is judged on: the policy, teams, projects and stories of its base, as far as the change touches them.

import type { TouchedFile } from "../model/field-changes.ts";
import { type Place, pathOf, storyFolder } from "../model/place.ts";
import type { Actor, Ground } from "../model/policy-match.ts";
import type { TrackerFile, TrackerRecord } from "../model/record.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { sameIdentity } from "./actor.ts";
import { recordsAt } from "./records-at.ts";
import type { TreeFiles } from "./tree-files.ts";

/** `config` and `files` are the base's. */
export async function policyGround(
  files: TreeFiles,
  config: TrackerFile | undefined,
  touched: readonly TouchedFile[],
  actor: Actor | undefined,
  fields?: DeclaredFields,
): Promise<Ground> {
  const { policy = [], team } = config?.data ?? {};
  const stories = new Set(touched.flatMap((file) => storyOf(file.place) ?? []));
  const records = await recordsAt(files, [...stories].map(storyFolder), fields);

  const projects = new Map<number, Set<string>>();
  const named = new Set<string>();
  for (const record of [...records.values(), ...touched.flatMap(recordsOf)]) {
    if (record.kind === "task") named.add(pathOf({ kind: "project", name: record.data.project }));
    if (record.kind === "project") named.add(record.path);
  }
  for (const record of records.values()) {
    if (record.kind !== "task") continue;
    const of = projects.get(record.story) ?? new Set();
    projects.set(record.story, of.add(record.data.project));
  }
  const kept = await recordsAt(files, named, fields);
  const inPolicy = policy.flatMap((rule) => [rule.by, rule.reviewers].map((who) => /^team:(.+)$/.exec(who ?? "")?.[1]));
  const teams = new Set([team, ...inPolicy]);
  for (const record of kept.values()) if (record.kind === "project") teams.add(record.data.team);
  // An assignee may be a team; whether it is one, its file says.
  for (const { before } of touched) if (before?.record?.kind === "task") teams.add(before.record.data.assignee);
  const paths = [...teams].flatMap((name) => (name === undefined ? [] : [pathOf({ kind: "team", name })]));
  const members = await recordsAt(files, paths, fields);

  const added = authorsOf(touched);

  return {
    policy,
    team,
    project: (name) => {
      const record = kept.get(pathOf({ kind: "project", name }));
      return record?.kind === "project" ? record.data : undefined;
    },
    members: (name) => {
      const record = members.get(pathOf({ kind: "team", name }));
      return record?.kind === "team" ? (record.data.members ?? []) : [];
    },
    projectsOfStory: (story) => [...(projects.get(story) ?? [])].sort(),
    storyAuthor: (id) => {
      const record = records.get(pathOf({ kind: "story", id }));
      return record?.kind === "story" ? record.data.author : added.stories.get(id);
    },
    attachmentAuthor: (story, name) => added.attachments.get(`${story} ${name}`),
    ownNew: ownNew(touched, actor),
  };
}

function storyOf(place: Place | { readonly kind: "misplaced" }): number | undefined {
  if (place.kind === "story") return place.id;
  return "story" in place ? place.story : undefined;
}

function recordsOf({ before, after }: TouchedFile): readonly TrackerRecord[] {
  return [before?.record, after?.record].filter((record) => record !== undefined);
}

/** Who wrote what the proposal adds: stories by their number, attachments by story and name. */
function authorsOf(touched: readonly TouchedFile[]) {
  const stories = new Map<number, string>();
  const attachments = new Map<string, string>();
  for (const { before, after } of touched) {
    const record = after?.record;
    if (before || (record?.kind !== "comment" && record?.kind !== "story")) continue;
    const story = record.kind === "story" ? record.id : record.story;
    if (record.kind === "story") stories.set(story, record.data.author);
    for (const { file } of record.data.attachments ?? []) attachments.set(`${story} ${file}`, record.data.author);
  }
  return { stories, attachments };
}

/** New person files that are the actor's own: that identity and no other, which nobody in the base has. Two are one too many. */
function ownNew(touched: readonly TouchedFile[], actor: Actor | undefined): ReadonlySet<string> {
  if (!actor || actor.taken || actor.person !== undefined) return new Set();
  const names = touched.flatMap(({ before, after }) => {
    const record = after?.record;
    if (before || record?.kind !== "person") return [];
    const { identities = [], email } = record.data;
    const vouched = identities.every((each) => actor.identities.some((known) => sameIdentity(each, known)));
    const ofAddress = email === undefined ? identities.length === 1 : email.toLowerCase() === actor.email;
    return vouched && identities.length <= 1 && ofAddress ? [record.name] : [];
  });
  return names.length === 1 ? new Set(names) : new Set();
}
