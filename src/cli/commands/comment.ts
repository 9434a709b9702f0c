// `storytree comment STORY`: a comment on a story.

import type { CommentData } from "../../model/generated/types.ts";
import { Failure } from "../../text/failure.ts";
import type { Command } from "../command.ts";
import { flag, manyOption, textOption } from "../command.ts";
import { editText, inputText, keepingDraft, textFrom, textOptions } from "../text-input.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";

export const commentCommand: Command = {
  name: "comment",
  arguments: "<story>",
  summary: "comment on a story",
  details:
    "Prints the comment's name. Without -m, -F or -e the text is read from standard input, or written in your editor on a terminal.",
  options: [
    ...textOptions,
    { flags: "--reply COMMENT", description: "the comment that this one answers, by its name" },
    { flags: "--attach FILE", description: "a file that goes with it; may be given several times", many: true },
    ...writeOptions,
  ],
  async run(context, [ref = ""], options) {
    const { planComment } = await import("../../tracker/plan-story.ts");
    const { planAttachments } = await import("../../tracker/plan-attach.ts");
    const { attachedFiles } = await import("../attached-files.ts");
    const { storyOf } = await import("../targets.ts");
    const { drawCommentName } = await import("../draw.ts");
    const writing = await openForWriting(context, options);
    const story = await storyOf(writing, ref);
    const author = await writing.person();
    const body = (await textFrom(context, options, writing.settings, "")) ?? (await textOrInput(writing));
    if (body.trim() === "") throw new Failure("usage", "a comment needs a text", { hint: 'give it with -m "…"' });
    const files = await attachedFiles(context, manyOption(options, "attach"), {});
    const reply = textOption(options, "reply")?.replace(/^.*\//, "");
    const isGiven =
      ["message", "file"].some((option) => textOption(options, option) !== undefined) && !flag(options, "edit");
    let name = "";
    const write = async (current: Writing) => {
      const workspace = await current.workspace([story]);
      const attached = await planAttachments(workspace.files, story, files);
      const data: CommentData = {
        author,
        ...(reply === undefined ? {} : { in_reply_to: reply }),
        ...(attached.entries.length > 0 ? { attachments: [...attached.entries] } : {}),
      };
      name = await drawCommentName(current, workspace.files, story);
      const change = planComment(story, name, data, body);
      return finish(current, workspace, { ...change, files: [...change.files, ...attached.files] });
    };
    const exit = await keepingDraft(context, isGiven ? "" : body, () => retrying(writing, write));
    if (exit === 0 && !writing.dryRun) context.terminal.out(`${name}\n`);
    return exit;
  },
};

/** Where no option gives a text: the editor of the person who sits there, else what is piped in. */
function textOrInput({ context, settings }: Writing): Promise<string> {
  return context.terminal.isInteractive ? editText(context, settings, "", "comment.md") : inputText(context);
}
