// `--format TEMPLATE`: rows in the user's own form, "{id} {status} {title}", with the names that --json has.

import type { Catalogue, StoryRow, TaskRow } from "../index/catalogue.ts";
import { fieldNames } from "../model/field-value.ts";
import { taskRowJson } from "../site/record-json.ts";
import { Failure } from "../text/failure.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { terminalText } from "../text/terminal-text.ts";

type Row = StoryRow | TaskRow;
type Part = { readonly text: string } | { readonly field: string };

const ofStories = [
  ...[
    "id",
    "title",
    "status",
    "type",
    "triage",
    "priority",
    "author",
    "created",
    "updated",
    "closed",
    "tags",
    "milestone",
    "due",
    "nextDue",
  ],
  ...["kind", "projects", "assignees", "tasks", "comments", "untriaged"],
];
const ofTasks = ["id", "kind", "path", "story", "updated", "story_title", "story_status", "body"];

/** Writes one row, with its line end. Failure "usage" for a template that names what rows do not have. */
export function rowTemplate(template: string, catalogue: Catalogue, tasks: boolean): (row: Row) => string {
  const parts = partsOf(template);
  const more = fieldNames(tasks ? "task" : "story", catalogue.config?.data);
  const known = [...new Set([...(tasks ? ofTasks : ofStories), ...more])];
  for (const part of parts) {
    if (!("field" in part) || known.includes(part.field) || part.field.startsWith("x-")) continue;
    const guess = nearest(part.field, known);
    throw new Failure("usage", `${quote(part.field)} is not a field of the ${tasks ? "tasks" : "stories"} in a list`, {
      hint: guess ? `did you mean "{${guess}}"?` : `there are ${known.join(", ")}`,
    });
  }
  const valuesOf = (row: Row): Readonly<Record<string, unknown>> => {
    if ("task" in row) return { ...taskRowJson(row), title: row.task.data.title ?? row.story.title };
    // What no list shows is read from the story itself, and only when it is asked for.
    const isShown = parts.every((part) => "text" in part || ofStories.includes(part.field));
    return { ...(isShown ? {} : catalogue.story(row.id)?.story.data), kind: "story", ...row };
  };
  return (row) => {
    const values = valuesOf(row);
    const words = parts.map((part) => ("text" in part ? part.text : onOneLine(values[part.field])));
    return `${words.join("")}\n`;
  };
}

function partsOf(template: string): readonly Part[] {
  const parts: Part[] = [];
  // "{{" and "}}" are the braces themselves, "\t" and "\n" what they are in most languages.
  for (const [whole, field] of template.matchAll(/\{\{|\}\}|\\[tn\\]|\{([a-z][a-zA-Z0-9_-]*)\}|[^{}\\]+|[\s\S]/g)) {
    if (field !== undefined) parts.push({ field });
    else if (whole === "{" || whole === "}") throw unclosed(template, whole);
    else parts.push({ text: escapes[whole] ?? terminalText(whole) });
  }
  return parts;
}

const escapes: Readonly<Record<string, string>> = { "{{": "{", "}}": "}", "\\t": "\t", "\\n": "\n", "\\\\": "\\" };

function unclosed(template: string, brace: string): Failure {
  return new Failure("usage", `${quote(template)} has a ${quote(brace)} that belongs to no field`, {
    hint: `fields are written "{title}"; for the brace itself write "${brace}${brace}"`,
  });
}

/** A row stays a row: line ends in a value become blanks. */
function onOneLine(value: unknown): string {
  return terminalText(wordsOf(value).trim().replace(/\s+/g, " "));
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(wordsOf).join(",");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}:${wordsOf(inner)}`)
    .join(",");
}
