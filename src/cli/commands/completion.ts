// `storytree completion SHELL`: the script that lets a shell complete commands, numbers and names; and the command that it asks.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../text/failure.ts";
import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import { type Shell, shells } from "../completion/shells.ts";

export const completionCommand: Command = {
  name: "completion",
  arguments: "<shell>",
  summary: "print the script that completes words in bash, zsh or fish",
  details:
    "bash:  echo 'source <(storytree completion bash)' >> ~/.bashrc\n" +
    "zsh:   echo 'source <(storytree completion zsh)' >> ~/.zshrc\n" +
    "fish:  storytree completion fish > ~/.config/fish/completions/storytree.fish",
  async run({ terminal }, [shell = ""]) {
    if (!isShell(shell)) {
      const guess = nearest(shell, shells);
      throw new Failure("usage", `there is no completion for ${quote(shell)}`, {
        hint: guess ? `did you mean "${guess}"?` : `there is one for ${shells.join(", ")}`,
      });
    }
    const { packageRoot } = await import("../package-files.ts");
    terminal.out(readFileSync(join(packageRoot(), "templates", "shell", `storytree.${shell}`), "utf8"));
    return 0;
  },
};

/** Somebody waits with a finger on the key. */
const mostMilliseconds = 2_000;

/** Whatever goes wrong, the line that somebody types on stays as it is: no word of it reaches them. */
export const completeCommand: Command = {
  name: "complete",
  arguments: "[words...]",
  summary: "answer what the last of these words may become",
  options: [
    { flags: "--shell SHELL", description: "how the answer is written", choices: shells, default: "fish" },
    { flags: "--replaced TEXT", description: "bash: the part of the word that it will replace" },
  ],
  hidden: true,
  async run({ terminal }, words, options) {
    const { answerText, unquoted } = await import("../completion/shells.ts");
    const { complete } = await import("../completion/complete.ts");
    const { allCommands } = await import("../commands.ts");
    const timer = setTimeout(() => process.exit(0), mostMilliseconds);
    try {
      const typed = words.at(-1) ?? "";
      const plain = words.map((word) => unquoted(word).text);
      const answer = await complete(terminal, await allCommands(), plain.length === 0 ? [""] : plain);
      const shell = textOption(options, "shell") as Shell;
      terminal.out(answerText(shell, answer, typed, textOption(options, "replaced") ?? typed));
    } catch {
      // There is nothing to offer.
    } finally {
      clearTimeout(timer);
    }
    return 0;
  },
};

function isShell(word: string): word is Shell {
  return (shells as readonly string[]).includes(word);
}
