// A text from the one who writes: given on the command line, in a file, on standard input, or written in their editor.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import type { Settings } from "../tracker/git/settings.ts";
import type { CommandContext, ExitCode, OptionSpec, Options } from "./command.ts";
import { flag, textOption } from "./command.ts";

/** Where a text can come from. */
export const textOptions: readonly OptionSpec[] = [
  { flags: "-m, --message TEXT", description: "the text" },
  { flags: "-F, --file FILE", description: 'the text from a file; "-" is standard input' },
  { flags: "-e, --edit", description: "write the text in your editor" },
];

/** The text that the options give; undefined when they give none. `draft` is what the editor begins with. */
export async function textFrom(
  context: CommandContext,
  options: Options,
  settings: Settings,
  draft: string,
): Promise<string | undefined> {
  const message = textOption(options, "message");
  const file = textOption(options, "file");
  if (message !== undefined && file !== undefined)
    throw new Failure("usage", "the text comes from -m or from -F, not from both");
  const given = message ?? (file === undefined ? undefined : await fileText(context, file));
  if (!flag(options, "edit")) return given === undefined ? undefined : withEnd(given);
  return editText(context, settings, given ?? draft, "text.md");
}

/** All of standard input as text. */
export async function inputText(context: CommandContext): Promise<string> {
  return withEnd(strictText(await context.terminal.input(), "standard input"));
}

/** The bytes of a file the user names, on their own machine. */
export async function fileBytes(context: CommandContext, name: string): Promise<Uint8Array> {
  const path = resolve(context.terminal.cwd, name);
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no file" : code === "EISDIR" ? "it is a folder:" : "it cannot be read:";
    throw new Failure("no-such-file", `${reason} "${name}"`, { hint: "check the path", cause });
  }
}

/** A text as the user leaves it in their editor; the file they write in is named `name`. */
export async function editText(
  context: CommandContext,
  settings: Settings,
  text: string,
  name: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "storytree-edit-"));
  const path = join(folder, name);
  try {
    await writeFile(path, text);
    const editor = editorOf(context, settings);
    const code = await context.terminal.edit(editor, path);
    if (code !== 0) throw new Failure("editor-failed", `the editor "${editor}" ended with ${code}`);
    return strictText(await readFile(path), "what the editor wrote");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Does what a text was written for; when that fails, a text that is nowhere else is kept in a file and the file is named. */
export async function keepingDraft(
  context: CommandContext,
  text: string,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (text.trim() === "") return work();
  let exit: ExitCode | undefined;
  try {
    exit = await work();
    return exit;
  } finally {
    if (exit !== 0) await keepDraft(context, "text.md", text);
  }
}

/** What somebody has written is never thrown away. */
export async function keepDraft(context: CommandContext, name: string, text: string): Promise<void> {
  const draft = join(await mkdtemp(join(tmpdir(), "storytree-draft-")), name);
  await writeFile(draft, text);
  context.terminal.err(`nothing was changed; what you wrote is in ${draft}\n`);
}

function editorOf({ terminal }: CommandContext, settings: Settings): string {
  const { GIT_EDITOR, VISUAL, EDITOR } = terminal.variables;
  const editor = GIT_EDITOR || settings.get("core.editor") || VISUAL || EDITOR || (terminal.isInteractive ? "vi" : "");
  if (editor !== "") return editor;
  throw new Failure("no-editor", "there is no editor to write in", {
    hint: "give the text with -m or -F, or set EDITOR",
  });
}

async function fileText(context: CommandContext, name: string): Promise<string> {
  if (name === "-") return strictText(await context.terminal.input(), "standard input");
  return strictText(await fileBytes(context, name), `"${name}"`);
}

function strictText(bytes: Uint8Array, what: string): string {
  try {
    // Windows line ends are the editor's doing, not the writer's wish.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    throw new Failure("not-utf8", `${what} is not UTF-8`, { hint: "save it as UTF-8" });
  }
}

function withEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
