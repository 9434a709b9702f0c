// Headings of a list that put it in another order.

import { expect, test } from "vitest";
import { parseQuery } from "../../src/model/query/parse.ts";
import { shownFacets } from "../../src/site/search/facets.ts";
import { headingsOf, orderOf, withoutOrder } from "../../src/site/search/headings.ts";

const context = { now: 0, fields: [], saved: () => undefined } as unknown as Parameters<typeof parseQuery>[1];
const queryOf = (text: string) => {
  const parsed = parseQuery(text, context);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.query;
};

test("an order is told from what is looked for", () => {
  const asked = 'tag:x sort:status "words sort:id" (a OR b) sort:updated-asc';
  expect(withoutOrder(asked).split(/ +/).join(" ")).toBe('tag:x "words sort:id" (a OR b)');
  expect(orderOf(asked)).toBe("sort:status sort:updated-asc");
  expect(queryOf(`${withoutOrder(asked)} ${orderOf(asked)}`)).toEqual(queryOf(asked));
});

test.each([
  ...[
    "(a sort:id)",
    "sort:created AND a",
    "a AND sort:id AND b",
    "SORT:updated a",
    "sort:id,title a",
    '"a" sort:"id" b',
  ],
  ...["-(a OR b) sort:id", "a sort:id OR", 'sort:id "unended', "((sort:id", "sort:", "-sort:id", 'sort:id"x"', "x\\"],
])("an order taken away leaves a query that finds the same: %s", (asked) => {
  const [whole, rest] = [asked, `${withoutOrder(asked)} ${orderOf(asked)}`].map((text) => parseQuery(text, context));
  if (whole?.ok) expect(rest).toMatchObject({ ok: true, query: whole.query });
  for (const { query } of headingsOf(asked))
    if (whole?.ok && query !== null) expect(queryOf(query).where).toEqual(whole.query.where);
});

test.each([
  ["tag:x", "Updated", "tag:x sort:updated", null],
  ["tag:x sort:updated", "Updated", "tag:x sort:updated-asc", "descending"],
  ["tag:x sort:updated-asc", "Updated", "tag:x sort:updated", "ascending"],
  ["sort:priority", "Priority", "sort:priority-desc", "descending"],
  ["sort:priority-desc", "Priority", "sort:priority", "ascending"],
  ["sort:title sort:updated", "Story", "sort:title-desc", "ascending"],
  ["sort:title sort:updated", "Updated", "sort:updated", null],
  ["tag:x", "Assigned to", null, null],
  ["is:untriaged sort:created", "Reported", "is:untriaged sort:created-asc", "descending"],
  ["is:untriaged sort:created", "Reported by", "is:untriaged sort:author", null],
])("in %s the heading %s leads to %s", (order, name, query, sorted) => {
  expect(headingsOf(order).find((head) => head.name === name)).toMatchObject({ query, sorted });
  for (const head of headingsOf(order)) if (head.query !== null) queryOf(head.query);
});

test("what no query finds has headings that lead nowhere", () => {
  expect(headingsOf(null).map(({ query, sorted }) => [query, sorted])).toEqual(Array(6).fill([null, null]));
});

test("what narrows an ordered answer down can be asked", () => {
  const valuesOf = () => [{ value: "bug", count: 1 }];
  for (const [asked, narrowed] of [
    ["a OR b sort:updated", "(a OR b) type:bug sort:updated"],
    ["a sort:id-asc", "a type:bug sort:id-asc"],
    ["a", "a type:bug"],
  ] as const) {
    const facet = shownFacets(queryOf(asked), asked, 2, valuesOf).find(({ field }) => field === "type");
    expect(facet?.values[0]?.query).toBe(narrowed);
    queryOf(narrowed);
  }
});
