// Whether a rule of the policy fits a change: its kind, fields, values, projects, and who makes it.

import type { FieldChange } from "./field-changes.ts";
import type { ProjectData } from "./generated/types.ts";
import type { PolicyRule } from "./policy.ts";

/** Who proposes a change, as the review host vouches for them. */
export interface Actor {
  /** The person of the base that they are; absent for somebody the base does not know. */
  readonly person?: string;
  /** The identities that were vouched for, such as "github:alice". */
  readonly identities: readonly string[];
  /** Their address, where the tracker keeps addresses. */
  readonly email?: string;
  /** A person of the base has such an identity already. */
  readonly taken: boolean;
}

/** What a change is judged on: the base's policy, people and projects, and what the proposal itself adds. */
export interface Ground {
  readonly policy: readonly PolicyRule[];
  /** The team that runs the tracker. */
  readonly team: string | undefined;
  readonly project: (name: string) => Pick<ProjectData, "maintainers" | "team"> | undefined;
  readonly members: (team: string) => readonly string[];
  /** The projects of a story's tasks in the base; none for a new story. */
  readonly projectsOfStory: (story: number) => readonly string[];
  /** Who wrote a story: in the base, or, of one that the proposal adds, in the proposal. */
  readonly storyAuthor: (story: number) => string | undefined;
  /** Who wrote the new record that names a new attachment, when the proposal adds both. */
  readonly attachmentAuthor: (story: number, name: string) => string | undefined;
  /** Names of the new person files in the proposal that are the actor's own. */
  readonly ownNew: ReadonlySet<string>;
}

/** True when the rule is for this change; `project` is one of those it concerns. */
export function fits(
  rule: PolicyRule,
  change: FieldChange,
  project: string | undefined,
  ground: Ground,
  actor: Actor | undefined,
): boolean {
  return (
    fitsKind(rule, change) &&
    fitsField(rule, change.field) &&
    fitsValue(rule.from, change.before, change.field) &&
    fitsValue(rule.to, change.after, change.field) &&
    fitsProject(rule, project) &&
    fitsActor(rule.by ?? "anyone", change, project, ground, actor)
  );
}

function fitsKind({ kind }: PolicyRule, { place }: FieldChange): boolean {
  const kinds = kind === undefined ? [] : [kind].flat();
  return kinds.length === 0 || kinds.includes("*") || kinds.includes(place.kind);
}

function fitsField({ fields = [], approval }: PolicyRule, field: string): boolean {
  if (fields.includes(field)) return true;
  // Whoever may change everything has not been told that they may delete it.
  if (field === "-" && approval === "auto") return false;
  return fields.length === 0 || fields.includes("*");
}

function fitsValue(values: PolicyRule["from"] | undefined, value: unknown, field: string): boolean {
  if (!values || values.length === 0) return true;
  if (["+", "-", "body", "format", "file"].includes(field)) return false;
  return value === undefined ? values.includes("none") : values.some((each) => each === value);
}

function fitsProject({ projects = [] }: PolicyRule, project: string | undefined): boolean {
  if (projects.length === 0) return true;
  return (
    project !== undefined &&
    projects.some((each) => (each.endsWith("*") ? project.startsWith(each.slice(0, -1)) : each === project))
  );
}

function fitsActor(
  by: string,
  change: FieldChange,
  project: string | undefined,
  ground: Ground,
  actor: Actor | undefined,
): boolean {
  if (by === "anyone") return true;
  if (!actor) return false;
  const { person } = actor;
  if (by === "self") return isOwn(change, ground, actor);
  if (by === "author") return isAuthor(change, ground, actor);
  if (person === undefined) return false;
  if (by.startsWith("team:")) return ground.members(by.slice(5)).includes(person);
  if (by === "maintainer") return isMaintainer(project, person, ground);
  const { was } = change;
  const assignee = was?.kind === "task" ? was.data.assignee : undefined;
  return assignee !== undefined && (assignee === person || ground.members(assignee).includes(person));
}

/** True for a name that the actor has, in the base or by the person file they add. */
export function actsAs(name: string | undefined, ground: Ground, actor: Actor | undefined): boolean {
  return name !== undefined && actor !== undefined && (name === actor.person || ground.ownNew.has(name));
}

function isOwn({ place, field }: FieldChange, ground: Ground, actor: Actor): boolean {
  if (place.kind === "affects") return actsAs(place.name, ground, actor);
  if (place.kind !== "person") return false;
  return field === "+" ? ground.ownNew.has(place.name) : place.name === actor.person;
}

/** A new task is its author's only on a story that is theirs too: a foreign one it would change. */
function isAuthor({ place, was, is }: FieldChange, ground: Ground, actor: Actor): boolean {
  const theirs = (name: string | undefined) => name !== undefined && name === actor.person;
  switch (place.kind) {
    case "story":
    case "comment":
    case "task": {
      if (was) return theirs("author" in was.data ? was.data.author : undefined);
      const author = is && "author" in is.data ? is.data.author : undefined;
      if (place.kind === "task" && !actsAs(ground.storyAuthor(place.story), ground, actor)) return false;
      return actsAs(author, ground, actor);
    }
    case "attachment":
      return actsAs(ground.attachmentAuthor(place.story, place.name), ground, actor);
    default:
      return false;
  }
}

/** A story without tasks is no project's yet, so it is the tracker's own team that looks after it. */
function isMaintainer(project: string | undefined, person: string, ground: Ground): boolean {
  const inTeam = (team: string | undefined) => team !== undefined && ground.members(team).includes(person);
  if (project === undefined) return inTeam(ground.team);
  const found = ground.project(project);
  return found !== undefined && ((found.maintainers ?? []).includes(person) || inTeam(found.team));
}
