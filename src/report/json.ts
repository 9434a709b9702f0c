// Findings for a program: one versioned JSON document, as schema/report/validate.schema.json says.

import type { Diagnostic } from "../text/diagnostic.ts";

export interface ReportFacts {
  readonly files: number;
  readonly stories: number;
  readonly confidential: boolean;
  /** Why everything was read although only a change was asked about. */
  readonly wholeBecause?: string;
}

/** The whole answer of `validate --format json`. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], facts: ReportFacts): string {
  const { files, stories, confidential, wholeBecause } = facts;
  const ok = diagnostics.every((each) => each.severity !== "error");
  const whole = wholeBecause === undefined ? {} : { wholeBecause };
  return `${JSON.stringify({ version: 1, ok, confidential, files, stories, ...whole, diagnostics }, null, 2)}\n`;
}
