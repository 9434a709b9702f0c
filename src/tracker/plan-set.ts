// `set` as a planned change: fields of records set, items added and taken away, and what follows from that.

import { fieldForm, fieldValue, itemValue, unknownField } from "../model/field-value.ts";
import type { TrackerData } from "../model/generated/types.ts";
import { isOpen } from "../model/story-status.ts";
import { shapeOf } from "../model/write-record.ts";
import { applyEdits } from "../text/edit.ts";
import type { Plain } from "../text/emit.ts";
import { Failure } from "../text/failure.ts";
import { type Matter, readMatterText, textOf } from "../text/matter.ts";
import { addItem, removeField, removeItem, setField } from "../text/matter-edit.ts";
import { quote } from "../text/quote.ts";
import type { FileChange } from "./change.ts";
import type { RecordFile } from "./record-file.ts";

export interface Assignment {
  readonly key: string;
  readonly operator: "=" | "+=" | "-=";
  readonly text: string;
}

/** "status=review", "tags+=docs", "due=" (which empties it); undefined for a word that is none. */
export function assignmentOf(word: string): Assignment | undefined {
  const match = /^([a-z][a-z0-9_-]*?)(\+=|-=|=)(.*)$/s.exec(word);
  if (!match) return undefined;
  return { key: match[1] ?? "", operator: match[2] as Assignment["operator"], text: match[3] ?? "" };
}

/** The file with the assignments made. Failure "unknown-key", "bad-value" or "not-a-list". */
export function assign(
  file: RecordFile,
  assignments: readonly Assignment[],
  config: TrackerData | undefined,
): FileChange {
  const { kind } = file.record;
  const shape = shapeOf(kind);
  let matter = file.matter;
  const edit = (edits: ReturnType<typeof setField>) => {
    if (edits.length > 0) matter = reread(matter, applyEdits(textOf(matter), edits));
  };
  for (const { key, operator, text } of assignments) {
    const form = fieldForm(kind, key, config);
    if (!form) throw unknownField(kind, key, config);
    if (operator === "=") {
      const value = fieldValue(key, text, form);
      if (!isSame(matter.data[key], value)) edit(setField(matter, key, value, shape));
      continue;
    }
    if (!form.isList) {
      throw new Failure("not-a-list", `${key} is one value, not a list`, { hint: `write ${key}=${text}` });
    }
    const items = form.type === "object" ? [text] : text.split(",").map((item) => item.trim());
    for (const item of items) {
      const value = operator === "+=" ? itemValue(key, item, form) : presentItem(matter, key, item, form);
      if (value === undefined) continue;
      edit(operator === "+=" ? addItem(matter, key, value, form.isSorted, shape) : removeItem(matter, key, value));
    }
  }
  edit(whatFollows(file, matter));
  return { path: file.path, before: file.text, after: textOf(matter) };
}

/** A reason is why a task is invalid: it goes when the task is invalid no more. */
function whatFollows(file: RecordFile, matter: Matter) {
  const isTask = file.record.kind === "task";
  const was = file.matter.data.status;
  const is = matter.data.status;
  if (!isTask || was === is || is === "invalid") return [];
  return file.matter.data.reason !== undefined && file.matter.data.reason === matter.data.reason
    ? removeField(matter, "reason")
    : [];
}

/** A story that became a duplicate leaves nothing to do: its open tasks become invalid, reason duplicate. */
export function closeAsDuplicate(tasks: readonly RecordFile[], config: TrackerData | undefined): FileChange[] {
  return tasks
    .filter(({ record }) => record.kind === "task" && isOpen(record.data.status))
    .map((task) =>
      assign(
        task,
        [
          { key: "status", operator: "=", text: "invalid" },
          { key: "reason", operator: "=", text: "duplicate" },
        ],
        config,
      ),
    );
}

/** The item of a list as it stands there: of a link or a file its main key will do. */
function presentItem(
  matter: Matter,
  key: string,
  item: string,
  form: NonNullable<ReturnType<typeof fieldForm>>,
): Plain | undefined {
  if (form.type !== "object") return itemValue(key, item, form);
  const wanted = itemValue(key, item, form) as Readonly<Record<string, Plain>>;
  const present = Array.isArray(matter.data[key]) ? (matter.data[key] as Readonly<Record<string, Plain>>[]) : [];
  return present.find((each) => Object.entries(wanted).every(([name, value]) => isSame(each[name], value)));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function reread(matter: Matter, text: string): Matter {
  const read = readMatterText(matter.path, text);
  if (read.value) return read.value;
  throw new Failure("bad-value", `that would make ${quote(matter.path)} unreadable: ${read.diagnostics[0]?.message}`);
}
