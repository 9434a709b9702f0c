// One line about a change, in the words that commit messages, terminals and review comments share. Nothing in it breaks a line.

import { commentTime } from "../model/place.ts";
import { quote } from "../text/quote.ts";
import type { FieldMeaning, PlaceKind, RecordMeaning } from "./meaning.ts";
import type { Bulk, Rename } from "./summary.ts";

/** A value: plain words as they are, anything else in double quotes on one line. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "none";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(shown).join(", ");
  if (typeof value !== "string") return describe(value as Readonly<Record<string, unknown>>);
  return /^[\p{L}\p{N}][\p{L}\p{N}._/+:#@-]*$/u.test(value) && value.length <= 80 && !mixes(value)
    ? value
    : quote(value);
}

/** Letters that pass for others are shown escaped, and only quotes can do that. */
function mixes(value: string): boolean {
  return quote(value) !== `"${value}"`;
}

function describe(value: Readonly<Record<string, unknown>>): string {
  return `(${Object.entries(value)
    .map(([key, inner]) => `${shown(key)} ${shown(inner)}`)
    .join(", ")})`;
}

/** What becomes of a field: "status todo → review", "tags +slow -fast". */
export function fieldWords({ field, before, after, added, removed }: FieldMeaning): string {
  if (field === "body") return before === undefined ? "text" : after === "" ? "text removed" : "text edited";
  const name = shown(field);
  if (!added && !removed) return `${name} ${shown(before)} → ${shown(after)}`;
  const [gone, come] = [removed ?? [], added ?? []];
  if (gone.length === 1 && come.length === 1) return `${name} ${shown(gone[0])} → ${shown(come[0])}`;
  return [name, ...come.map((item) => `+${shown(item)}`), ...gone.map((item) => `-${shown(item)}`)].join(" ");
}

/** How a record is called: "task 59011377", "comment of 2026-03-01T10:15:00Z on story 48213377", "tracker.yaml". */
export function recordName({ kind, id, name, story, path }: RecordMeaning): string {
  switch (kind) {
    case "story":
    case "task":
      return `${kind} ${id}`;
    case "comment":
      return `comment of ${commentTime(name ?? "")} on story ${story}`;
    case "affects":
      return `story ${story} affects ${name}`;
    case "attachment":
      return `attachment ${shown(name)} of story ${story}`;
    case "tracker":
    case "support":
    case "misplaced":
      return shown(path);
    default:
      return `${kind} ${name}`;
  }
}

/** What becomes of a record. */
export function recordLine(record: RecordMeaning): string {
  const { what, kind, fields, from, title } = record;
  const name = recordName(record);
  const changes = fields.map(fieldWords).join(", ");
  const and = changes === "" ? "" : `, ${changes}`;
  switch (what) {
    case "added":
      return newLine(record, name, title);
    case "removed":
      return kind === "affects" ? `${name} no more` : `${name}: removed`;
    case "moved":
      return `task ${from?.id}: moved from story ${from?.story} to story ${record.story}${from?.id === record.id ? "" : ` as ${record.id}`}${and}`;
    case "renamed":
      return `${kind} ${from?.name}: renamed to ${record.name}${and}`;
    case "broken":
      return `${name}: cannot be read`;
    case "repaired":
      return `${name}: can be read again${said(fields)}`;
    case "formatted":
      return `${name}: written otherwise, says the same`;
    default:
      return isHiding(record) ? `${name}: hidden` : `${name}: ${changes === "" ? "changed" : changes}`;
  }
}

/** What a record says, but for its text. */
function said(fields: readonly FieldMeaning[]): string {
  const told = fields.filter(({ field }) => field !== "body" && field !== "created");
  return told.length === 0 ? "" : `: ${told.map(({ field, after }) => `${shown(field)} ${shown(after)}`).join(", ")}`;
}

function newLine({ kind, story, name, fields }: RecordMeaning, whole: string, title: string | undefined): string {
  const value = (key: string) => fields.find((each) => each.field === key)?.after;
  switch (kind) {
    case "comment":
      return `comment on story ${story}`;
    case "attachment":
      return `attach ${shown(name)} to story ${story}`;
    case "affects":
      return whole;
    case "story":
      return `${whole}: ${quote(title ?? "")}`;
    case "task":
      return `${whole}: new on ${shown(value("project"))}${title === undefined ? "" : `, ${quote(title)}`}${value("status") === "todo" ? "" : `, ${shown(value("status"))}`}`;
    default:
      return `${whole}: new${title === undefined ? "" : `, ${quote(title)}`}`;
  }
}

function isHiding({ kind, fields }: RecordMeaning): boolean {
  return kind === "comment" && fields.length === 1 && fields[0]?.field === "hidden" && fields[0].after === true;
}

const plurals: Partial<Readonly<Record<PlaceKind, string>>> = {
  story: "stories",
  person: "people",
  affects: "people affected",
  support: "files",
  misplaced: "files",
};

/** "3 stories", "1 task". */
export function count(number: number, kind: PlaceKind): string {
  return `${number} ${number === 1 ? kind : (plurals[kind] ?? `${kind}s`)}`;
}

/** "38 tasks: milestone dalmatian-1 → dalmatian-2" */
export function bulkLine(bulk: Bulk): string {
  const words = bulk.mixed ? `${shown(bulk.field)} → ${shown(bulk.after)}` : fieldWords(bulk);
  return `${count(bulk.records.length, bulk.kind)}: ${words}`;
}

/** "person bob: renamed to robert, named in 12 records" */
export function renameLine({ kind, from, to, references }: Rename): string {
  const where = references === 0 ? "" : `, named in ${references} other place${references === 1 ? "" : "s"}`;
  return `${kind} ${from}: renamed to ${to}${where}`;
}
