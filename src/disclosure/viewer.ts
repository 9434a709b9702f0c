// Who looks at a restricted tracker, and the one function that says what they may see.

import type { Tracker } from "../tracker/tracker.ts";

export interface Viewer {
  readonly person: string;
  /** Of the team that runs the tracker: they see every story. */
  readonly isOfTeam: boolean;
  /** The teams of the restricted tracker that they are a member of. */
  readonly teams: ReadonlySet<string>;
}

/**
 * The person whom a subject of the identity provider stands for: the one who has `oidc:SUBJECT` among their identities. Null when
 * nobody has, when several have, and when the person is disabled. Who may see private stories is for the restricted tracker alone
 * to say: people and teams of the public one count for nothing here, and neither does a mail address.
 */
export function viewerOf(tracker: Tracker, subject: string): Viewer | null {
  const identity = `oidc:${subject}`;
  const [person, ...more] = tracker.allNamed("person").filter(({ data }) => data.identities?.includes(identity));
  if (!person || more.length > 0 || person.data.disabled === true) return null;
  const teams = tracker
    .allNamed("team")
    .filter(({ data }) => data.archived !== true && data.members?.includes(person.name))
    .map(({ name }) => name);
  const own = tracker.config?.data.team;
  return { person: person.name, teams: new Set(teams), isOfTeam: own !== undefined && teams.includes(own) };
}

/** Whether somebody may see the story that has this `access`. Nothing else decides, and nothing else may ask. */
export function maySee({ isOfTeam, person, teams }: Viewer, access: readonly string[] | undefined): boolean {
  return isOfTeam || (access ?? []).some((name) => name === person || teams.has(name));
}
