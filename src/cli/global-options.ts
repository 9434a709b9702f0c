// The options that every command takes.

import type { OptionSpec } from "./command.ts";

export const globalOptions: readonly OptionSpec[] = [
  { flags: "-C <dir>", description: "work in this folder, or in a tracker elsewhere, by its URL" },
  { flags: "--json", description: "print JSON" },
  { flags: "--color <when>", description: "colour", choices: ["auto", "always", "never"], default: "auto" },
  { flags: "-q, --quiet", description: "print only what was asked for" },
  { flags: "--no-pager", description: "on a terminal: print at once, through no pager" },
];
