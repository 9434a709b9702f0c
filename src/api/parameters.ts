// What a route may be asked: each parameter is matched by its kind before anything sees it; whatever does not fit is said.

import { limits } from "../text/limits.ts";
import { quote } from "../text/quote.ts";
import { askedInstant } from "./instants.ts";
import { ApiProblem } from "./problem.ts";

export interface Parameter {
  /** "count": a whole number from 0. "id": from 1. "number": an id or a name. */
  readonly kind: "id" | "count" | "text" | "flag" | "instant" | "choice" | "name";
  readonly description: string;
  /** May be repeated; a value matches when any does. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
  /** Of text: what it looks like, for the reference. */
  readonly pattern?: string;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values of a request, all of them of the kinds that the route names. */
export interface Asked {
  id(name: string): number | undefined;
  ids(name: string): readonly number[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean | undefined;
  /** Milliseconds. */
  instant(name: string): number | undefined;
  has(name: string): boolean;
}

/** So many values of one parameter are plenty. */
const mostValues = 100;

/** Reads a query string by a route's table; an ApiProblem 400 names what does not fit. An empty value is as good as none, or "false". */
export function readParameters(
  query: URLSearchParams,
  table: Parameters,
  inPath: Readonly<Record<string, string>>,
): Asked {
  const values = new Map<string, string[]>(Object.entries(inPath).map(([name, value]) => [name, [value]]));
  for (const [name, value] of query) {
    const parameter = Object.hasOwn(table, name) && !Object.hasOwn(inPath, name) ? table[name] : undefined;
    if (!parameter)
      throw new ApiProblem(400, `there is no parameter ${quote(name.slice(0, 60))} here`, name.slice(0, 60));
    // An empty flag is one that is off: StoryBoard's web client writes "false" so.
    if (value === "" && parameter.kind !== "flag") continue;
    const before = values.get(name);
    if (before && !parameter.many) throw new ApiProblem(400, `${name} is one value, and was given several times`, name);
    if ((before?.length ?? 0) >= mostValues)
      throw new ApiProblem(400, `${name} was given more than ${mostValues} times`, name);
    check(name, parameter, value);
    values.set(name, [...(before ?? []), value]);
  }
  const texts = (name: string) => values.get(name) ?? [];
  const numbers = (name: string) => texts(name).map(Number);
  return {
    id: (name) => numbers(name)[0],
    ids: numbers,
    text: (name) => texts(name)[0],
    texts,
    flag: (name) => (values.has(name) ? isTrue(texts(name)[0] ?? "") : undefined),
    instant: (name) => (values.has(name) ? (askedInstant(texts(name)[0] ?? "") ?? undefined) : undefined),
    has: (name) => values.has(name),
  };
}

/** An ApiProblem 400 when a value is not of its parameter's kind. */
export function check(name: string, parameter: Parameter, value: string): void {
  const expected = (what: string) => new ApiProblem(400, `${name} is ${what}, not ${quote(value.slice(0, 60))}`, name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) throw new ApiProblem(400, `${name} holds a control character`, name);
  if (value.length > limits.queryLength) throw expected(`at most ${limits.queryLength} characters`);
  switch (parameter.kind) {
    case "id":
      if (!/^[1-9]\d{0,15}$/.test(value) || !Number.isSafeInteger(Number(value))) throw expected("a number from 1");
      return;
    case "count":
      if (!/^\d{1,15}$/.test(value)) throw expected("a whole number from 0");
      return;
    case "flag":
      if (!/^(?:true|false|1|0|yes|no|)$/i.test(value)) throw expected('"true" or "false"');
      return;
    case "instant":
      if (askedInstant(value) === null) throw expected('a time such as "2026-03-01T09:12:33+00:00"');
      return;
    case "choice":
      if (!parameter.choices?.includes(value)) throw expected(`one of ${(parameter.choices ?? []).join(", ")}`);
      return;
    case "name":
    case "text":
      return;
  }
}

function isTrue(value: string): boolean {
  return /^(?:true|1|yes)$/i.test(value);
}

const id = (description: string): Parameter => ({ kind: "id", description });
const words = (description: string): Parameter => ({ kind: "text", description });

/** Paging by number of rows alone. */
export const byOffset: Parameters = {
  offset: { kind: "count", description: "how many to pass over; a marker is ignored then" },
  limit: { kind: "count", description: `how many to answer, ${limits.pageSize} when it is more` },
};

/** Paging by number of rows, and by the last row of the page before. */
export const paging: Parameters = {
  marker: id("the number of the last item of the page before"),
  ...byOffset,
  cursor: {
    kind: "text",
    pattern: "^[A-Za-z0-9_-]*$",
    description: "what X-Next-Cursor of the page before said; it stays good while the tracker changes",
  },
};

export function sorting(fields: readonly string[]): Parameters {
  return {
    sort_field: {
      kind: "choice",
      choices: fields,
      description: "what it is sorted by; the number, unless said otherwise",
    },
    sort_dir: { kind: "choice", choices: ["asc", "desc"], description: "asc, unless said otherwise" },
  };
}

/** Every route takes these; `at` only where the past is shown. */
export const everywhere: Parameters = {
  fields: {
    kind: "text",
    many: true,
    description: "the answer has these members alone, also of what its shape requires; separated by commas",
  },
  at: words("a commit of the tracker's history, or a tag or branch on it: the answer as of then"),
};

/** The same where it is not. */
export const withoutPast: Parameters = Object.fromEntries(Object.entries(everywhere).filter(([name]) => name !== "at"));

export const parameter = {
  id,
  ids: (description: string): Parameter => ({ kind: "id", many: true, description }),
  text: words,
  texts: (description: string): Parameter => ({ kind: "text", many: true, description }),
  flag: (description: string): Parameter => ({ kind: "flag", description }),
  instant: (description: string): Parameter => ({ kind: "instant", description }),
  choice: (choices: readonly string[], description: string): Parameter => ({ kind: "choice", choices, description }),
  choices: (choices: readonly string[], description: string): Parameter => ({
    kind: "choice",
    many: true,
    choices,
    description,
  }),
};
