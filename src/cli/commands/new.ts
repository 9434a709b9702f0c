// `storytree new`: a story, with a task for each project it concerns.

import type { StoryData, TaskData, TemplateData } from "../../model/generated/types.ts";
import { instantOf } from "../../model/instant.ts";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { Command, Options } from "../command.ts";
import { flag, manyOption, textOption } from "../command.ts";
import { advisoryProject, embargoEnd, privateTemplate, refusePublic } from "../private-story.ts";
import { keepingDraft, textFrom, textOptions } from "../text-input.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";

export const newCommand: Command = {
  name: "new",
  arguments: "[title]",
  summary: "open a story, with one task per project",
  details: "Prints the new number. Stories like it are shown first; on a terminal you are asked whether to go on.",
  options: [
    {
      flags: "-p, --project PROJECT",
      description: "a project it concerns: a task on it; may be given several times",
      many: true,
    },
    { flags: "--type TYPE", description: "bug (the default), feature, vulnerability, or one the tracker declares" },
    { flags: "--template NAME", description: "begin with this template of the tracker" },
    { flags: "--tag TAG", description: "a tag; may be given several times", many: true },
    { flags: "--milestone NAME", description: "the milestone it is planned for" },
    { flags: "--priority PRIORITY", description: "of the tasks: critical, high, medium, low or wishlist" },
    { flags: "--assignee NAME", description: "who does the tasks; me is you" },
    { flags: "--branch NAME", description: "the branch of the tasks" },
    {
      flags: "--private",
      description: "in a restricted tracker: under embargo, with its reminder and a task for the advisory",
    },
    {
      flags: "--embargo-until WHEN",
      description: "when that ends: a day or an instant; ninety days from now unless given",
    },
    ...textOptions,
    { flags: "-y, --yes", description: "do not ask when there are stories like it" },
    { flags: "--no-similar", description: "do not look for stories like it" },
    ...writeOptions,
  ],
  async run(context, [given], options) {
    const { planStory } = await import("../../tracker/plan-story.ts");
    const { drawFor } = await import("../draw.ts");
    const { reminderText } = await import("../../disclosure/reminder.ts");
    const writing = await openForWriting(context, options);
    const { terminal } = context;
    const isPrivate = flag(options, "private");
    if (isPrivate) refusePublic(writing.tracker);
    const template = await templateOf(
      writing,
      textOption(options, "template") ?? (await privateStandard(writing, isPrivate)),
    );
    const title = (given ?? (terminal.isInteractive ? await terminal.ask("Title: ") : "")).trim();
    if (title === "") throw new Failure("usage", "a story needs a title", { hint: 'storytree new "What happens"' });
    const author = await writing.person();
    if (options.similar !== false && !(await goOn(writing, title, flag(options, "yes")))) return 1;
    const body = (await textFrom(context, options, writing.settings, template?.body ?? "")) ?? template?.body ?? "";
    const draw = drawFor(writing);
    const id = await draw.story();
    const created = instantOf(terminal.now());
    const until = isPrivate ? embargoEnd(created, textOption(options, "embargoUntil")) : undefined;
    const advisory = isPrivate && !template ? [advisoryProject] : [];
    const projects = [...new Set([...(template?.data.projects ?? advisory), ...manyOption(options, "project")])];
    const tasks = [];
    for (const project of projects) {
      const data = await taskData(writing, options, template?.data, { project, author, created });
      tasks.push({ id: await draw.task(id), data, body: "" });
    }
    const data = storyData(options, template?.data, { title, author, created });
    const change = until
      ? planStory(
          id,
          { ...data, type: privateType(options, template?.data), embargo_until: until },
          reminderText(until) + body,
          tasks,
        )
      : planStory(id, data, body, tasks);
    const write = async (current: Writing) => finish(current, await current.workspace([id]), change);
    const exit = await keepingDraft(context, flag(options, "edit") ? body : "", () => retrying(writing, write));
    if (exit === 0 && !writing.dryRun) terminal.out(`${id}\n`);
    return exit;
  },
};

/** The template that private stories begin with, where the tracker has it. */
async function privateStandard({ tracker }: Writing, isPrivate: boolean): Promise<string | undefined> {
  if (!isPrivate) return undefined;
  const { findNamed } = await import("../../tracker/find-record.ts");
  return (await findNamed(tracker.files, "template", privateTemplate)) ? privateTemplate : undefined;
}

function privateType(options: Options, template: TemplateData | undefined): string {
  return textOption(options, "type") ?? template?.type ?? "vulnerability";
}

function storyData(
  options: Options,
  template: TemplateData | undefined,
  own: { readonly title: string; readonly author: string; readonly created: string },
): StoryData {
  const tags = [...new Set([...(template?.tags ?? []), ...manyOption(options, "tag")])].sort();
  const milestone = textOption(options, "milestone");
  return {
    ...own,
    type: textOption(options, "type") ?? template?.type ?? "bug",
    triage: template?.triage ?? "new",
    ...(tags.length > 0 ? { tags } : {}),
    ...(milestone === undefined ? {} : { milestone }),
  };
}

/** The fields of a new task that options can give; an assignee "me" is the one who writes. */
export async function taskData(
  writing: Writing,
  options: Options,
  template: TemplateData | undefined,
  own: { readonly project: string; readonly author: string; readonly created: string },
): Promise<TaskData> {
  const of = (key: "branch" | "assignee" | "priority" | "title") => {
    const value = textOption(options, key) ?? (key === "priority" ? template?.priority : undefined);
    return value === undefined ? {} : { [key]: value };
  };
  const assignee = textOption(options, "assignee") === "me" ? { assignee: await writing.person() } : of("assignee");
  return { ...own, status: "todo", ...of("branch"), ...assignee, ...of("priority"), ...of("title") } as TaskData;
}

async function templateOf(writing: Writing, name: string | undefined) {
  if (name === undefined) return undefined;
  const { targetOf } = await import("../targets.ts");
  const { readRecordFile } = await import("../../tracker/record-file.ts");
  const { noFields } = await import("../../model/schema-diagnostics.ts");
  const { path } = await targetOf(writing, `template/${name}`);
  const { record } = await readRecordFile(writing.tracker.files, path, noFields);
  return record.kind === "template" ? record : undefined;
}

/** Shows stories like the one that is about to be opened; false when the person says that one of them will do. */
async function goOn(writing: Writing, title: string, yes: boolean): Promise<boolean> {
  const { similarStories } = await import("../similar.ts");
  const { terminal, quiet } = writing.context;
  const rows = await similarStories(writing, title);
  if (rows.length === 0) return true;
  const asks = terminal.isInteractive && !yes;
  if (!quiet || asks) {
    terminal.err("stories like it:\n");
    for (const row of rows) terminal.err(`  #${row.id}  ${row.status}  ${terminalText(row.title)}\n`);
  }
  if (!asks) return true;
  const answer = await terminal.ask("Open a new one all the same? [y/N] ");
  return /^y/i.test(answer.trim());
}
