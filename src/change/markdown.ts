// What a proposal means, as a review comment: tables of before and after, prose as rendered and as it differs, the approval.

import { nearChanges, wordDiff } from "../text/diff/word-diff.ts";
import { approvalWords, reasonsOf, reviewerWords } from "./approval-words.ts";
import { groupByStory } from "./grouping.ts";
import type { FieldMeaning, RecordMeaning } from "./meaning.ts";
import type { Proposal } from "./proposal.ts";
import { codeOf, fenced, quietDiff, quietHtml } from "./quiet-markdown.ts";
import { summarise } from "./summary.ts";
import { bulkLine, recordLine, recordName, renameLine, shown } from "./words.ts";

/** Markdown of a record to safe HTML; without it new prose is shown as it is written. */
export type Preview = (markdown: string) => string;

/** GitHub takes 65,536 characters, other hosts as many or more. */
const most = { characters: 60_000, rows: 100, prose: 4_000, open: 600 };

export function proposalMarkdown({ meaning, approval }: Proposal, preview?: Preview): string {
  const summary = summarise(meaning);
  const { stories, others } = groupByStory(summary, meaning);
  const sections = [
    listOf([
      ...meaning.conflicts.map((path) => `${codeOf(path)}: both sides changed the same lines`),
      ...[...summary.renames.map(renameLine), ...summary.bulk.map(bulkLine)].map(codeOf),
    ]),
    ...stories.map(({ id, title, records }) => {
      const head = `#### Story ${id}${title === undefined ? "" : ` ${codeOf(title)}`}\n\n`;
      return head + recordsMarkdown(records, preview);
    }),
    others.length === 0
      ? ""
      : `#### ${stories.length === 0 ? "Changes" : "Elsewhere"}\n\n${recordsMarkdown(others, preview)}`,
  ].filter((section) => section !== "");
  const end = approvalMarkdown({ meaning, approval });
  const shownSections: string[] = [];
  let length = end.length;
  for (const section of sections) {
    if (length + section.length > most.characters) break;
    shownSections.push(section);
    length += section.length + 1;
  }
  const left = sections.length - shownSections.length;
  const more =
    left === 0 ? [] : [`_${left} more of ${sections.length} parts do not fit here: \`storytree diff\` shows them._\n`];
  return [...shownSections, ...more, end].join("\n");
}

function approvalMarkdown({ approval }: Proposal): string {
  const lines = [`**This proposal ${approvalWords(approval)}.**`];
  if (approval.approval === "review") {
    const by = approval.reviewers.slice(0, 20).map((each) => codeOf(reviewerWords(each)));
    if (by.length > 0) lines.push(`By ${by.join(" and ")}.`);
  }
  const reasons = reasonsOf(approval);
  const items = reasons.slice(0, 20).map(({ reason, paths }) => {
    const where = `${codeOf(paths[0] ?? "")}${paths.length > 1 ? ` and ${paths.length - 1} more` : ""}`;
    return `${where}: ${codeOf(reason)}`;
  });
  return `${lines.join(" ")}\n${items.length > 0 ? `\n${listOf(items)}` : ""}`;
}

function listOf(items: readonly string[]): string {
  const cut = items.length > most.rows ? [...items.slice(0, most.rows), `and ${items.length - most.rows} more`] : items;
  return cut.map((item) => `- ${item}\n`).join("");
}

interface Row {
  readonly what: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

function recordsMarkdown(records: readonly RecordMeaning[], preview: Preview | undefined): string {
  const rows = records.flatMap(rowsOf);
  const cut = rows.slice(0, most.rows);
  const table =
    rows.length === 0
      ? ""
      : `| | field | before | after |\n|---|---|---|---|\n${cut.map((row) => `| ${row.what} | ${row.field} | ${row.before} | ${row.after} |\n`).join("")}`;
  const more = rows.length > cut.length ? `\n_and ${rows.length - cut.length} more rows_\n` : "";
  const prose = records.flatMap((record) =>
    record.fields.filter((field) => field.field === "body").map((field) => proseMarkdown(record, field, preview)),
  );
  return [table + more, ...prose].filter((part) => part !== "").join("\n");
}

function rowsOf(record: RecordMeaning): readonly Row[] {
  const fields = record.fields.filter(
    (field) => field.field !== "body" && !(record.what === "added" && field.field === "created"),
  );
  const name = codeOf(recordName(record));
  const line = { what: codeOf(recordLine(record)), field: "", before: "", after: "" };
  if (record.what === "changed" && fields.length === 0) return record.fields.length > 0 ? [] : [line];
  const first = record.what === "changed" ? [] : [line];
  return [...first, ...fields.map((field) => ({ what: name, field: codeOf(field.field), ...sidesOf(field) }))];
}

function sidesOf({ before, after, added, removed }: FieldMeaning): Pick<Row, "before" | "after"> {
  if (!added && !removed) return { before: valueText(before), after: valueText(after) };
  return { before: removed?.map(valueText).join(" ") ?? "", after: added?.map(valueText).join(" ") ?? "" };
}

function valueText(value: unknown): string {
  return value === undefined || value === null ? "" : codeOf(typeof value === "string" ? value : shown(value));
}

function proseMarkdown(record: RecordMeaning, { before, after }: FieldMeaning, preview: Preview | undefined): string {
  const [was = "", is = ""] = [before, after].map((text) => (typeof text === "string" ? text : ""));
  const name = codeOf(recordName(record));
  const parts: string[] = [];
  if (was !== "")
    parts.push(`<blockquote>${quietDiff(nearChanges(wordDiff(was, is)))}</blockquote>
`);
  if (is !== "" && preview && is.length <= most.prose)
    parts.push(`<blockquote>${quietHtml(preview(is))}</blockquote>\n`);
  else if (was === "")
    parts.push(
      fenced(
        cutLines(
          is
            .replace(/\n+$/, "")
            .split("\n")
            .map((line) => `  ${line}`),
        ),
        "text",
      ),
    );
  const text = parts.join("\n");
  if (text.length <= most.open) return `Text of ${name}:\n\n${text}`;
  return `<details><summary>Text of ${htmlName(record)}</summary>\n\n${text}\n</details>\n`;
}

/** In a summary, which is HTML, code spans are not read. */
function htmlName(record: RecordMeaning): string {
  const entities = recordName(record).replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${entities}</code>`;
}

function cutLines(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > most.prose) return [...kept, `  … ${lines.length - kept.length} more lines`];
    kept.push(line.length > 1000 ? `${line.slice(0, 1000)}…` : line);
  }
  return kept;
}
