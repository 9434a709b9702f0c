// `storytree show REF`: one record, as a person reads it.

import type { Catalogue, StoryDetail } from "../../index/catalogue.ts";
import { ownerOf, resolveReference, type Target } from "../../index/reference.ts";
import { commentTime, pathOf, storyFolder } from "../../model/place.ts";
import type { Named, Task } from "../../model/record.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { pad } from "../../text/width.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import type { Command, CommandContext, ExitCode } from "../command.ts";
import { textOption } from "../command.ts";
import { sayMissing } from "../say-missing.ts";
import type { Style } from "../style.ts";
import { catalogueFor, trackerWithCatalogue } from "../tracker-at.ts";

export const showCommand: Command = {
  name: "show",
  arguments: "<ref>",
  summary: "show a story, a task, or any other record",
  details:
    "REF is a number (its beginning will do when it is the only one), an alias such as launchpad:1834567, or a name such as project/openstack/nova.",
  options: [{ flags: "--rev REV", description: "as of this commit" }],
  paged: true,
  async run(context, [ref = ""], options) {
    const { tracker, catalogue } = await trackerWithCatalogue(
      context,
      textOption(options, "rev"),
      { withProposals: true },
      (opened) => catalogueFor(context, opened, ref),
    );
    try {
      const say = (sentence: string) => context.quiet || context.terminal.err(`${sentence}\n`);
      const target = resolveReference(catalogue, ref, { prefixes: true, say });
      const beyond = target ? null : await publicFolder(tracker, ref);
      if (beyond !== null) {
        say(`${quote(ref)} is in the public tracker`);
        return await showCommand.run({ ...context, directory: beyond }, [ref], {});
      }
      if (!target) {
        sayMissing(context, catalogue, ref);
        return 1;
      }
      const broken = catalogue.broken().filter((file) => concerns(catalogue, file.path, target));
      const { diagnosticText } = await import("../../report/text.ts");
      for (const diagnostic of broken.flatMap((file) => file.diagnostics))
        context.terminal.err(diagnosticText(diagnostic, context.style));
      const { targetJson } = await import("../../site/record-json.ts");
      const json = targetJson(catalogue, target);
      // It is there and cannot be read: what is wrong with it has just been said.
      if (!json) return 1;
      if (context.json) context.terminal.out(`${JSON.stringify(json, null, 2)}\n`);
      else print(context, catalogue, target);
      return (broken.length > 0 ? 1 : 0) as ExitCode;
    } finally {
      catalogue.close();
    }
  },
};

/** Where the public tracker is, when what a restricted one does not have is found there. */
async function publicFolder(tracker: OpenTracker, ref: string): Promise<string | null> {
  if (tracker.visibility === "public") return null;
  const { publicSibling } = await import("../../tracker/public-sibling.ts");
  const { findNamed, findNumber } = await import("../../tracker/find-record.ts");
  const { isSlug, namedKinds } = await import("../../model/place.ts");
  const sibling = await publicSibling(tracker);
  const digits = /^#?(?:(?:story|task)\/)?([1-9]\d{0,7})$/.exec(ref)?.[1];
  const [kind = "", ...rest] = ref.split("/");
  const named = namedKinds.find((each) => each === kind);
  if (!sibling) return null;
  if (digits !== undefined) return (await findNumber(sibling.files, Number(digits))) ? sibling.root : null;
  if (!named || rest.length === 0 || !rest.every(isSlug)) return null;
  return (await findNamed(sibling.files, named, rest.join("/"))) ? sibling.root : null;
}

function concerns(catalogue: Catalogue, path: string, target: Target): boolean {
  if (target.kind === "story") return path.startsWith(`${storyFolder(target.id)}/`);
  if (target.kind !== "task") return path === pathOf(target);
  const story = ownerOf(catalogue, target.id);
  // A task whose story cannot be read is not shown without it.
  return story !== undefined && [pathOf({ ...target, story }), pathOf({ kind: "story", id: story })].includes(path);
}

function print({ terminal, style }: CommandContext, catalogue: Catalogue, target: Target): void {
  const write = (text: string) => terminal.out(terminalLines(text));
  if (target.kind === "story" || target.kind === "task") {
    const story = target.kind === "story" ? target.id : catalogue.storyOfTask(target.id);
    const detail = story === undefined ? undefined : catalogue.story(story);
    if (!detail) return;
    const task = target.kind === "task" ? detail.tasks.find((each) => each.id === target.id) : undefined;
    write(task ? taskText(task, detail, style) : storyText(detail, style));
    return;
  }
  const record = catalogue.named(target.kind, target.name);
  if (record) write(namedText(record, style));
}

/** Escape sequences of ours pass, those in the text do not: everything that is not ours went through terminalText before. */
function terminalLines(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

function storyText(detail: StoryDetail, style: Style): string {
  const { story, row, tasks, comments } = detail;
  const { data } = story;
  const facts: [string, string][] = [
    ["status", row.untriaged ? `${row.status}, untriaged` : row.status],
    ["type", row.type],
    ["triage", row.triage],
    ["author", data.author],
    ["created", data.created],
    ["updated", row.updated ?? "unknown: this clone is shallow"],
    ["tags", row.tags.join(", ")],
    ["milestone", data.milestone ?? ""],
    ["due", data.due ?? ""],
    ["depends on", (data.depends_on ?? []).join(", ")],
    ["duplicate of", String(data.duplicate_of ?? "")],
    ["related", (data.related ?? []).join(", ")],
    ["aliases", (data.aliases ?? []).join(", ")],
  ];
  const parts = [`${style.bold(`#${story.id}`)} ${style.bold(terminalText(data.title))}\n`, factLines(facts, style)];
  if (tasks.length > 0) parts.push(`\n${taskTable(tasks, style)}`);
  if (story.body.trim() !== "") parts.push(`\n${indent(terminalText(story.body.trim()))}\n`);
  for (const comment of comments) {
    const who = `${comment.data.author}, ${commentTime(comment.name)}`;
    const text = comment.data.hidden === true ? style.dim("(hidden)") : terminalText(comment.body.trim());
    parts.push(`\n${style.blue(terminalText(who))}\n${indent(text)}\n`);
  }
  if (detail.attachments.length > 0)
    parts.push(`\nattachments: ${terminalText(detail.attachments.map((file) => file.name).join(", "))}\n`);
  return parts.join("");
}

function taskText(task: Task, detail: StoryDetail, style: Style): string {
  const { data } = task;
  const facts: [string, string][] = [
    ["story", `#${detail.story.id} ${terminalText(detail.story.data.title)}`],
    ["project", data.project],
    ["branch", data.branch ?? ""],
    ["status", data.reason ? `${data.status} (${data.reason})` : data.status],
    ["assignee", data.assignee ?? ""],
    ["priority", data.priority ?? "medium"],
    ["milestone", data.milestone ?? ""],
    ["due", data.due ?? ""],
    ["depends on", (data.depends_on ?? []).join(", ")],
    ["changes", (data.changes ?? []).join("\n")],
    ["author", data.author],
    ["created", data.created],
  ];
  const title = terminalText(data.title ?? detail.story.data.title);
  const body = task.body.trim() === "" ? "" : `\n${indent(terminalText(task.body.trim()))}\n`;
  return `${style.bold(`task #${task.id}`)} ${style.bold(title)}\n${factLines(facts, style)}${body}`;
}

function namedText(record: Named, style: Style): string {
  const facts = Object.entries(record.data).map(([key, value]): [string, string] => [key, valueText(value)]);
  const body = record.body.trim() === "" ? "" : `\n${indent(terminalText(record.body.trim()))}\n`;
  return `${style.bold(`${record.kind} ${record.name}`)}\n${factLines(facts, style)}${body}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value))
    return value.map(valueText).join(value.some((each) => typeof each === "object") ? "\n" : ", ");
  return value !== null && typeof value === "object"
    ? Object.entries(value)
        .map(([key, inner]) => `${key}: ${valueText(inner)}`)
        .join(", ")
    : String(value);
}

function factLines(facts: readonly (readonly [string, string])[], style: Style): string {
  const shown = facts.filter(([, value]) => value !== "");
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown
    .map(
      ([name, value]) =>
        `${style.dim(pad(name, width))}  ${terminalText(value).replaceAll("\n", `\n${" ".repeat(width + 2)}`)}\n`,
    )
    .join("");
}

function taskTable(tasks: readonly Task[], style: Style): string {
  const rows = tasks.map(({ id, data }) => [
    `#${id}`,
    data.status,
    data.priority ?? "medium",
    data.branch ? `${data.project} (${data.branch})` : data.project,
    data.assignee ?? "-",
    data.title ?? "",
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => pad(terminalText(cell), widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${style.dim("tasks")}\n${rows.map((row) => `  ${line(row)}\n`).join("")}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
