// One line of JSON a request: what was asked, what was answered, how long it took; no addresses, no values, no secrets. The room of pino.

import pino from "pino";

export interface RequestFacts {
  readonly id: string;
  readonly method: string;
  /** As it came, without its query. */
  readonly path: string;
  /** The names of its parameters; their values are the client's business. */
  readonly parameters: readonly string[];
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
  readonly bytes: number;
  /** It was answered from the byte cache. */
  readonly cached: boolean;
  /** The client left before it had everything. */
  readonly aborted: boolean;
}

export interface RequestLog {
  /** Requests that went well are not told. */
  readonly isQuiet: boolean;
  request(facts: RequestFacts): void;
  /** A connection that never became a request. */
  refused(status: number, reason: string): void;
  /** A fault of ours, or of what we depend on. */
  fault(error: unknown, requestId?: string): void;
  note(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export interface LogSink {
  write(line: string): void;
}

/** Milliseconds since 1970 come from `now`: only the command line reads the clock. With `faultsOnly` requests are not told. */
export function requestLog(sink: LogSink, now: () => number, faultsOnly = false): RequestLog {
  const logger = pino(
    {
      base: null,
      level: faultsOnly ? "error" : "info",
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    sink,
  );
  return {
    isQuiet: faultsOnly,
    request: (facts) =>
      logger[facts.status >= 500 ? "error" : "info"](
        { ...facts, path: withoutAddresses(facts.path.slice(0, 300)) },
        "request",
      ),
    refused: (status, reason) => logger.info({ status, reason }, "refused"),
    fault(error, id) {
      const { name, message, code, stack } = (error ?? {}) as Error & { code?: string };
      logger.error(
        { id, code, fault: withoutAddresses(`${name}: ${message}`), stack: withoutAddresses(stack ?? "") },
        "fault",
      );
    },
    note: (message, facts = {}) => logger.info(facts, message),
  };
}

/** Mail addresses, and what stands before the host in an address, may be anybody's secret. */
function withoutAddresses(text: string): string {
  return text.replace(/\/\/[^/\s@]*@/g, "//…@").replace(/[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi, "…");
}
