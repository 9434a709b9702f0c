// A command line up to the cursor, taken apart as the program itself would: what is it that is being typed?

import type { Command, OptionSpec } from "../command.ts";

/** An option's flags: "-p, --project PROJECT" is { names: ["-p", "--project"], long: "project", value: "PROJECT" }. */
export interface Flags {
  readonly names: readonly string[];
  readonly long: string;
  /** The name of its value; undefined when it takes none. */
  readonly value: string | undefined;
}

export function flagsOf({ flags }: OptionSpec): Flags {
  const [, names = "", value] = /^(.*?)(?: [<[]?([A-Za-z][\w/.-]*)[>\]]?)?$/.exec(flags) ?? [];
  const each = names.split(", ");
  return { names: each, long: (each.at(-1) ?? "").replace(/^-+/, ""), value };
}

/** What is known of the line when its last word is typed. */
export interface Line {
  /** The words of a command's name so far: none, "import", or all of it. */
  readonly name: string;
  /** The command; undefined as long as its name is not complete. */
  readonly command: Command | undefined;
  /** The values of the options given, by their long names. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The arguments before the last word. */
  readonly given: readonly string[];
  /** The option whose value the last word is. */
  readonly awaiting: OptionSpec | undefined;
  /** Whether the last word may be an option. */
  readonly mayBeOption: boolean;
  /** What stands in front of the value in the last word, such as "--project=". */
  readonly lead: string;
  /** The rest of the last word. */
  readonly word: string;
}

export function readLine(words: readonly string[], commands: readonly Command[], global: readonly OptionSpec[]): Line {
  let name = "";
  let command: Command | undefined;
  let awaiting: OptionSpec | undefined;
  let ended = false;
  const options = new Map<string, string[]>();
  const given: string[] = [];
  const specOf = (flag: string) =>
    [...(command?.options ?? []), ...global].find((spec) => flagsOf(spec).names.includes(flag));
  const take = (spec: OptionSpec, value: string) => {
    const { long } = flagsOf(spec);
    options.set(long, [...(options.get(long) ?? []), value]);
  };
  for (const word of words.slice(0, -1)) {
    if (awaiting) {
      take(awaiting, word);
      awaiting = undefined;
    } else if (!ended && word === "--") ended = true;
    else if (!ended && /^-./.test(word)) {
      const [flag = "", value] = splitFlag(word);
      const spec = specOf(flag);
      if (!spec) continue;
      if (flagsOf(spec).value !== undefined && value === undefined) awaiting = spec;
      else take(spec, value ?? "");
    } else if (command) given.push(word);
    else {
      name = name === "" ? word : `${name} ${word}`;
      command = commands.find((each) => each.name === name);
    }
  }
  const last = words.at(-1) ?? "";
  const [flag = "", value] = splitFlag(last);
  const spec = !ended && !awaiting && value !== undefined ? specOf(flag) : undefined;
  if (spec) {
    const lead = last.slice(0, last.length - (value ?? "").length);
    return { name, command, options, given, awaiting: spec, mayBeOption: false, lead, word: value ?? "" };
  }
  const mayBeOption = !ended && awaiting === undefined;
  return { name, command, options, given, awaiting, mayBeOption, lead: "", word: last };
}

/** "--project=x" and "-px" are an option and its value. */
function splitFlag(word: string): readonly [string, string | undefined] {
  const long = /^(--[^=]+)=(.*)$/s.exec(word);
  if (long) return [long[1] ?? "", long[2]];
  return /^-[^-]./s.test(word) ? [word.slice(0, 2), word.slice(2)] : [word, undefined];
}

/** The name of the argument that comes next, without its brackets; undefined when there is none left. */
export function nextArgument(command: Command, given: number): string | undefined {
  const names = (command.arguments ?? "").split(" ").filter(Boolean);
  const name = names[given] ?? (names.at(-1)?.includes("...") ? names.at(-1) : undefined);
  return name?.replace(/[<>[\]]|\.\.\./g, "");
}
