// The operation cannot go on: no repository, git failed, bad flag. Thrown; `cli/` turns it into an exit code.

export interface FailureDetail {
  /** What to do about it, one sentence without a full stop. */
  readonly hint?: string;
  /** 2 the operation could not be done; 5 refused, because something private would have gone where it does not belong. */
  readonly exit?: 2 | 5;
  /** Facts for programs. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export class Failure extends Error {
  readonly code: string;
  readonly exit: 2 | 5;
  readonly hint: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  /** `code` is a stable kebab-case slug; `message` one sentence that names the value. */
  constructor(code: string, message: string, detail: FailureDetail = {}) {
    super(message, detail.cause === undefined ? {} : { cause: detail.cause });
    // What programs know it as.
    this.name = "StorytreeError";
    this.code = code;
    this.exit = detail.exit ?? 2;
    this.hint = detail.hint;
    this.data = detail.data ?? {};
  }
}
