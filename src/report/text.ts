// Diagnostics for a person: one line that editors and CI matchers understand, then perhaps a hint.

import type { Diagnostic } from "../text/diagnostic.ts";
import { terminalText } from "../text/terminal-text.ts";

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

const plain = (text: string) => text;
const noPaint: Paint = { bold: plain, dim: plain, red: plain, yellow: plain, blue: plain };

/** `path:line:column: error: message [code]`, and `  hint: …` below it. */
export function diagnosticText(diagnostic: Diagnostic, paint: Paint = noPaint): string {
  const { path, range, severity, message, code, hint } = diagnostic;
  const place = range ? `${path}:${range.start.line}:${range.start.column}` : path;
  const color = { error: paint.red, warning: paint.yellow, note: paint.blue }[severity];
  const line = `${paint.bold(terminalText(shownPath(place)))}: ${color(severity)}: ${terminalText(message)} ${paint.dim(`[${code}]`)}\n`;
  return hint ? `${line}  hint: ${terminalText(hint)}\n` : line;
}

/** A path on one line: what would break it is escaped. */
function shownPath(path: string): string {
  return path.replace(/\n/g, "\\n").replace(/\t/g, "\\t");
}

/** "2 errors, 1 warning", or the empty text. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
  return (["error", "warning", "note"] as const)
    .map((severity) => [count(severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? "" : "s"}`)
    .join(", ");
}
