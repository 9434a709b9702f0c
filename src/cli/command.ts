// What a command is: how it is called, and what it does; the work itself is imported only when it runs.

import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { Style } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** 0 done · 1 the answer is no · 2 it could not be done · 5 refused, something private · 70 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 5 | 70;

export interface CommandContext {
  readonly terminal: Terminal;
  readonly style: Style;
  /** The folder to work in: `-C DIR`, else the current one. */
  readonly directory: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `--json` is a form of its own: the other would be left out in silence. */
export function refuseTwoForms({ json }: Pick<CommandContext, "json">, format: string): void {
  if (json && format !== "table")
    throw new Failure("usage", `--json and --format ${quote(format)} are two forms of one answer`, {
      hint: "leave one of them out",
    });
}

export interface OptionSpec {
  /** As commander takes it: "--port NUMBER", "-m, --message TEXT". */
  readonly flags: string;
  readonly description: string;
  readonly default?: string | boolean;
  /** May be given several times; the values come as a list. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
  /** The environment variable that stands in for it. */
  readonly variable?: string;
}

/** Options by their camel-cased long name. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Command {
  readonly name: string;
  /** As commander takes it: "<ref>", "[query...]". */
  readonly arguments?: string;
  readonly summary: string;
  /** A paragraph below the usage line. */
  readonly details?: string;
  readonly options?: readonly OptionSpec[];
  /** Prints what a person reads through: on a terminal it goes to their pager. */
  readonly paged?: boolean;
  /** For programs of ours that call it; no help page names it. */
  readonly hidden?: boolean;
  readonly run: (context: CommandContext, args: readonly string[], options: Options) => Promise<ExitCode>;
}

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function manyOption(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

export function flag(options: Options, name: string): boolean {
  return options[name] === true;
}
