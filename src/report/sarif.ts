// Findings as SARIF 2.1.0, for code scanning.

import type { Diagnostic } from "../text/diagnostic.ts";

export interface SarifRule {
  readonly code: string;
  readonly summary: string;
  readonly why: string;
}

/** `rules` are those that can be explained; only the ones that found something are listed. */
export function sarifReport(diagnostics: readonly Diagnostic[], rules: readonly SarifRule[], version: string): string {
  const used = new Set(diagnostics.map((each) => each.code));
  const listed = rules.filter((rule) => used.has(rule.code));
  const indexes = new Map(listed.map((rule, index) => [rule.code, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "storytree",
            semanticVersion: version,
            rules: listed.map(({ code, summary, why }) => ({
              id: code,
              shortDescription: { text: summary },
              fullDescription: { text: why },
              help: { text: `${summary} ${why}` },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map(({ code, severity, message, path, range, hint }) => ({
          ruleId: code,
          ...(indexes.has(code) ? { ruleIndex: indexes.get(code) } : {}),
          level: severity,
          message: { text: hint ? `${message} (${hint})` : message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
                ...(range
                  ? {
                      region: {
                        startLine: range.start.line,
                        startColumn: range.start.column,
                        endLine: range.end.line,
                        endColumn: range.end.column,
                      },
                    }
                  : {}),
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
