// `storytree task STORY --project P`: one more task on a story.

import { instantOf } from "../../model/instant.ts";
import { Failure } from "../../text/failure.ts";
import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { keepingDraft, textFrom, textOptions } from "../text-input.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";
import { taskData } from "./new.ts";

export const taskCommand: Command = {
  name: "task",
  arguments: "<story>",
  summary: "add a task to a story",
  details: "Prints the new number.",
  options: [
    { flags: "-p, --project PROJECT", description: "the project that has the work" },
    { flags: "--branch NAME", description: "the branch it is for; the project's own unless given" },
    { flags: "--title TITLE", description: "what is to be done, when the story's title does not say it" },
    { flags: "--assignee NAME", description: "who does it; me is you" },
    { flags: "--priority PRIORITY", description: "critical, high, medium, low or wishlist" },
    ...textOptions,
    ...writeOptions,
  ],
  async run(context, [ref = ""], options) {
    const { planTask } = await import("../../tracker/plan-story.ts");
    const { storyOf } = await import("../targets.ts");
    const { drawFor } = await import("../draw.ts");
    const writing = await openForWriting(context, options);
    const project = textOption(options, "project");
    if (project === undefined)
      throw new Failure("usage", "a task is on a project", { hint: `storytree task ${ref} --project NAME` });
    const story = await storyOf(writing, ref);
    const author = await writing.person();
    const body = (await textFrom(context, options, writing.settings, "")) ?? "";
    const id = await drawFor(writing).task(story);
    const created = instantOf(context.terminal.now());
    const data = await taskData(writing, options, undefined, { project, author, created });
    const write = async (current: Writing) =>
      finish(current, await current.workspace([story]), planTask(story, { id, data, body }));
    const exit = await keepingDraft(context, flag(options, "edit") ? body : "", () => retrying(writing, write));
    if (exit === 0 && !writing.dryRun) context.terminal.out(`${id}\n`);
    return exit;
  },
};
