// From arguments to an exit code: the one place where an outcome becomes words for a person and a number for a program.

import { resolve } from "node:path";
import { Command as Commander, CommanderError, Option } from "commander";
import { Failure } from "../text/failure.ts";
import { terminalText } from "../text/terminal-text.ts";
import { isRemoteUrl } from "../tracker/remote-url.ts";
import type { Command, CommandContext, ExitCode, OptionSpec, Options } from "./command.ts";
import { allCommands, commandsNamed } from "./commands.ts";
import { globalOptions } from "./global-options.ts";
import { styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Runs one command line, without the program's name. Never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = 0;
  try {
    const program = await programOf(args, terminal, (code) => {
      exit = code;
    });
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    return await report(error, terminal);
  }
}

async function programOf(
  args: readonly string[],
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): Promise<Commander> {
  const program = new Commander("storytree")
    .description("A story and task tracker that lives in git.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
    .exitOverride()
    .showSuggestionAfterError(true);
  for (const option of globalOptions) program.addOption(optionOf(option, terminal));
  const commands = await commandsFor(program, args);
  for (const command of commands) addCommand(program, command, { commands, terminal, finish });
  return program;
}

/** The command that is meant, or the group it is in; all of them for help, and to guess what may have been meant. */
async function commandsFor(program: Commander, args: readonly string[]): Promise<readonly Command[]> {
  if (args.includes("--help") || args.includes("-h")) return allCommands();
  const [word] = program.parseOptions([...args]).operands;
  const meant = await commandsNamed(word);
  return meant.length > 0 ? meant : allCommands();
}

interface Setting {
  /** All that are added. */
  readonly commands: readonly Command[];
  readonly terminal: Terminal;
  readonly finish: (code: ExitCode) => void;
}

function addCommand(program: Commander, command: Command, { commands, terminal, finish }: Setting): void {
  const words = command.name.split(" ");
  let parent = program;
  for (const group of words.slice(0, -1)) {
    parent = parent.commands.find((known) => known.name() === group) ?? commandGroup(parent, group, commands, terminal);
  }
  const sub = parent
    .command(`${words.at(-1)}${command.arguments ? ` ${command.arguments}` : ""}`, { hidden: command.hidden === true })
    .summary(command.summary)
    .description(command.details ? `${command.summary}\n\n${command.details}` : command.summary)
    .allowExcessArguments(false);
  for (const option of command.options ?? []) sub.addOption(optionOf(option, terminal));
  sub.action(async (...given: unknown[]) => {
    const options = sub.opts<Record<string, string | boolean | readonly string[]>>();
    const values = given.slice(0, sub.registeredArguments.length).flat() as (string | undefined)[];
    const args = values.filter((value) => value !== undefined);
    const context = await contextOf(program, terminal);
    const usesPager = command.paged && terminal.columns !== undefined && program.opts<{ pager: boolean }>().pager;
    if (!usesPager) return finish(await command.run(context, args, options as Options));
    const { paged } = await import("./paged.ts");
    const held = paged(context);
    finish(await command.run(held.context, args, options as Options).finally(held.show));
  });
}

function commandGroup(parent: Commander, name: string, commands: readonly Command[], terminal: Terminal): Commander {
  const names = commands.filter((command) => command.name.startsWith(`${name} `));
  const hidden = names.every((command) => command.hidden === true);
  const group = parent
    .command(name, { hidden })
    .summary(`${name} …: ${names.map((each) => each.name.split(" ")[1]).join(", ")}`);
  group.action(() => {
    terminal.err(group.helpInformation());
    throw new CommanderError(2, "storytree.usage", `name what to ${name}`);
  });
  return group;
}

function optionOf(spec: OptionSpec, terminal: Terminal): Option {
  const option = new Option(spec.flags.replace(/ ([A-Z][A-Z_/]*)$/, " <$1>"), spec.description);
  if (/ \w/.test(option.flags)) throw new Error(`the value of ${spec.flags} is not to be told from a name`);
  if (spec.choices) option.choices([...spec.choices]);
  if (spec.many) option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  const fromVariable = spec.variable ? terminal.variables[spec.variable] : undefined;
  const standard = fromVariable ?? spec.default;
  return standard === undefined ? option : option.default(standard);
}

async function contextOf(program: Commander, terminal: Terminal): Promise<CommandContext> {
  const options = program.opts<{ C?: string; json?: boolean; color: "auto" | "always" | "never"; quiet?: boolean }>();
  const context: CommandContext = {
    terminal,
    style: styleOf(options.color, terminal.columns, terminal.variables),
    directory: terminal.cwd,
    json: options.json === true,
    quiet: options.quiet === true,
  };
  if (options.C === undefined) return context;
  if (!isRemoteUrl(options.C)) return { ...context, directory: resolve(terminal.cwd, options.C) };
  const { cachedClone } = await import("./cached-clone.ts");
  return { ...context, directory: await cachedClone(context, options.C) };
}

/** Every way a command can end badly, in one sentence each. */
async function report(error: unknown, terminal: Terminal): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    // Help and version were asked for and have been printed.
    if (error.exitCode === 0) return 0;
    const [message, hint] = error.message.replace(/^error: /, "").split("\n");
    terminal.err(`storytree: ${terminalText(message ?? "")}\n`);
    if (hint) terminal.err(`  hint: ${terminalText(hint.replace(/^\((.*)\)$/, "$1").toLowerCase())}\n`);
    return 2;
  }
  if (error instanceof Failure) {
    terminal.err(`storytree: ${terminalText(error.message)} [${error.code}]\n`);
    if (error.hint) terminal.err(`  hint: ${terminalText(error.hint)}\n`);
    return error.exit;
  }
  const { originalStack } = await import("./original-stack.ts");
  const stack = error instanceof Error ? originalStack(error.stack ?? error.message) : String(error);
  terminal.err(`storytree: this is a bug in storytree, please report it\n${terminalText(stack)}\n`);
  return 70;
}
