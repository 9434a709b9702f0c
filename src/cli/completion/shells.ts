// What the scripts in templates/shell/ get to read: one candidate a line, and for bash quoted as it will stand on the command line.

import type { Answer } from "./candidate.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A word as it was typed, with the shell's quotes and backslashes taken away; nothing in it is ever evaluated. */
export function unquoted(typed: string): { readonly text: string; readonly open: "'" | '"' | "" } {
  let text = "";
  let open: "'" | '"' | "" = "";
  for (let at = 0; at < typed.length; at += 1) {
    const character = typed[at] ?? "";
    if (character === open) open = "";
    else if (open === "" && (character === "'" || character === '"')) open = character;
    else if (character === "\\" && open !== "'" && at + 1 < typed.length) {
      at += 1;
      const next = typed[at] ?? "";
      text += open === '"' && !/["\\$`]/.test(next) ? `\\${next}` : next;
    } else text += character;
  }
  return { text, open };
}

/**
 * The answer in lines. For zsh and fish, "value<TAB>what it is"; both quote what they insert. For bash the value alone, quoted, and
 * only from where bash will replace it: `replaced` is that part of the word, which bash divides at ":" and "=" as well. A line that
 * begins with a tab asks for the user's "files" or "folders".
 */
export function answerText(shell: Shell, answer: Answer, typed: string, replaced: string): string {
  const lines = answer.candidates.map(({ value, about }) =>
    shell === "bash" ? bashWord(value, typed, replaced) : `${value}\t${about ?? ""}`,
  );
  if (answer.files) lines.push(`\t${answer.files}`);
  return lines.map((line) => `${line}\n`).join("");
}

function bashWord(value: string, typed: string, replaced: string): string {
  const { text, open } = unquoted(typed);
  const rest = unquoted(replaced).text;
  const kept = text.endsWith(rest) ? text.length - rest.length : 0;
  const part = value.slice(kept);
  if (open === "'") return part.replaceAll("'", "'\\''");
  if (open === '"') return part.replace(/["\\$`!]/g, "\\$&");
  return part.replace(/[^\p{L}\p{N}_./:=@%+,-]/gu, "\\$&");
}
