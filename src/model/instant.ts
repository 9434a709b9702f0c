// Instants and days as the format writes them: "2026-03-01T09:12:33Z", always UTC, and "2026-03-01".

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** True for an instant that exists: 2026-02-30T00:00:00Z does not. */
export function isInstant(text: string): boolean {
  return instantForm.test(text) && exists(text);
}

/** True for a day that exists. */
export function isDay(text: string): boolean {
  return dayForm.test(text) && exists(`${text}T00:00:00Z`);
}

/** A moment in the form of the format, cut to whole seconds. */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Seconds since 1970 in the form of the format. */
export function instantOfSeconds(seconds: number): string {
  return instantOf(new Date(seconds * 1000));
}

/** A foreign time ("2015-03-04T05:06:07.123+02:00", "2015-03-04 05:06:07") as an instant, or undefined when it is none. */
export function instantFrom(text: unknown): string | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  const date = new Date(zoned.replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? undefined : instantOf(date);
}

/** The end of a day, 24:00 UTC, in milliseconds. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + 86_400_000;
}

function exists(instant: string): boolean {
  const date = new Date(instant);
  return !Number.isNaN(date.getTime()) && instantOf(date) === instant;
}

/** The formats of the schemas that code must check, by name. */
export const formats = { instant: isInstant, day: isDay };
