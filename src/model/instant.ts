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
  const day = Math.floor(seconds / dayLength);
  if (!Number.isInteger(seconds) || day < 0 || day > lastDay) return instantOf(new Date(seconds * 1000));
  const rest = seconds - day * dayLength;
  const [hours, minutes] = [Math.floor(rest / 3_600), Math.floor(rest / 60) % 60];
  return `${dayText(day)}T${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[rest % 60]}Z`;
}

const dayLength = 86_400;
/** 9999-12-31. */
const lastDay = 2_932_896;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** A day in the form of the format, by its number since 1970. Lists tell the times of all stories, which are on few days. */
function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  if (dayTexts.size >= mostDays) dayTexts.clear();
  const text = new Date(day * dayLength * 1000).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
}

const dayTexts = new Map<number, string>();
const mostDays = 20_000;

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
