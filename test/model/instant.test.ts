import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfSeconds, isCompactInstant, isDay, isInstant } from "../../src/model/instant.ts";

const digits = (n: number, max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(n, "0"));
const parts = fc.tuple(digits(4, 9999), digits(2, 14), digits(2, 33), digits(2, 25), digits(2, 61), digits(2, 61));

test("an instant exists when the calendar has it", () => {
  fc.assert(
    fc.property(parts, ([year, month, day, hour, minute, second]) => {
      const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
      const date = new Date(instant);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString() === `${instant.slice(0, -1)}.000Z`;
      expect(isInstant(instant)).toBe(exists);
      expect(isCompactInstant(instant.replace(/[-:]/g, ""))).toBe(exists);
      const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
      const dayExists =
        !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${year}-${month}-${day}`);
      expect(isDay(`${year}-${month}-${day}`)).toBe(dayExists);
    }),
    { numRuns: 5_000, seed: 3 },
  );
});

test.each(["2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31"])("%s is no day", (day) => {
  expect(isDay(day)).toBe(false);
});

test.each(["2024-02-29", "2000-02-29", "0000-01-01"])("%s is a day", (day) => expect(isDay(day)).toBe(true));

test("seconds are told as the calendar of JavaScript tells them, whatever they are", () => {
  const told = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -1e9, max: 4e9 }), fc.integer({ min: -6e10, max: 3e11 })), (seconds) => {
      expect(instantOfSeconds(seconds)).toBe(told(seconds));
    }),
  );
  for (const seconds of [0, 86_399, 86_400, 951_782_400, 253_402_300_799, 253_402_300_800, 1.5])
    expect(instantOfSeconds(seconds)).toBe(told(seconds));
});
