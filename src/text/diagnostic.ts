// What a person wrote wrong, and where. A diagnostic is a value: collected, sorted, printed, never thrown.

import type { Range } from "./position.ts";

export type Severity = "error" | "warning" | "note";

export interface Diagnostic {
  /** Stable slug, e.g. "task-unknown-project"; `storytree explain` knows each. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, names the value in double quotes, no full stop. */
  readonly message: string;
  /** Relative to the tracker's root, "/" separated. */
  readonly path: string;
  /** Whole-file lines and columns; absent only when the whole file is at fault. */
  readonly range?: Range;
  /** What to do about it. */
  readonly hint?: string;
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** A stable order: by path, then place, then code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path, b.path) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** By UTF-16 unit, the same on every machine: a locale never decides an order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
