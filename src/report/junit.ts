// Findings as JUnit XML: a test case per file with findings, or one that passes.

import type { Diagnostic } from "../text/diagnostic.ts";
import { diagnosticText } from "./text.ts";

export function junitReport(diagnostics: readonly Diagnostic[]): string {
  const byPath = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) byPath.set(each.path, [...(byPath.get(each.path) ?? []), each]);
  const cases = [...byPath].map(([path, of]) => {
    const errors = of.filter((each) => each.severity === "error");
    const text = xml(of.map((each) => diagnosticText(each)).join(""));
    const body =
      errors.length > 0
        ? `<failure message="${xml(errors[0]?.message ?? "")}" type="${xml(errors[0]?.code ?? "")}">${text}</failure>`
        : `<system-out>${text}</system-out>`;
    return `    <testcase classname="storytree.validate" name="${xml(path)}" file="${xml(path)}">${body}</testcase>\n`;
  });
  const all = cases.length > 0 ? cases : ['    <testcase classname="storytree.validate" name="tracker"/>\n'];
  const failures = [...byPath.values()].filter((of) => of.some((each) => each.severity === "error")).length;
  const counts = `tests="${all.length}" failures="${failures}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="storytree validate" ${counts} errors="0" skipped="0">\n${all.join("")}  </testsuite>\n</testsuites>\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\t": "&#9;",
};

function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these
  const clean = text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
  return clean.replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? character);
}
