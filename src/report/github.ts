// Findings as GitHub Actions annotations: fully escaped, at most as many as GitHub shows, and a count of the rest.

import type { Diagnostic } from "../text/diagnostic.ts";
import { countText } from "./text.ts";

/** GitHub shows ten annotations of a severity per step. */
const shown = 10;

const commands = { error: "error", warning: "warning", note: "notice" } as const;

export function githubAnnotations(diagnostics: readonly Diagnostic[]): string {
  const lines: string[] = [];
  for (const severity of ["error", "warning", "note"] as const) {
    const of = diagnostics.filter((each) => each.severity === severity);
    // The last of the ten says how many there are beyond it.
    const listed = of.length > shown ? of.slice(0, shown - 1) : of;
    for (const each of listed) lines.push(annotation(each));
    if (of.length > listed.length) {
      lines.push(
        `::${commands[severity]} title=storytree::${data(`and ${countText(of.slice(listed.length))} more: "storytree validate" lists them all`)}`,
      );
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ severity, path, range, code, message, hint }: Diagnostic): string {
  const properties = [
    `file=${property(path)}`,
    ...(range
      ? [
          `line=${range.start.line}`,
          `col=${range.start.column}`,
          `endLine=${range.end.line}`,
          ...(range.end.line === range.start.line ? [`endColumn=${range.end.column}`] : []),
        ]
      : []),
    `title=${property(code)}`,
  ];
  return `::${commands[severity]} ${properties.join(",")}::${data(hint ? `${message}\nhint: ${hint}` : message)}`;
}

/** Text after the second "::". */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Text between commas before it. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
