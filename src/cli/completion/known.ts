// What is known of a tracker at once: its files, and its index as it was last brought up to date. Nothing is made, written or fetched.

import type { Catalogue } from "../../index/catalogue.ts";
import { lastIndex } from "../../index/last-index.ts";
import type { TrackerData } from "../../model/generated/types.ts";
import { type NamedKind, pathOf, placeOf } from "../../model/place.ts";
import { gitProgram } from "../../tracker/git/process.ts";
import { type OpenTracker, openTracker } from "../../tracker/open.ts";
import { loadConfig } from "../../tracker/tracker.ts";
import type { Terminal } from "../terminal.ts";
import { type Candidate, mostCandidates } from "./candidate.ts";
import { newNumbers } from "./new-numbers.ts";

export interface Known {
  readonly tracker: OpenTracker;
  readonly config: TrackerData | undefined;
  readonly catalogue: Catalogue | null;
  /** Records of a kind whose name begins so, with their titles where these are at hand. */
  names(kind: NamedKind, beginning: string): Promise<Candidate[]>;
  /** Stories and tasks whose number begins with these digits; none when that are too many. */
  numbers(digits: string, kinds: readonly ("story" | "task")[]): Promise<Candidate[]>;
  close(): void;
}

/** The tracker of a folder, or null when there is none. */
export async function knownOf(terminal: Terminal, folder: string): Promise<Known | null> {
  const git = gitProgram(terminal.variables);
  // A partial clone would ask its server for what it lacks.
  const offline = { ...git, environment: { ...git.environment, GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1" } };
  const tracker = await openTracker(folder, offline, undefined, { withProposals: true });
  const last = lastIndex(tracker);
  const catalogue = last?.catalogue ?? null;
  return {
    tracker,
    config: (await loadConfig(tracker.files))?.data,
    catalogue,
    async names(kind, beginning) {
      const names = await namesIn(tracker, kind, beginning);
      if (names.length > mostCandidates || !catalogue) return names.map((value) => ({ value }));
      return names.map((value) => ({ value, ...about(catalogue, kind, value) }));
    },
    async numbers(digits, kinds) {
      const found = catalogue?.idsWithPrefix(digits, mostCandidates + 1) ?? [];
      const added = await newNumbers(tracker, last && { ...last, commit: last.catalogue.commit }, () =>
        terminal.now().getTime(),
      );
      const all = new Map([...found, ...added].map((each) => [each.id, each]));
      const wanted = [...all.values()].filter(({ id, kind }) => kinds.includes(kind) && String(id).startsWith(digits));
      const isFew = wanted.length <= 60;
      return wanted.map(({ id, kind }) => ({ value: String(id), ...aboutNumber(catalogue, kind, id, isFew) }));
    },
    close() {
      catalogue?.close();
      tracker.objects?.close();
    },
  };
}

async function namesIn({ files }: OpenTracker, kind: NamedKind, beginning: string): Promise<string[]> {
  const folder = pathOf({ kind, name: "x" }).split("/")[0] ?? "";
  const names: string[] = [];
  for await (const batch of files.listUnder?.([folder]) ?? files.list()) {
    for (const { path } of batch) {
      const place = placeOf(path);
      if (place.kind === kind && place.name.startsWith(beginning)) names.push(place.name);
    }
  }
  return names.sort();
}

function about(catalogue: Catalogue, kind: NamedKind, name: string): { about?: string } {
  const data = catalogue.named(kind, name)?.data as { title?: string | null; name?: string | null } | undefined;
  const title = data?.title ?? data?.name;
  return title ? { about: title } : {};
}

/** Its title, and of a few what it stands at as well: that takes reading the whole story. */
function aboutNumber(catalogue: Catalogue | null, kind: "story" | "task", id: number, isFew: boolean) {
  const story = kind === "story" ? id : catalogue?.storyOfTask(id);
  const row = story === undefined ? undefined : catalogue?.rows([story])[0];
  if (!row) return { about: kind };
  if (kind === "story") return { about: `story, ${row.status}: ${row.title}` };
  const task = isFew ? catalogue?.story(row.id)?.tasks.find((each) => each.id === id)?.data : undefined;
  if (!task) return { about: `task: ${row.title}` };
  return { about: `task, ${task.status}, ${task.project}: ${task.title ?? row.title}` };
}
