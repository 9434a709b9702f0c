// `storytree attach STORY FILE…`: files that go with a story.

import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { finish, openForWriting, retrying, writeOptions } from "../write.ts";

export const attachCommand: Command = {
  name: "attach",
  arguments: "<story> <files...>",
  summary: "attach files to a story, or to one of its comments",
  details: 'Prints the name each file got; text links it as "attachment:NAME".',
  options: [
    { flags: "--comment NAME", description: "the comment they belong to, instead of the story" },
    { flags: "--title TITLE", description: "what they show, in a few words" },
    { flags: "--branch NAME", description: "the branch a patch is for" },
    { flags: "--patch", description: "they are patches" },
    ...writeOptions,
  ],
  async run(context, [ref = "", ...names], options) {
    const { planAttachments, nameAttachments } = await import("../../tracker/plan-attach.ts");
    const { readRecordFile } = await import("../../tracker/record-file.ts");
    const { pathOf } = await import("../../model/place.ts");
    const { storyOf, targetOf } = await import("../targets.ts");
    const { attachedFiles } = await import("../attached-files.ts");
    const writing = await openForWriting(context, options);
    const story = await storyOf(writing, ref);
    const comment = textOption(options, "comment")?.replace(/^.*\//, "");
    const path =
      comment === undefined
        ? pathOf({ kind: "story", id: story })
        : (await targetOf(writing, `${story}/${comment}`)).path;
    const title = textOption(options, "title");
    const branch = textOption(options, "branch");
    const files = await attachedFiles(context, names, {
      ...(title === undefined ? {} : { title }),
      ...(branch === undefined ? {} : { branch }),
      ...(flag(options, "patch") ? { patch: true } : {}),
    });
    const { exit, entries } = await retrying(writing, async (current) => {
      const workspace = await current.workspace([story]);
      const planned = await planAttachments(workspace.files, story, files);
      const record = await readRecordFile(workspace.files, path, workspace.fields);
      const change = {
        files: [nameAttachments(record, planned.entries), ...planned.files],
        message: `story ${story}: attach ${planned.entries.map((entry) => entry.file).join(", ")}\n`,
      };
      return { exit: await finish(current, workspace, change), entries: planned.entries };
    });
    if (exit === 0 && !writing.dryRun) context.terminal.out(entries.map((entry) => `${entry.file}\n`).join(""));
    return exit;
  },
};
