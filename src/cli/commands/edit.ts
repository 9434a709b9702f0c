// `storytree edit REF`: a record's whole file in the editor, or its text given on the command line.

import { placeOf } from "../../model/place.ts";
import { readRecord } from "../../model/read-record.ts";
import { isError } from "../../text/diagnostic.ts";
import { applyEdits } from "../../text/edit.ts";
import { Failure } from "../../text/failure.ts";
import { limits } from "../../text/limits.ts";
import { setBody } from "../../text/matter-edit.ts";
import type { Workspace } from "../../tracker/workspace.ts";
import type { Command, CommandContext, ExitCode } from "../command.ts";
import { textOption } from "../command.ts";
import type { Target } from "../targets.ts";
import { editText, keepDraft, textFrom, textOptions } from "../text-input.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";

export const editCommand: Command = {
  name: "edit",
  arguments: "<ref>",
  summary: "edit a record in your editor, or replace its text",
  details:
    "Opens the whole file. What is wrong with it when you leave is said, and on a terminal you may go on editing. With -m or -F the " +
    "text below the front matter is replaced. REF may also be the path of a file that is broken.",
  options: [...textOptions.filter((option) => !option.flags.includes("--edit")), ...writeOptions],
  async run(context, [ref = ""], options) {
    const { targetOf } = await import("../targets.ts");
    const writing = await openForWriting(context, options);
    const target = (await pathTarget(writing, ref)) ?? (await targetOf(writing, ref));
    const stories = target.kind === "story" ? [target.id] : "story" in target ? [target.story] : [];
    const given = await textFrom(context, options, writing.settings, "");
    if (given === undefined && textOption(options, "message") === undefined)
      return editFile(writing, await writing.workspace(stories), target.path);
    return retrying(writing, async (current) =>
      replaceBody(current, await current.workspace(stories), target.path, given ?? ""),
    );
  },
};

/** A path in the tracker, for files that are too broken to be found otherwise. */
async function pathTarget({ tracker }: Writing, ref: string): Promise<Target | undefined> {
  if (!/\.(?:md|yaml)$/.test(ref)) return undefined;
  const place = placeOf(ref);
  if (place.kind === "misplaced" || place.kind === "support" || place.kind === "attachment") return undefined;
  const found = await tracker.files.readPath(ref, 0);
  return found ? ({ ...place, path: ref } as Target) : undefined;
}

async function replaceBody(writing: Writing, workspace: Workspace, path: string, body: string): Promise<ExitCode> {
  const { readRecordFile } = await import("../../tracker/record-file.ts");
  const file = await readRecordFile(workspace.files, path, workspace.fields);
  const after = applyEdits(file.text, setBody(file.matter, body));
  return finish(writing, workspace, {
    files: [{ path, before: file.text, after }],
    message: `${nameAt(path)}: text\n`,
  });
}

async function editFile(writing: Writing, workspace: Workspace, path: string): Promise<ExitCode> {
  const { context, settings } = writing;
  const before = await textAt(workspace, path);
  const name = path.split("/").slice(-1)[0] ?? "record.md";
  let text = before;
  for (;;) {
    text = await editText(context, settings, text, name);
    if (text === before) {
      context.terminal.err("nothing to change: it was left as it is\n");
      return 0;
    }
    const exit = (await isSound(context, workspace, path, text))
      ? await write(writing, workspace, path, before, text)
      : 1;
    if (exit === 0) return 0;
    const again = context.terminal.isInteractive ? await context.terminal.ask("Edit it again? [Y/n] ") : "n";
    if (/^n/i.test(again.trim())) {
      await keepDraft(context, name, text);
      return exit;
    }
  }
}

async function write(writing: Writing, workspace: Workspace, path: string, before: string, after: string) {
  try {
    return await finish(writing, workspace, { files: [{ path, before, after }], message: `${nameAt(path)}: edited\n` });
  } catch (error) {
    await keepDraft(writing.context, path.split("/").at(-1) ?? "record.md", after);
    throw error;
  }
}

/** "story 48213377", "project lantern/docs". */
function nameAt(path: string): string {
  const place = placeOf(path);
  if (place.kind === "comment" || place.kind === "affects") return `${place.kind} on story ${place.story}`;
  if ("id" in place) return `${place.kind} ${place.id}`;
  return "name" in place ? `${place.kind} ${place.name}` : path;
}

async function textAt(workspace: Workspace, path: string): Promise<string> {
  const read = await workspace.files.readPath(path, limits.fileBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(read?.bytes ?? new Uint8Array());
  } catch {
    throw new Failure("not-utf8", `"${path}" is not UTF-8, so an editor would damage it`, { hint: "mend it by hand" });
  }
}

/** Says what is wrong with the file by itself; what it breaks elsewhere is found when it is to be written. */
async function isSound(context: CommandContext, workspace: Workspace, path: string, text: string): Promise<boolean> {
  const { diagnosticText } = await import("../../report/text.ts");
  const place = placeOf(path);
  if (place.kind === "misplaced" || place.kind === "support" || place.kind === "attachment") return true;
  const { diagnostics } = readRecord(path, place, Buffer.from(text), workspace.fields);
  const errors = diagnostics.filter(isError);
  context.terminal.err(errors.map((each) => diagnosticText(each, context.style)).join(""));
  return errors.length === 0;
}
