// One value of one field: an equality, a span of time, a span of numbers, or a sentence about what was expected.

import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import { isDay, isInstant } from "../instant.ts";
import type { QueryField } from "./fields.ts";
import type { Expression } from "./query.ts";

type Wrong = { readonly message: string; readonly hint?: string };

export function compareTerm(field: QueryField, text: string, quoted: boolean, now: number): Expression | Wrong {
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
      const guess = nearest(text, choices);
      const hint = guess ? `did you mean "${field.name}:${guess}"?` : `expected one of ${choices.join(", ")}`;
      return { message: `${quote(text)} is not a value of "${field.name}:"`, hint };
    }
    default: {
      const prefix = !quoted && text.endsWith("*");
      return { kind: "equals", field: field.name, value: prefix ? text.slice(0, -1) : text, prefix };
    }
  }
}

interface Moment {
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
const units: Readonly<Record<string, number>> = { h: 3_600_000, d: day, w: 7 * day, m: 30 * day, y: 365 * day };

function compareDate(field: QueryField, text: string, now: number): Expression | Wrong {
  const between = (from: number | null, to: number | null): Expression => ({
    kind: "between",
    field: field.name,
    from,
    to,
  });
  const range = /^(.*)\.\.(.*)$/.exec(text);
  if (range) {
    const first = range[1] === "" ? null : moment(field, range[1] ?? "", now);
    const last = range[2] === "" ? null : moment(field, range[2] ?? "", now);
    if (first === undefined || last === undefined || (first === null && last === null))
      return dateExpected(field, text);
    return between(first?.from ?? null, last?.to ?? null);
  }
  const [, operator = "", rest = ""] = /^(<=|>=|<|>)?(.*)$/s.exec(text) ?? [];
  const relative = /^\d+[hdwmy]$/.test(rest);
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
  if (isInstant(text)) {
    const from = Date.parse(text);
    return { from, to: from + 1000 };
  }
  if (text === "today" || text === "yesterday" || text === "tomorrow") {
    const from = Math.floor(now / day) * day + { today: 0, yesterday: -day, tomorrow: day }[text];
    return { from, to: from + day };
  }
  const age = /^(\d{1,5})([hdwmy])$/.exec(text);
  if (!age) return undefined;
  const length = Number(age[1]) * (units[age[2] ?? "d"] ?? day);
  const at = field.ahead ? now + length : now - length;
  return { from: at, to: at };
}

function dateExpected(field: QueryField, text: string): Wrong {
  return {
    message: `${quote(text)} is not a date for "${field.name}:"`,
    hint: `such as "${field.name}:>2026-01-01", "${field.name}:<30d" or "${field.name}:2026-01-01..2026-03-31"`,
  };
}

function compareNumber(field: QueryField, text: string): Expression | Wrong {
  const form = String.raw`-?\d{1,12}(?:\.\d{1,6})?`;
  const range = new RegExp(`^(${form})?\\.\\.(${form})?$`).exec(text);
  const bound = (value: string | undefined, inclusive = true) =>
    value === undefined || value === "" ? null : { value: Number(value), inclusive };
  if (range && (range[1] || range[2]))
    return { kind: "number", field: field.name, above: bound(range[1]), below: bound(range[2]) };
  const match = new RegExp(`^(<=|>=|<|>)?(${form})$`).exec(text);
  if (!match) return { message: `${quote(text)} is not a number`, hint: `such as "${field.name}:>=3"` };
  const [, operator = "", value = ""] = match;
  const inclusive = operator === "" || operator.endsWith("=");
  return {
    kind: "number",
    field: field.name,
    above: operator.startsWith("<") ? null : bound(value, inclusive),
    below: operator.startsWith(">") ? null : bound(value, inclusive),
  };
}
