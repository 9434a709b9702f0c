// The public tracker beside a restricted one: the clone that git's storytree.public names, opened for reading only.

import { resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import { readSettings } from "./git/settings.ts";
import { asPublic, type OpenTracker, openTracker, type PublicTracker } from "./open.ts";

/** What is to be known of a restricted tracker to find its sibling. */
export type Restricted = Pick<OpenTracker, "visibility" | "run" | "root" | "settings">;

/**
 * The sibling; null for a public tracker, and where git's configuration names none. A relative path begins at the tracker's root.
 * Failure "no-public-sibling" when there is no tracker, or none that says it is public.
 */
export async function publicSibling({ visibility, run, root, settings }: Restricted): Promise<PublicTracker | null> {
  if (visibility === "public" || !run) return null;
  const named = (settings ?? (await readSettings(run))).get("storytree.public");
  if (named === undefined || named === "") return null;
  try {
    return asPublic(await openTracker(resolve(root, named), run.git));
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure(
      "no-public-sibling",
      `git's storytree.public names ${quote(named)}, where no public tracker is to be found`,
      { hint: "git config storytree.public ../public", cause },
    );
  }
}
