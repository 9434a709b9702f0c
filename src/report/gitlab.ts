// Findings as a GitLab code quality report.

import { createHash } from "node:crypto";
import type { Diagnostic } from "../text/diagnostic.ts";

const severities = { error: "major", warning: "minor", note: "info" } as const;

export function gitlabReport(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map(({ code, severity, message, path, range, hint }) => {
    // Lines move, the finding stays the same; only what is there several times is counted.
    const key = `${code}\0${path}\0${message}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      type: "issue",
      check_name: code,
      description: hint ? `${message} (${hint})` : message,
      fingerprint: createHash("sha256").update(`${key}\0${nth}`).digest("hex"),
      severity: severities[severity],
      location: { path, lines: { begin: range?.start.line ?? 1, end: range?.end.line ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
