// What the OpenAPI document allows, tried at random: every answer is one that the document foresees.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partOf, partsOf } from "../../src/api/match.ts";
import { everywhere, type Parameter } from "../../src/api/parameters.ts";
import type { Route } from "../../src/api/route.ts";
import { routes } from "../../src/api/table.ts";
import { expectForeseen } from "../support/api-check.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

let site: LiveSite;
beforeAll(async () => {
  site = await serveAt(newApiTracker().folder, { still: true });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const numbers = fc.oneof(
  fc.constantFrom(1, known.story, known.task, known.foreignTask, known.foreignProject, 2000147),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
const words = fc.oneof(
  fc.constantFrom(
    "migration",
    "lantern/compute",
    "status:active",
    "-tag:docs",
    "HEAD~1",
    "main",
    "id,title",
    '"',
    "a OR",
    "%",
    "_",
    "é",
  ),
  fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
);

function validValue({ kind, choices }: Parameter): fc.Arbitrary<string> {
  switch (kind) {
    case "id":
      return numbers.map(String);
    case "count":
      return fc.oneof(fc.nat(60), fc.nat(999_999_999_999)).map(String);
    case "flag":
      return fc.constantFrom("true", "false");
    case "instant":
      return fc
        .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString());
    case "choice":
      return fc.constantFrom(...(choices ?? []));
    default:
      return words;
  }
}

const asked = fc.constantFrom<Route>(...routes).chain((route) => {
  const parameters = Object.entries({ ...route.parameters, ...everywhere });
  const inPath = fc.tuple(...partsOf(route).map(({ name }) => validValue(partOf(route, name))));
  const inQuery = fc.subarray(parameters, { maxLength: Math.min(4, parameters.length) }).chain((chosen) =>
    fc.tuple(
      ...chosen.map(([name, parameter]) => {
        const many = fc.array(validValue(parameter), { minLength: 1, maxLength: parameter.many ? 3 : 1 });
        return many.map((values) => values.map((value) => `${name}=${encodeURIComponent(value)}`).join("&"));
      }),
    ),
  );
  return fc.record({ route: fc.constant(route), inPath, inQuery });
});

test("every answer is foreseen", { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ route, inPath, inQuery }) => {
      const values = [...inPath];
      const path = route.path.replace(/\{\w+\+?\}/g, () => encodeURIComponent(values.shift() ?? "1"));
      // What a client puts into an address is no longer what it meant: "." and ".." are taken out on the way.
      fc.pre(!/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path));
      const response = await fetch(`${site.url}/api/v1${path}?${inQuery.join("&")}`);
      const body: unknown = await response.json();
      expect(response.status).toBeLessThan(500);
      // A name may be that of another route: "/projects/search".
      const isOther = /\/(?:search|self)$/.test(path) && route.path.endsWith("}");
      const isCut = response.status === 200 && inQuery.some((each) => each.startsWith("fields="));
      if (isOther) return;
      const type = response.headers.get("content-type") ?? "";
      expectForeseen(route.path.replace(/\{\w+\+?\}/g, "x"), response.status, type, body, isCut);
    }),
    { numRuns: 250 },
  );
});
