// How long a report may be kept private: at most ninety days, counted from when it was reported.

export const embargoDays = 90;

const day = 86_400_000;

/** The latest end of an embargo on what was reported at an instant, in milliseconds since 1970. */
export function latestEmbargo(created: string): number {
  return Date.parse(created) + embargoDays * day;
}

/** Whether an embargo, both ends as instants, is no longer than it may be. */
export function withinEmbargo(created: string, until: string): boolean {
  return Date.parse(until) <= latestEmbargo(created);
}
