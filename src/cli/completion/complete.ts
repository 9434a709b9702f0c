// From the words of a command line to what its last one may become.

import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { isRemoteUrl } from "../../tracker/remote-url.ts";
import type { Command, OptionSpec } from "../command.ts";
import { globalOptions } from "../global-options.ts";
import type { Terminal } from "../terminal.ts";
import { type Answer, beginningWith, type Candidate, nothing } from "./candidate.ts";
import { flagsOf, type Line, nextArgument, readLine } from "./command-line.ts";
import { knownOf } from "./known.ts";
import { prefixed } from "./references.ts";
import { valueAnywhere, valueInTracker } from "./values.ts";

/** `words` are those behind the program's name, the last one, perhaps empty, the one that is being typed. */
export async function complete(
  terminal: Terminal,
  commands: readonly Command[],
  words: readonly string[],
): Promise<Answer> {
  const line = readLine(words, commands, globalOptions);
  const answer = await answerFor(terminal, commands, line);
  const candidates = beginningWith(line.word, answer.candidates);
  return { ...answer, candidates: prefixed(line.lead, candidates) };
}

async function answerFor(terminal: Terminal, commands: readonly Command[], line: Line): Promise<Answer> {
  const { command, awaiting, mayBeOption, word } = line;
  if (awaiting) {
    if (awaiting.choices) return { candidates: awaiting.choices.map((value) => ({ value })) };
    return answerTo(terminal, line, `--${flagsOf(awaiting).long}`);
  }
  if (mayBeOption && /^-/.test(word)) return { candidates: optionNames(command, line.word) };
  if (!command) return { candidates: commandNames(commands, line.name) };
  const argument = nextArgument(command, line.given.length);
  return argument === undefined ? nothing : answerTo(terminal, line, argument);
}

async function answerTo(terminal: Terminal, line: Line, name: string): Promise<Answer> {
  const anywhere = await valueAnywhere(name);
  if (anywhere) return anywhere;
  const folder = folderOf(terminal, line.options.get("C")?.at(-1));
  const known = folder === null ? null : await knownOf(terminal, folder);
  if (!known) return nothing;
  try {
    return await valueInTracker(name, { line, word: line.word, known, now: terminal.now().getTime() });
  } finally {
    known.close();
  }
}

/** The folder that `-C` names; null for a tracker elsewhere, which is not asked while somebody waits. */
function folderOf({ cwd, variables }: Terminal, given: string | undefined): string | null {
  if (given === undefined) return cwd;
  if (isRemoteUrl(given)) return null;
  // The shell has not replaced it yet.
  if (given === "~" || given.startsWith("~/")) return join(variables.HOME ?? homedir(), given.slice(2));
  return resolve(cwd, given);
}

/** The next word of a command's name: "import" stands for all that begin with it. */
function commandNames(commands: readonly Command[], name: string): Candidate[] {
  const lead = name === "" ? "" : `${name} `;
  return commands
    .filter((command) => command.hidden !== true && command.name.startsWith(lead))
    .map(({ name: whole, summary }) => ({ value: whole.slice(lead.length).split(" ")[0] ?? "", about: summary }));
}

/** Long names; short ones only where just the dash was typed. */
function optionNames(command: Command | undefined, word: string): Candidate[] {
  const help: OptionSpec = { flags: "-h, --help", description: "print help" };
  return [...(command?.options ?? []), ...globalOptions, help].flatMap((spec) =>
    flagsOf(spec)
      .names.filter((name) => name.startsWith("--") || word === "-" || name === word)
      .map((value) => ({ value, about: spec.description })),
  );
}
