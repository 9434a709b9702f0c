// Instants and days as the format writes them: "2026-03-01T09:12:33Z", always UTC, and "2026-03-01".

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** True for an instant that exists: 2026-02-30T00:00:00Z does not. */
export function isInstant(text: string): boolean {
  return instantForm.test(text) && dayExists(text, 0, 5, 8) && timeExists(text, 11, 14, 17);
}

/** True for a day that exists. */
export function isDay(text: string): boolean {
  return dayForm.test(text) && dayExists(text, 0, 5, 8);
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

/** True for "20260301T091233Z" when it exists; `text` begins with so many digits and letters. */
export function isCompactInstant(text: string): boolean {
  return dayExists(text, 0, 4, 6) && timeExists(text, 9, 11, 13);
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// By arithmetic: half of a large tracker's files have an instant in their name, and a Date each would cost more than reading them.
function dayExists(text: string, yearAt: number, monthAt: number, dayAt: number): boolean {
  const year = two(text, yearAt) * 100 + two(text, yearAt + 2);
  const month = two(text, monthAt);
  const day = two(text, dayAt);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (monthDays[month - 1] ?? -1) + leap;
}

function timeExists(text: string, hourAt: number, minuteAt: number, secondAt: number): boolean {
  return two(text, hourAt) < 24 && two(text, minuteAt) < 60 && two(text, secondAt) < 60;
}

/** Two digits as a number. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** The formats of the schemas that code must check, by name. */
export const formats = { instant: isInstant, day: isDay };
