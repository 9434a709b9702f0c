// A commit's message, written from what the change means.

import { compareText } from "../text/diagnostic.ts";
import { clip, displayWidth } from "../text/width.ts";
import type { Meaning, RecordMeaning } from "./meaning.ts";
import { type Summary, summarise } from "./summary.ts";
import { bulkLine, recordLine, recordName, renameLine } from "./words.ts";

export interface CommitMessage {
  /** One line of at most 72 columns. */
  readonly subject: string;
  /** A line for each change, each beginning with "- "; empty when the subject says it all. */
  readonly body: string;
  /** "Story: 48213377" and "Task: 59011377", at most twenty of each. */
  readonly trailers: readonly string[];
}

const subjectWidth = 72;
const bodyLines = 50;
const trailersOfAKind = 20;

/** Every line begins with words of ours and holds no line break, so that no title can pass for a trailer. */
export function changeMessage(meaning: Meaning): CommitMessage {
  const summary = summarise(meaning);
  const lines = linesOf(summary);
  const stories = numbers(meaning, (record) => [record.story, record.from?.story]);
  const tasks = numbers(meaning, (record) => (record.kind === "task" ? [record.id, record.from?.id] : []));
  const body = lines.length > 1 || (lines[0] !== undefined && displayWidth(lines[0]) > subjectWidth) ? lines : [];
  const cut = body.length > bodyLines ? [...body.slice(0, bodyLines), `and ${body.length - bodyLines} more`] : body;
  const long = [
    stories.length > trailersOfAKind ? `${stories.length} stories, too many to name each` : [],
    tasks.length > trailersOfAKind ? `${tasks.length} tasks, too many to name each` : [],
  ].flat();
  return {
    subject: subjectOf(summary, lines),
    body: [...cut, ...long].map((line) => `- ${line}\n`).join(""),
    trailers: [
      ...(stories.length > trailersOfAKind ? [] : stories.map((id) => `Story: ${id}`)),
      ...(tasks.length > trailersOfAKind ? [] : tasks.map((id) => `Task: ${id}`)),
    ],
  };
}

/** The whole message as git takes it. */
export function messageText({ subject, body, trailers }: CommitMessage): string {
  const block = trailers.map((line) => `${line}\n`).join("");
  return [`${subject}\n`, body, block].filter((part) => part !== "").join("\n");
}

function linesOf({ renames, bulk, rest }: Summary): readonly string[] {
  const first = [...renames.map(renameLine), ...bulk.map(bulkLine)];
  return [...first, ...[...rest].sort(byWeight).map(recordLine)];
}

/** What a reader of the log looks for first: new stories, then what becomes of old ones, then what goes with them. */
function byWeight(a: RecordMeaning, b: RecordMeaning): number {
  return weight(a) - weight(b) || compareText(a.path, b.path);
}

function weight({ kind, what }: RecordMeaning): number {
  if (kind === "story") return what === "added" ? 0 : 1;
  return { task: 2, comment: 3, affects: 5, attachment: 6 }[kind as string] ?? 4;
}

function subjectOf(summary: Summary, lines: readonly string[]): string {
  const [line] = lines;
  if (line === undefined) return "no change";
  const others = lines.length - 1;
  const more = others === 0 || isOneNewStory(summary) ? "" : `, and ${others} more`;
  const room = subjectWidth - displayWidth(more);
  if (displayWidth(line) <= room) return line + more;
  // Several fields of one record: their names say more than the first value cut in two.
  const [record] = summary.rest;
  if (record && lines.length === 1 && record.what === "changed" && record.fields.length > 1) {
    const names = `${recordName(record)}: ${record.fields.map((each) => (each.field === "body" ? "text" : each.field)).join(", ")}`;
    if (displayWidth(names) <= subjectWidth) return names;
  }
  return clip(line, room) + more;
}

/** A story that comes with its tasks, comments and files is one thing. */
function isOneNewStory({ renames, bulk, rest }: Summary): boolean {
  const story = rest.find((record) => record.kind === "story" && record.what === "added")?.story;
  return (
    story !== undefined &&
    renames.length + bulk.length === 0 &&
    rest.every((record) => record.story === story && record.what === "added")
  );
}

function numbers(meaning: Meaning, of: (record: RecordMeaning) => readonly (number | undefined)[]): readonly number[] {
  const found = meaning.records.flatMap(of).filter((id) => id !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
}
