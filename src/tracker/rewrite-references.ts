// One name or number put in the place of another, wherever records refer to it: in fields, and in the queries that records hold.

import { facts } from "../model/generated/schema-facts.ts";
import type { Kind, NamedKind } from "../model/place.ts";
import { lex } from "../model/query/lex.ts";
import type { TrackerRecord } from "../model/record.ts";
import { referencesOf } from "../model/references.ts";
import { shapeOf } from "../model/write-record.ts";
import { applyEdits } from "../text/edit.ts";
import { emitScalar, type Plain } from "../text/emit.ts";
import { type Matter, readMatterText, spanOfField, textOf } from "../text/matter.ts";
import { addItem, removeItem, setField } from "../text/matter-edit.ts";
import type { RecordFile } from "./record-file.ts";

/** What was called `from` is called `to` now. */
export interface Renaming {
  readonly kind: NamedKind | "tag" | "task" | "story";
  readonly from: string | number;
  readonly to: string | number;
}

/** The sorts of reference, as `x-ref` in the schemas says, that can mean a record of each kind. */
const sorts: Readonly<Partial<Record<Renaming["kind"], readonly string[]>>> = {
  person: ["person", "person-or-team"],
  team: ["team", "person-or-team"],
  story: ["story", "story-or-task"],
  task: ["task", "story-or-task"],
};

/** The fields of the query language that name a record of each kind. */
const queryFields: Readonly<Partial<Record<Renaming["kind"], readonly string[]>>> = {
  person: ["assignee", "author", "commenter", "watcher", "affects"],
  team: ["team", "assignee"],
  story: ["id", "depends_on", "duplicate_of"],
  task: ["id", "depends_on"],
};

/** The record's text with every reference renamed; the same text when there is none. */
export function rewriteReferences({ record, matter }: RecordFile, renaming: Renaming): string {
  let current = matter;
  const edit = (edits: ReturnType<typeof setField>) => {
    const read = readMatterText(current.path, applyEdits(textOf(current), edits)).value;
    if (!read) throw new Error(`renaming broke ${current.path}`);
    current = read;
  };
  const wanted = sorts[renaming.kind] ?? [renaming.kind];
  for (const { pointer, ref, value } of referencesOf(record)) {
    if (value !== renaming.from || !wanted.includes(ref)) continue;
    const list = sortedListOf(record.kind, pointer);
    if (list !== undefined) {
      edit(removeItem(current, list, renaming.from));
      edit(addItem(current, list, renaming.to, true, shapeOf(record.kind)));
    } else replaceScalar(current, pointer, renaming.to, edit);
  }
  for (const [key, query] of queriesOf(record)) {
    const renamed = renameInQuery(query, renaming);
    if (renamed !== query) edit(setField(current, key, renamed, shapeOf(record.kind)));
  }
  return textOf(current);
}

/** The key of a list that is kept in order, when the reference is one of its items. */
function sortedListOf(kind: Kind, pointer: string): string | undefined {
  const key = /^\/([^/]+)\/\d+$/.exec(pointer)?.[1];
  return key !== undefined && facts[kind].sorted.includes(key) ? key : undefined;
}

function replaceScalar(
  matter: Matter,
  pointer: string,
  to: Plain,
  edit: (edits: ReturnType<typeof setField>) => void,
): void {
  const span = spanOfField(matter, pointer, "value");
  if (span && (typeof to === "string" || typeof to === "number")) edit([{ span, text: emitScalar(to, false) }]);
}

/** The queries a record holds, each by the way to it ("lanes/1/query"). */
function queriesOf(record: TrackerRecord): readonly (readonly [key: string, query: string])[] {
  if (record.kind === "list") return record.data.query ? [["query", record.data.query]] : [];
  if (record.kind === "board") {
    return (record.data.lanes ?? []).flatMap(({ query }, index) => (query ? [[`lanes/${index}/query`, query]] : []));
  }
  if (record.kind === "person")
    return (record.data.watch ?? []).map(({ query }, index) => [`watch/${index}/query`, query]);
  return [];
}

function renameInQuery(query: string, { kind, from, to }: Renaming): string {
  const fields = queryFields[kind] ?? [kind];
  const edits = lex(query).flatMap((token) =>
    token.kind === "term" && fields.includes(token.field)
      ? token.values
          .filter((value) => value.text === String(from) && !value.prefix)
          .map(({ span }) => ({ span, text: String(to) }))
      : [],
  );
  return applyEdits(query, edits);
}
