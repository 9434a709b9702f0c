// Opens a tracker for a program to read.

import type { HistorySource, HistoryTarget } from "../change/history/timeline.ts";
import type { Catalogue, StoryDetail } from "../index/catalogue.ts";
import { countedFields } from "../index/count-by.ts";
import { momentAsked, queryContext } from "../index/expand-query.ts";
import { fittingInterval, flowOf } from "../index/flow.ts";
import { openIndex } from "../index/open-index.ts";
import { resolveReference } from "../index/reference.ts";
import { customQueryFields } from "../model/query/custom-query-fields.ts";
import { parseQuery } from "../model/query/parse.ts";
import type { Query } from "../model/query/query.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { FetchMissing } from "../tracker/git/git-objects.ts";
import { gitProgram } from "../tracker/git/process.ts";
import { type OpenTracker, openTracker as openFiles } from "../tracker/open.ts";
import { finishInterrupted } from "../tracker/write-room.ts";
import {
  checkClock,
  checkKind,
  checkNumber,
  checkObject,
  checkSpan,
  checkText,
  checkUnit,
  checkYesOrNo,
  momentOf,
} from "./arguments.ts";
import { type Surroundings, surroundings } from "./surroundings.ts";
import type { Found, OpenTrackerOptions, Page, Tracker } from "./tracker.ts";

interface Opened {
  readonly tracker: OpenTracker;
  readonly catalogue: Catalogue;
}

/**
 * Opens the tracker that a folder lies in, or a bare repository, and brings its index up to date. StorytreeError
 * "no-such-folder", "not-a-tracker", "no-configuration", "restricted-tracker", "bad-revision", "unknown-revision", "git-missing", "git-failed".
 */
export async function openTracker(folder: string, options: OpenTrackerOptions = {}): Promise<Tracker> {
  checkText("folder", folder);
  checkObject("options", options);
  if (options.rev !== undefined) checkText("rev", options.rev);
  for (const name of ["restricted", "proposals", "fetch"] as const) checkYesOrNo(name, options[name]);
  checkClock("now", options.now);
  const around = surroundings();
  const clock = () => momentOf(options.now ?? around.now);
  let opened: Opened | null = await open(folder, options, around, clock());
  const asked = (): Opened => {
    if (opened) return opened;
    throw new Failure("closed", "this tracker was closed", { hint: "open it again" });
  };
  const now = () => (options.now ? clock() : momentAsked(asked().catalogue, options.rev, clock()));
  const queryOf = (text: string): Query => {
    checkText("query", text);
    return readQuery(text, asked().catalogue, now());
  };
  const historyOf = (ref: string): { source: HistorySource; target: HistoryTarget } => {
    const { tracker, catalogue } = asked();
    checkText("ref", ref);
    if (!tracker.objects || !(tracker.head ?? tracker.commit))
      throw new Failure("no-history", "there is no history here: nothing has been committed");
    const target = resolveReference(catalogue, ref);
    if (!target) throw new Failure("not-found", `there is no ${quote(ref)} here`);
    return { source: { catalogue, objects: tracker.objects }, target };
  };
  let refreshing: Promise<void> = Promise.resolve();
  /** What fails because everything was closed meanwhile says so. */
  const unlessClosed = (error: unknown): never => {
    asked();
    throw error;
  };
  const close = () => {
    if (opened) closeAll(opened);
    opened = null;
  };
  return {
    get root() {
      return asked().tracker.root;
    },
    get name() {
      return asked().catalogue.config?.data.name ?? null;
    },
    get visibility() {
      return asked().tracker.visibility;
    },
    get commit() {
      return asked().catalogue.commit;
    },
    get historyCut() {
      return asked().catalogue.historyCut;
    },
    stories(query = "", page) {
      const where = pageOf(page);
      return found(asked().catalogue.stories(queryOf(query), where), where);
    },
    tasks(query = "", page) {
      const where = pageOf(page);
      return found(asked().catalogue.tasks(queryOf(query), where), where);
    },
    count(query, field, of = "story") {
      const { catalogue } = asked();
      checkText("field", field);
      checkUnit(of);
      const known = [...countedFields, ...customQueryFields(catalogue.config?.data).map(({ name }) => name)];
      if (!known.includes(field))
        throw new Failure("bad-field", `${quote(field)} is not a field to count by`, {
          hint: `there are ${known.join(", ")}`,
        });
      return catalogue.countBy(queryOf(query), field, of);
    },
    flow(query, wish = {}) {
      checkObject("wish", wish);
      const { of = "story" } = wish;
      checkUnit(of);
      const lives = asked().catalogue.lives(queryOf(query), of);
      const until = wish.until ?? now();
      const since = wish.since ?? lives.reduce((least, life) => Math.min(least, life.born), until);
      const interval = wish.interval ?? fittingInterval(since, until);
      checkSpan(since, until, interval);
      return flowOf(lives, { since, until, interval });
    },
    story(id) {
      checkNumber("id", id);
      return shown(asked().catalogue.story(id));
    },
    storyOfTask(task) {
      checkNumber("task", task);
      return asked().catalogue.storyOfTask(task);
    },
    record(kind, name) {
      checkKind(kind);
      checkText("name", name);
      return asked().catalogue.named(kind, name);
    },
    records(kind) {
      checkKind(kind);
      return asked().catalogue.allNamed(kind);
    },
    find(ref) {
      checkText("ref", ref);
      return resolveReference(asked().catalogue, ref);
    },
    broken: () => asked().catalogue.broken(),
    async attachment(story, name) {
      checkNumber("story", story);
      checkText("name", name);
      return asked().catalogue.attachment(story, name);
    },
    async timeline(ref) {
      const { timelineOf } = await import("../change/history/timeline.ts");
      const { source, target } = historyOf(ref);
      return timelineOf(source, target).catch(unlessClosed);
    },
    async blame(ref) {
      const { blameOf } = await import("../change/history/blame.ts");
      const { source, target } = historyOf(ref);
      return blameOf(source, target).catch(unlessClosed);
    },
    changes: (page) => asked().catalogue.changes(pageOf(page)),
    refresh() {
      // One after the other: each closes what the one before it has opened.
      refreshing = refreshing
        .catch(() => undefined)
        .then(async () => {
          const before = asked();
          const after = await open(folder, options, around, clock());
          closeAll(before);
          // Whoever closed it meanwhile meant it.
          if (opened === null) closeAll(after);
          else opened = after;
        });
      return refreshing;
    },
    close,
  };
}

async function open(
  folder: string,
  { rev, restricted, proposals, fetch }: OpenTrackerOptions,
  { variables }: Surroundings,
  now: number,
): Promise<Opened> {
  const fetchMissing = fetch === true ? fetching(folder, variables) : notFetching;
  const how = { withProposals: proposals === true, fetchMissing };
  const tracker = await openFiles(folder, gitProgram(variables), rev, how);
  try {
    if (tracker.visibility !== "public" && restricted !== true)
      throw new Failure("restricted-tracker", "this tracker is not public, and was not asked for as one that is not", {
        exit: 5,
        hint: "openTracker(folder, { restricted: true }) opens it; nothing of it may go where everyone can see it",
      });
    if (tracker.commit === null) await finishInterrupted(tracker.root);
    return { tracker, catalogue: await openIndex(tracker, { now }) };
  } catch (error) {
    tracker.objects?.close();
    throw error;
  }
}

function closeAll({ tracker, catalogue }: Opened): void {
  catalogue.close();
  tracker.objects?.close();
}

function fetching(folder: string, variables: Surroundings["variables"]): FetchMissing {
  return async (oids) => {
    const { fetchObjects } = await import("../tracker/porcelain.ts");
    await fetchObjects(folder, variables, "origin", oids);
  };
}

const notFetching: FetchMissing = async (oids) => {
  throw new Failure("partial-clone", `${oids.length} texts are not in this partial clone`, {
    hint: "openTracker(folder, { fetch: true }) fetches them",
  });
};

function readQuery(text: string, catalogue: Catalogue, now: number): Query {
  const parsed = parseQuery(text, queryContext(catalogue, now));
  if (parsed.ok) return parsed.query;
  const { message, span, at, hint } = parsed.problem;
  const where = `${message}, at character ${at} of the query`;
  throw new Failure("bad-query", where, { data: { span }, ...(hint ? { hint } : {}) });
}

function pageOf(page: Page = {}): { limit: number; offset: number } {
  checkObject("page", page);
  const { limit = 100, offset = 0 } = page;
  for (const [name, value] of Object.entries({ limit, offset })) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw new Failure("bad-page", `${name} is a whole number from 0 on, not ${quote(String(value))}`);
  }
  return { limit, offset };
}

function found<T>(
  { total, rows, byRecency }: { total: number; rows: readonly T[]; byRecency?: boolean },
  { offset }: { readonly offset: number },
): Found<T> {
  const end = offset + rows.length;
  return { total, rows, next: rows.length > 0 && end < total ? end : null, byRecency: byRecency === true };
}

/** What was hidden stays a comment, and says nothing, as everywhere else. */
function shown(detail: StoryDetail | undefined): StoryDetail | undefined {
  return (
    detail && {
      ...detail,
      comments: detail.comments.map((each) => (each.data.hidden === true ? { ...each, body: "" } : each)),
    }
  );
}
