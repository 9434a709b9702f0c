// Generated from schema/ by scripts/generate.mjs; do not edit.
export interface Checker {
  (data: unknown): boolean;
  /** What was wrong with the data checked last, or null. */
  errors: readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[] | null;
}
export declare const check: {
  readonly affects: Checker;
  readonly board: Checker;
  readonly comment: Checker;
  readonly group: Checker;
  readonly list: Checker;
  readonly milestone: Checker;
  readonly person: Checker;
  readonly project: Checker;
  readonly story: Checker;
  readonly task: Checker;
  readonly team: Checker;
  readonly template: Checker;
  readonly tracker: Checker;
};
