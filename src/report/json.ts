// Diagnostics for a program: one versioned JSON document, the same fields as the Diagnostic type.

import type { Diagnostic } from "../text/diagnostic.ts";

/** The whole answer of `validate --format json`. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], facts: { readonly files: number }): string {
  const ok = diagnostics.every((each) => each.severity !== "error");
  return `${JSON.stringify({ version: 1, ok, files: facts.files, diagnostics }, null, 2)}\n`;
}
