// The restricted tracker as each reader sees it: an index for every set of visible stories, kept as long as the tracker stays as it is.

import { type Viewer, viewerOf } from "../../disclosure/viewer.ts";
import { visibleTo } from "../../disclosure/visible-files.ts";
import type { Catalogue } from "../../index/catalogue.ts";
import { indexFiles } from "../../index/index-files.ts";
import { answerOf, problemAnswer, type SiteAnswer } from "../../site/answer.ts";
import { siteForReader } from "../../site/site.ts";
import type { Templates } from "../../site/templates.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import { loadTracker, type Tracker } from "../../tracker/tracker.ts";

export interface ViewOptions {
  readonly open: () => Promise<OpenTracker>;
  readonly templates: Templates;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Views {
  /** The person that a subject stands for now; null for nobody. */
  readonly viewer: (subject: string) => Promise<Viewer | null>;
  /** The answer to a path and its query, as if nothing existed but what the viewer may see; null when there is none. */
  readonly answer: (viewer: Viewer, path: string, query: URLSearchParams) => Promise<SiteAnswer | null>;
  readonly problem: (viewer: Viewer, status: number, sentence: string) => Promise<SiteAnswer>;
  readonly close: () => void;
}

interface State {
  readonly opened: OpenTracker;
  readonly tracker: Tracker;
  readonly catalogues: Map<string, Promise<Catalogue>>;
}

const lookAgainAfter = 1_000;
/** Sets of visible stories whose indexes are kept at once. */
const most = 40;

export async function openViews({ open, templates, now }: ViewOptions): Promise<Views> {
  let state = await make();
  let looked = now();
  let looking: Promise<void> | null = null;

  async function make(): Promise<State> {
    const opened = await open();
    return { opened, tracker: await loadTracker(opened.files), catalogues: new Map() };
  }
  async function refresh(): Promise<void> {
    try {
      const fresh = await make();
      const old = state;
      state = fresh;
      // Until a look succeeds everybody who asks looks again: what was seen before may have let in who may not any longer.
      looked = now();
      // Whoever is reading from the old ones finishes first.
      setTimeout(() => closeAll(old), 10_000).unref();
    } finally {
      looking = null;
    }
  }
  /** As it is now. A tracker that cannot be read any more shows nothing: whom it let in before, it may not any longer. */
  async function current(): Promise<State> {
    if (now() - looked >= lookAgainAfter) {
      looking ??= refresh();
      await looking;
    }
    return state;
  }
  async function siteFor(viewer: Viewer) {
    const { opened, tracker, catalogues } = await current();
    const { files, key } = visibleTo(tracker, opened.files, viewer);
    let catalogue = catalogues.get(key);
    if (!catalogue) {
      catalogue = indexFiles(files);
      catalogues.set(key, catalogue);
      catalogue.catch(() => catalogues.delete(key));
      const [oldest] = catalogues.keys();
      if (catalogues.size > most && oldest !== undefined && oldest !== key) {
        void catalogues.get(oldest)?.then((each) => setTimeout(() => each.close(), 10_000).unref());
        catalogues.delete(oldest);
      }
    }
    return siteForReader({ catalogue: await catalogue, now: now(), templates });
  }
  return {
    viewer: async (subject) => viewerOf((await current()).tracker, subject),
    answer: async (viewer, path, query) => answerOf(await siteFor(viewer), path, query),
    problem: async (viewer, status, sentence) => problemAnswer(await siteFor(viewer), status, sentence),
    close: () => closeAll(state),
  };
}

function closeAll({ catalogues }: State): void {
  for (const catalogue of catalogues.values()) void catalogue.then((each) => each.close()).catch(() => undefined);
}
