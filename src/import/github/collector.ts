// Gathers what an import adds and changes: a field follows the source until somebody edits it here.

import type { Kind } from "../../model/place.ts";
import type { DataOf } from "../../model/record.ts";
import { newFile, shapeOf } from "../../model/write-record.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { Plain } from "../../text/emit.ts";
import { type Matter, readMatterText } from "../../text/matter.ts";
import { setBody, setField } from "../../text/matter-edit.ts";
import type { Change, FileChange } from "../../tracker/change.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Account, RecordCount } from "../account.ts";
import { hashOf, parseState, reconcile, statePath, stateText } from "../upstream-state.ts";
import { labelNotes } from "./names.ts";
import type { GithubData } from "./source.ts";

export interface PlanOptions {
  /** The current text of a file of the tracker, null when there is none. */
  readonly textOf: (path: string) => Promise<string | null>;
}

export interface ImportPlan {
  readonly change: Change;
  readonly account: Account;
}

interface Wanted<K extends Kind> {
  readonly data: DataOf[K];
  readonly body: string;
  /** The fields that follow the source; the others are written once. */
  readonly follow: readonly string[];
}

export type Collector = Awaited<ReturnType<typeof changeCollector>>;

/** Gathers files and counts; knows what the source said the last time. */
export async function changeCollector(data: GithubData, { textOf }: PlanOptions) {
  const stateFile = statePath(`github/${data.repository.toLowerCase()}`);
  const stateBefore = await textOf(stateFile);
  const last = parseState(stateBefore);
  const state: Record<string, Record<string, string>> = { ...last };
  const files: FileChange[] = [];
  const kept: string[] = [];
  const notes: string[] = [];
  const counts = new Map<string, { added: number; updated: number; unchanged: number }>();

  const count = (what: string | null, outcomeOf: "added" | "updated" | "unchanged") => {
    if (what === null) return;
    const entry = counts.get(what) ?? { added: 0, updated: 0, unchanged: 0 };
    entry[outcomeOf] += 1;
    counts.set(what, entry);
  };

  const put = async <K extends Exclude<Kind, "tracker">>(
    what: string | null,
    kind: K,
    path: string,
    key: string,
    isNew: boolean,
    wanted: Wanted<K>,
  ): Promise<void> => {
    const values = wanted.data as Readonly<Record<string, Plain | undefined>>;
    const fields = [
      ...wanted.follow.map((field) => [field, values[field] ?? null] as const),
      ["body", wanted.body] as const,
    ];
    if (wanted.follow.length > 0 || kind === "comment") {
      state[key] = Object.fromEntries(fields.map(([field, value]) => [field, hashOf(normal(value))]));
    }
    const before = isNew ? null : await textOf(path);
    if (before === null) {
      // What was imported once and is not there any more was taken away here.
      if (!isNew && last[key]) return count(what, "unchanged");
      files.push({ path, before: null, after: newFile(kind, wanted.data, wanted.body) });
      return count(what, "added");
    }
    const matter = readMatterText(path, before).value;
    if (!matter) {
      kept.push(`${path}: it cannot be read, so it stays as it is`);
      return count(what, "unchanged");
    }
    const edits = fields.flatMap(([field, value]) =>
      fieldEdits(matter, kind, field, value, last[key]?.[field], (name) => kept.push(`${path}: ${name}`)),
    );
    if (edits.length === 0) return count(what, "unchanged");
    files.push({ path, before, after: applyEdits(before, edits) });
    return count(what, "updated");
  };

  return {
    put,
    count,
    note: (text: string) => void notes.push(text),
    exists: (path: string, tracker: Tracker) => {
      const [, , story, , name = ""] = path.split("/");
      return (
        tracker.commentsOf(Number(story)).some((comment) => `${comment.name}.md` === name) || tracker.broken.has(path)
      );
    },
    finish(source: GithubData, links: ReadonlyMap<number, readonly string[]>): ImportPlan {
      const text = stateText(state);
      if (text !== stateBefore) files.push({ path: stateFile, before: stateBefore, after: text });
      const issues = new Set(source.issues.map((issue) => issue.number));
      const linked = new Set([...links].filter(([issue]) => issues.has(issue)).flatMap(([, urls]) => urls));
      const records: RecordCount[] = ["issues", "comments", "people", "projects", "milestones"].flatMap((what) => {
        const entry = counts.get(what);
        const skipped = what === "issues" ? source.skipped.filter((name) => name.includes("issue")).length : 0;
        return entry ? [{ what, of: entry.added + entry.updated + entry.unchanged + skipped, ...entry }] : [];
      });
      const closing = `${source.pulls.length} pull requests: ${linked.size} linked as changes of the issues they close, ${source.pulls.length - linked.size} close no issue`;
      return {
        change: { files, message: `Import ${source.issues.length} issues of ${source.repository} from GitHub\n` },
        account: {
          records,
          skipped: source.skipped,
          kept,
          lost: source.lost,
          notes: [closing, ...labelNotes(source), ...notes],
        },
      };
    },
  };
}

function fieldEdits(
  matter: Matter,
  kind: Kind,
  field: string,
  upstream: Plain,
  last: string | undefined,
  keep: (name: string) => void,
): TextEdit[] {
  const current = field === "body" ? matter.body : ((matter.data[field] as Plain | undefined) ?? null);
  const decision = reconcile(normal(current), normal(upstream), last);
  if (decision === "keep") keep(field);
  if (decision !== "take") return [];
  return field === "body" ? setBody(matter, String(upstream ?? "")) : setField(matter, field, upstream, shapeOf(kind));
}

/** Empty is empty, however it is written; a text ends in one line end. */
function normal(value: Plain): Plain {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === "string" ? value.replace(/\n*$/, "") : value;
}
