// A timeline for a person at a terminal: a line a commit, below it what became of each record.

import { terminalText } from "../../text/terminal-text.ts";
import type { Ink } from "../text.ts";
import { recordLine, shown } from "../words.ts";
import type { CardMove } from "./card-moves.ts";
import type { CommitFacts, TimelineEntry } from "./timeline.ts";

export function timelineText(entries: readonly TimelineEntry[], ink: Ink): string {
  return entries
    .map((entry) => {
      const lines = [...entry.records.map((record) => recordWords(record, entry)), ...entry.cards.map(cardLine)];
      return `${commitLine(entry, ink)}\n${lines.map((line) => `  ${terminalText(line)}\n`).join("")}`;
    })
    .join("\n");
}

/** "2026-03-02T10:04:00Z noor, 1a2b3c4d5e: Say what happens (review #12)" */
export function commitLine(facts: CommitFacts, ink: Ink): string {
  const { commit, time, clock, review, reverts, subject } = facts;
  const named = review?.url ?? review?.id ?? null;
  const notes = [
    // A subject that names its review need not be told twice.
    named === null || subject.includes(named) ? "" : `review ${named}`,
    reverts === null ? "" : `takes back ${reverts.slice(0, 10)}`,
    clock === null ? "" : `its clock said ${clock}`,
  ].filter((note) => note !== "");
  const more = notes.length === 0 ? "" : ` ${ink.dim(terminalText(`(${notes.join("; ")})`))}`;
  return `${ink.yellow(commit.slice(0, 10))} ${time} ${ink.bold(terminalText(whoOf(facts)))}: ${terminalText(subject)}${more}`;
}

/** The person, else what the author calls themselves. */
export function whoOf({ person, author }: CommitFacts): string {
  return person ?? (author === "" ? "nobody" : shown(author));
}

/** A record that is older than the commit that brought it was imported: what happened before is not in the history. */
function recordWords(record: TimelineEntry["records"][number], { time }: TimelineEntry): string {
  const line = recordLine(record);
  const created = record.what === "added" ? record.fields.find(({ field }) => field === "created")?.after : undefined;
  const isOlder = typeof created === "string" && Date.parse(time) - Date.parse(created) > dayLength;
  return isOlder ? `${line}, reported ${created}` : line;
}

const dayLength = 86_400_000;

function cardLine({ kind, name, card, from, to }: CardMove): string {
  const where = `${kind} ${name}: ${card}`;
  if (kind === "list") return `${where} ${to === null ? "taken off" : "put on it"}`;
  if (from === null) return `${where} put in ${shown(to)}`;
  return to === null ? `${where} taken from ${shown(from)}` : `${where} moved ${shown(from)} → ${shown(to)}`;
}
