// What `new --private` adds to a story: the reminder at its beginning, the end of its embargo, and the advisory's task.

import { embargoDays, latestEmbargo, withinEmbargo } from "../model/embargo.ts";
import { instantOf, isDay, isInstant } from "../model/instant.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { OpenTracker } from "../tracker/open.ts";

/** Failure "private-in-public", exit 5, for a tracker that everyone reads: before anybody has written anything into it. */
export function refusePublic({ visibility }: OpenTracker): void {
  if (visibility === "restricted") return;
  throw new Failure("private-in-public", "this tracker is public: a private story has no place in it", {
    exit: 5,
    hint: "open it in a restricted tracker: storytree -C ../secret new --private",
  });
}

/** The end of the embargo on a story that is opened now: as given, a day or an instant, else as late as may be. */
export function embargoEnd(created: string, given: string | undefined): string {
  if (given === undefined) return instantOf(new Date(latestEmbargo(created)));
  const until = isDay(given) ? `${given}T00:00:00Z` : given;
  if (!isInstant(until))
    throw new Failure("usage", `${quote(given)} is not a moment`, { hint: "such as 2026-03-01T15:00:00Z" });
  if (Date.parse(until) <= Date.parse(created))
    throw new Failure("usage", `the embargo cannot end on ${until}: that is over`);
  if (!withinEmbargo(created, until))
    throw new Failure("embargo-too-long", `an embargo lasts at most ${embargoDays} days`, {
      hint: `the latest end is ${instantOf(new Date(latestEmbargo(created)))}`,
    });
  return until;
}

/** The template that a private story begins with, and the project of its advisory, as `init --restricted` writes them. */
export const privateTemplate = "vulnerability";
export const advisoryProject = "security/advisory";
