// The library's one look at the world around it, as `cli/terminal.ts` is the command line's: the environment and the clock.

export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function surroundings(): Surroundings {
  return { variables: process.env, now: () => Date.now() };
}
