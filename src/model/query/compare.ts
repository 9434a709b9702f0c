// One value of one field: an equality, a span of time, a span of numbers, or a sentence about what was expected.

import { quote } from "../../text/quote.ts";
import { isDay, isInstant } from "../instant.ts";
import { valueHint } from "./elsewhere.ts";
import type { QueryField } from "./fields.ts";
import type { QueryValue } from "./lex.ts";
import type { Expression } from "./query.ts";

type Wrong = { readonly message: string; readonly hint?: string };

export function compareTerm(
  field: QueryField,
  { text, quoted, prefix: isBeginning }: Pick<QueryValue, "text" | "quoted" | "prefix">,
  now: number,
): Expression | Wrong {
  if (isBeginning && field.type !== "word")
    return { message: `"${field.name}:" takes whole values only`, hint: "leave the star out" };
  switch (field.type) {
    case "date":
      return compareDate(field, text, now);
    case "number":
      return compareNumber(field, text);
    case "id":
      return /^[1-9]\d{0,7}$/.test(text)
        ? { kind: "equals", field: field.name, value: text, prefix: false }
        : { message: `${quote(text)} is not a number of a story or task`, hint: 'such as "id:48213377"' };
    case "choice": {
      const choices = field.choices ?? [];
      if (choices.includes(text)) return { kind: "equals", field: field.name, value: text, prefix: false };
      const message = `${quote(text)} is not a value of "${field.name}:"`;
      return { message, hint: valueHint(field.name, text, choices) };
    }
    default: {
      const hasStar = !quoted && text.endsWith("*");
      const prefix = hasStar || isBeginning;
      return { kind: "equals", field: field.name, value: hasStar ? text.slice(0, -1) : text, prefix };
    }
  }
}

interface Moment {
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
const units: Readonly<Record<string, number>> = { h: 3_600_000, d: day, w: 7 * day, m: 30 * day, y: 365 * day };
const age = /^(\d{1,5})([hdwmy])$/;

function compareDate(field: QueryField, text: string, now: number): Expression | Wrong {
  const between = (from: number | null, to: number | null): Expression => ({
    kind: "between",
    field: field.name,
    from,
    to,
  });
  const range = /^(.*)\.\.(.*)$/.exec(text);
  if (range) {
    const [, left = "", right = ""] = range;
    // Of ages either may come first; and "..30d" is what "<=30d" is, which is later for those that count back.
    const areAges = [left, right].every((end) => end === "" || age.test(end));
    const isTurned = areAges && field.ahead !== true && (left === "" || right === "");
    const [first, last] = isTurned ? [right, left] : [left, right];
    const [from, to] = [first, last].map((end) => (end === "" ? null : moment(field, end, now)));
    if (from === undefined || to === undefined || (from === null && to === null)) return dateExpected(field, text);
    if (areAges && from && to) return between(Math.min(from.from, to.from), Math.max(from.to, to.to));
    return between(from?.from ?? null, to?.to ?? null);
  }
  const [, operator = "", rest = ""] = /^(<=|>=|<|>)?(.*)$/s.exec(text) ?? [];
  const relative = age.test(rest);
  const value = moment(field, rest, now);
  if (!value) return dateExpected(field, text);
  // An age counts backwards: "updated:<30d" is younger than thirty days, and that is later than then.
  const backwards = relative && field.ahead !== true;
  const effective = backwards
    ? { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "": ">=" }[operator]
    : operator || (relative ? "<=" : "");
  switch (effective) {
    case "<":
      return between(null, value.from);
    case "<=":
      return between(null, value.to);
    case ">":
      return between(value.to, null);
    case ">=":
      return between(value.from, null);
    default:
      return between(value.from, value.to);
  }
}

function moment(field: QueryField, text: string, now: number): Moment | undefined {
  if (isDay(text)) {
    const from = Date.parse(`${text}T00:00:00Z`);
    return { from, to: from + day };
  }
  // A day that lies ahead is one until it ends, and it is kept as when it begins.
  const early = field.ahead ? day : 0;
  if (isInstant(text)) {
    const from = Date.parse(text) - early;
    return { from, to: from + 1000 };
  }
  if (text === "today" || text === "yesterday" || text === "tomorrow") {
    const from = Math.floor(now / day) * day + { today: 0, yesterday: -day, tomorrow: day }[text];
    return { from, to: from + day };
  }
  const [, count, unit = ""] = age.exec(text) ?? [];
  if (count === undefined) return undefined;
  const length = Number(count) * (units[unit] ?? day);
  const at = field.ahead ? now + length - early : now - length;
  // The moment itself is neither before nor after.
  return { from: at, to: at + 1 };
}

function dateExpected(field: QueryField, text: string): Wrong {
  return {
    message: `${quote(text)} is not a date for "${field.name}:"`,
    hint: `such as "${field.name}:>2026-01-01", "${field.name}:<30d" or "${field.name}:2026-01-01..2026-03-31"`,
  };
}

function compareNumber(field: QueryField, text: string): Expression | Wrong {
  const [, operator = "", first = "", dots = "", last = ""] =
    /^(<=|>=|<|>)?(-?\d[\d.eE+-]*?)?(?:(\.\.)(.*))?$/s.exec(text) ?? [];
  const ends = [first, last].filter((end) => end !== "").map(numberOf);
  if (ends.length === 0 || ends.includes(undefined) || (dots !== "" && operator !== ""))
    return { message: `${quote(text)} is not a number`, hint: `such as "${field.name}:>=3"` };
  const bound = (end: string, inclusive = true) => (end === "" ? null : { value: Number(end), inclusive });
  const number = { kind: "number", field: field.name } as const;
  if (dots !== "") return { ...number, above: bound(first), below: bound(last) };
  const inclusive = operator === "" || operator.endsWith("=");
  return {
    ...number,
    above: operator.startsWith("<") ? null : bound(first, inclusive),
    below: operator.startsWith(">") ? null : bound(first, inclusive),
  };
}

/** A decimal number, with an exponent if need be; undefined for any other text. */
function numberOf(text: string): number | undefined {
  const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
