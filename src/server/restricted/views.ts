// The restricted tracker as each reader sees it: an index for every set of visible stories, kept as long as the tracker stays as it is.

import { type ApiState, apiState } from "../../api/state.ts";
import { type Viewer, viewerOf } from "../../disclosure/viewer.ts";
import { visibleTo } from "../../disclosure/visible-files.ts";
import { indexFiles } from "../../index/index-files.ts";
import { answerOf, problemAnswer } from "../../site/answer.ts";
import { type Site, siteForReader } from "../../site/site.ts";
import type { Templates } from "../../site/templates.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import { loadTracker, type Tracker } from "../../tracker/tracker.ts";
import type { Answer, Asking } from "../answer.ts";
import { answerBelowApi, isBelowApi, problemForPrograms } from "../api-answers.ts";

export interface ViewOptions {
  readonly open: () => Promise<OpenTracker>;
  readonly templates: Templates;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The program's version. */
  readonly version: string;
}

export interface Views {
  /** The person that a subject stands for now; null for nobody. */
  readonly viewer: (subject: string) => Promise<Viewer | null>;
  /** The answer to a path and its query, as if nothing existed but what the viewer may see; null when there is none. */
  readonly answer: (viewer: Viewer, asking: Pick<Asking, "path" | "query">) => Promise<Answer | null>;
  readonly problem: (
    viewer: Viewer,
    status: number,
    sentence: string,
    asking: Pick<Asking, "path" | "prefersJson">,
  ) => Promise<Answer>;
  readonly close: () => void;
}

/** What a reader sees. */
interface View {
  readonly site: Site;
  readonly api: ApiState;
}

interface State {
  readonly opened: OpenTracker;
  readonly tracker: Tracker;
  /** When it was looked at. */
  readonly now: number;
  readonly views: Map<string, Promise<View>>;
}

const lookAgainAfter = 1_000;
/** What hangs on the clock, such as what is overdue, is judged anew so often. */
const clockStep = 600_000;
/** Whoever reads from what is shown no longer finishes first. */
const closeAfter = 10_000;
/** Sets of visible stories whose indexes are kept at once. */
const most = 40;

export async function openViews({ open, templates, now, version }: ViewOptions): Promise<Views> {
  let state = await make(await open());
  let looked = now();
  let looking: Promise<void> | null = null;

  async function make(opened: OpenTracker): Promise<State> {
    try {
      return { opened, tracker: await loadTracker(opened.files), now: now(), views: new Map() };
    } catch (error) {
      opened.objects?.close();
      throw error;
    }
  }
  async function refresh(): Promise<void> {
    try {
      const opened = await open();
      const old = state;
      // A commit stays what it is; files that are being edited are read again.
      const isSame = opened.commit !== null && opened.commit === old.opened.commit && now() - old.now < clockStep;
      if (isSame) opened.objects?.close();
      else state = await make(opened);
      // Until a look succeeds everybody who asks looks again: what was seen before may have let in who may not any longer.
      looked = now();
      if (!isSame) setTimeout(() => closeAll(old), closeAfter).unref();
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
  async function viewFor(viewer: Viewer): Promise<View> {
    const { opened, tracker, views, now: seen } = await current();
    const { files, key } = visibleTo(tracker, opened.files, viewer);
    let view = views.get(key);
    if (!view) {
      view = indexFiles(files).then((catalogue) => ({
        site: siteForReader({ catalogue, now: seen, templates }),
        // Without objects no commit is told, and no past.
        api: apiState(catalogue, null, seen, { isPrivate: true }),
      }));
      views.set(key, view);
      view.catch(() => views.delete(key));
      const [oldest] = views.keys();
      if (views.size > most && oldest !== undefined && oldest !== key) {
        void views.get(oldest)?.then(({ api }) => setTimeout(() => api.close(), closeAfter).unref());
        views.delete(oldest);
      }
    }
    return view;
  }
  return {
    viewer: async (subject) => viewerOf((await current()).tracker, subject),
    async answer(viewer, { path, query }) {
      const { site, api } = await viewFor(viewer);
      if (!isBelowApi(path)) return answerOf(site, path, query);
      return answerBelowApi(api, null, version, { path, query, viewer: { person: viewer.person } });
    },
    async problem(viewer, status, sentence, asking) {
      const forPrograms = problemForPrograms(status, sentence, asking);
      return forPrograms ?? problemAnswer((await viewFor(viewer)).site, status, sentence, asking.path);
    },
    close: () => closeAll(state),
  };
}

function closeAll({ opened, views }: State): void {
  opened.objects?.close();
  for (const view of views.values()) void view.then(({ api }) => api.close()).catch(() => undefined);
}
