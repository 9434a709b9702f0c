// What a proposal means, for a person at a terminal: story by story, field by field, prose word by word.

import { type DiffPart, nearChanges, wordDiff } from "../text/diff/word-diff.ts";
import { quote } from "../text/quote.ts";
import { terminalText } from "../text/terminal-text.ts";
import { approvalWords, reasonsOf, reviewerWords } from "./approval-words.ts";
import { groupByStory } from "./grouping.ts";
import type { FieldMeaning, RecordMeaning } from "./meaning.ts";
import type { Proposal } from "./proposal.ts";
import { summarise } from "./summary.ts";
import { bulkLine, fieldWords, recordLine, renameLine, shown } from "./words.ts";

/** How parts of the text are set off; without colour, words that go and come are put in brackets as git does. */
export interface Ink {
  readonly color: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** So many lines of prose are shown. */
const proseLines = 12;

export function proposalText({ meaning, approval }: Proposal, ink: Ink): string {
  const summary = summarise(meaning);
  const { stories, others } = groupByStory(summary, meaning);
  const lines: string[] = [];
  const block = (more: readonly string[]) => {
    if (more.length > 0) lines.push(...(lines.length > 0 ? [""] : []), ...more);
  };
  block(meaning.conflicts.map((path) => `${shown(path)}: ${ink.red("both sides changed the same lines")}`));
  block([...summary.renames.map(renameLine), ...summary.bulk.map(bulkLine)].map(terminalText));
  for (const { id, title, records } of stories) {
    const head = title === undefined ? `story ${id}` : `story ${id} ${quote(title)}`;
    block([ink.bold(head), ...records.flatMap((record) => recordText(record, ink, "  "))]);
  }
  block(others.flatMap((record) => recordText(record, ink, "")));
  const color = { auto: ink.green, review: ink.yellow, deny: ink.red }[approval.approval];
  block([
    color(approvalWords(approval)),
    ...(approval.approval === "review" ? approval.reviewers.map((each) => `  by ${reviewerWords(each)}`) : []),
    ...reasonsOf(approval).map(({ reason, paths }) => terminalText(`  ${pathWords(paths)}: ${reason}`)),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

function pathWords(paths: readonly string[]): string {
  return paths.length === 1 ? shown(paths[0]) : `${shown(paths[0])} and ${paths.length - 1} more`;
}

function recordText(record: RecordMeaning, ink: Ink, indent: string): readonly string[] {
  const { kind, what, fields } = record;
  const inner = `${indent}  `;
  const body = fields.find((field) => field.field === "body");
  const prose = body ? proseText(body, ink, inner) : [];
  if (kind === "story" && what !== "removed" && !["broken", "formatted", "repaired"].includes(what)) {
    // The heading has named it already.
    const seen = what === "added" ? fields.filter((each) => !["title", "created"].includes(each.field)) : fields;
    const said = seen.filter((each) => each !== body).map((each) => fieldText(each, ink));
    return [...(what === "added" ? ["new", ...said] : said).map((line) => `${indent}${line}`), ...prose];
  }
  const color = { removed: ink.red, broken: ink.red, added: ink.green }[what as string] ?? ((text: string) => text);
  const more =
    what === "added" && kind !== "comment" ? fields.filter((each) => !["body", "created"].includes(each.field)) : [];
  const details = more.length > 0 ? [`${inner}${more.map((each) => fieldText(each, ink)).join(", ")}`] : [];
  return [`${indent}${color(terminalText(recordLine(record)))}`, ...details, ...prose];
}

function fieldText(field: FieldMeaning, ink: Ink): string {
  if (field.before !== undefined || field.added || field.removed) return terminalText(fieldWords(field));
  return `${terminalText(shown(field.field))} ${ink.green(terminalText(shown(field.after)))}`;
}

function proseText({ before, after }: FieldMeaning, ink: Ink, indent: string): readonly string[] {
  const [was, is] = [before, after].map((text) => (typeof text === "string" ? text : ""));
  const text = was === "" ? terminalText(is ?? "") : marked(wordDiff(was ?? "", is ?? ""), ink);
  const all = text.replace(/\n+$/, "").split("\n");
  const cut =
    all.length > proseLines ? [...all.slice(0, proseLines), ink.dim(`… ${all.length - proseLines} more lines`)] : all;
  return cut.map((line) => `${indent}${ink.dim("|")} ${line}`.trimEnd());
}

function marked(parts: readonly DiffPart[], ink: Ink): string {
  return nearChanges(parts)
    .map(({ text, change }) => {
      const clean = terminalText(text);
      if (change === "same") return clean;
      const [paint, open, close] = change === "added" ? [ink.green, "{+", "+}"] : [ink.red, "[-", "-]"];
      if (ink.color) return byLine(clean, paint);
      return `${open}${clean.replace(/\n$/, "")}${close}${clean.endsWith("\n") ? "\n" : ""}`;
    })
    .join("");
}

/** Colour ends with each line: whoever shows one line of it alone shall not paint the rest. */
function byLine(text: string, paint: (text: string) => string): string {
  return text.split("\n").map(paint).join("\n");
}
