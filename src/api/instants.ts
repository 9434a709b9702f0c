// Times as the API writes them: ISO 8601 with an offset, always UTC.

/** "2026-03-01T09:12:33Z" or milliseconds as "2026-03-01T09:12:33+00:00". */
export function shownInstant(time: string | number): string {
  return typeof time === "number" ? `${new Date(time).toISOString().slice(0, 19)}+00:00` : time.replace(/Z$/, "+00:00");
}

export function shownOrNull(time: string | number | null | undefined): string | null {
  return time === null || time === undefined ? null : shownInstant(time);
}

/**
 * A time that somebody asked with, in milliseconds; a time without an offset is UTC, a day its beginning. Null when it is none.
 * A "+" that was not escaped in the address has become a blank.
 */
export function askedInstant(text: string): number | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,30})?)?)(?:\s?(Z)|([+\- ]\d{2}):?(\d{2}))?)?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, day = "", time, utc, hours, minutes] = match;
  const zone = utc !== undefined || hours === undefined ? "Z" : `${hours.replace(" ", "+")}:${minutes}`;
  // A leap second ends with the one before it: engines know none.
  const clock = time?.replace(/:60(?=\.|$)/, ":59");
  const parsed = Date.parse(clock === undefined ? `${day}T00:00:00Z` : `${day}T${clock}${zone}`);
  // A day that does not exist is carried over by some engines; the day must come back as it was written.
  const exists = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed) || Number.isNaN(exists)) return null;
  return new Date(exists).toISOString().startsWith(day) ? parsed : null;
}
