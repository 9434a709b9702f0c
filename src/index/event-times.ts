// The times of commits: of a few one by one, of many all at once, which is sooner then.

import type { Database } from "./database.ts";

/** Of one after the other. */
export function eventTime(db: Database): (number: number | null) => number | null {
  const select = db.prepare("SELECT time FROM event WHERE number = ?");
  return (number) => (number === null ? null : Number(select.get(number)?.time ?? 0));
}

/** Of all of them. In milliseconds, by a commit's number; null where there is none. */
export function eventTimes(db: Database): (number: number | null) => number | null {
  const row = db
    .prepare(
      "SELECT min(number) AS first, json_group_array(time) AS times FROM (SELECT number, time FROM event ORDER BY number)",
    )
    .get();
  const times = Float64Array.from(JSON.parse(String(row?.times ?? "[]")) as number[]);
  const first = Number(row?.first ?? 0);
  return (number) => (number === null ? null : (times[number - first] ?? null));
}
