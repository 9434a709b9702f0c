// What a program gives us, before it goes any further: types are not there at run time, and many programs are not written in TypeScript.

import { type Interval, intervals } from "../index/flow.ts";
import { namedKinds } from "../model/place.ts";
import { Failure } from "../text/failure.ts";

/** Refuses what is not text. Failure "bad-argument", as all of these. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== "string") throw wrong(name, "a string", value);
}

/** The number of a story or task may be any whole one: most are nobody's. */
export function checkNumber(name: string, value: unknown): void {
  if (!Number.isSafeInteger(value)) throw wrong(name, "a whole number", value);
}

/** Options: an object, or nothing. */
export function checkObject(name: string, value: unknown): void {
  if (value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value)))
    throw wrong(name, "an object, or left out", value);
}

/** True or false, or left out. */
export function checkYesOrNo(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "boolean") throw wrong(name, "true or false", value);
}

/** What tells the time, or nothing. */
export function checkClock(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") throw wrong(name, "a function that tells the time", value);
}

/** What it tells, milliseconds since 1970. */
export function momentOf(now: () => number): number {
  const moment: unknown = now();
  if (typeof moment !== "number" || !(Math.abs(moment) <= 8.64e15))
    throw wrong("now()", "milliseconds since 1970", moment);
  return moment;
}

function checkOneOf(name: string, value: unknown, all: readonly string[]): void {
  if (!all.includes(value as string)) throw wrong(name, `one of ${all.join(", ")}`, value);
}

export const checkKind = (value: unknown): void => checkOneOf("kind", value, namedKinds);
export const checkUnit = (value: unknown): void => checkOneOf("of", value, ["story", "task"]);

/** More rows than anyone reads, and than there may be room for. */
const mostRows = 10_000;
const shortest: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

/** Failure "bad-argument" for times that are none, an interval that is none, and more of them than anyone reads. */
export function checkSpan(since: number, until: number, interval: string): void {
  for (const [name, time] of Object.entries({ since, until }))
    if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) throw wrong(name, "milliseconds since 1970", time);
  checkOneOf("interval", interval, intervals);
  const rows = (until - since) / (shortest[interval as Interval] * 86_400_000);
  if (rows <= mostRows) return;
  throw new Failure(
    "bad-argument",
    `a row for each ${interval} would be ${Math.ceil(rows)} rows, more than ${mostRows}`,
    {
      hint: "a longer interval, or a later since",
    },
  );
}

function wrong(name: string, what: string, value: unknown): Failure {
  const given = value === null ? "null" : Array.isArray(value) ? "an array" : typeof value;
  const shown = typeof value === "number" || typeof value === "string" ? JSON.stringify(value).slice(0, 80) : given;
  return new Failure("bad-argument", `${name} is ${what}, not ${shown}`);
}
