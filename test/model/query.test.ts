import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customQueryFields } from "../../src/model/query/custom-query-fields.ts";
import { conditions, possessions, queryFields } from "../../src/model/query/fields.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { compareBy } from "../../src/model/query/row.ts";
import { tokens } from "../../src/model/query/tokens.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const context = {
  now,
  expand: (field: string, name: string | null) =>
    name === "known" ? ({ kind: "equals", field: "id", value: field, prefix: false } as const) : undefined,
};
const parse = (text: string) => parseQuery(text, context);
const where = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? parsed.query.where : parsed.problem;
};
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const equals = (field: string, value: string, prefix = false) => ({ kind: "equals", field, value, prefix });
const text = (...words: string[]) => ({ kind: "text", words, prefix: false });

test("a field that is true or false takes nothing else", () => {
  const fields = { started: { on: ["task" as const], schema: { type: "boolean" as const } } };
  const custom = { ...context, customFields: customQueryFields({ format: 1, name: "x", fields } as never) };
  const parsed = (text: string) => parseQuery(text, custom);
  expect(parsed("started:true")).toMatchObject({ ok: true, query: { where: equals("started", "true") } });
  expect(parsed("started:none")).toMatchObject({ ok: true });
  expect(parsed("started:maybe")).toMatchObject({ problem: { at: 9, hint: "expected one of true, false" } });
});

describe("what queries mean", () => {
  test.each([
    ["a OR sort:id", 5, "an order is no alternative"],
    ["sort:id OR a", 0, "an order is no alternative"],
    ["a (sort:id)", 3, "an order stands outside of parentheses"],
    ["-(sort:id)", 2, "an order stands outside of parentheses"],
    ["a OR (b OR sort:id)", 11, "an order is no alternative"],
  ])("%j is refused: an order finds nothing by itself", (text, start, message) => {
    const parsed = parse(text);
    expect(parsed.ok ? parsed : parsed.problem).toMatchObject({ message, span: { start } });
  });

  test.each([
    ['tag:"a b', 4, "a quotation mark is never closed"],
    ['status:active tag:"x y', 18, "a quotation mark is never closed"],
    ['"live', 0, "a quotation mark is never closed"],
    ["tag:a,", 6, "a value is missing beside a comma"],
    ["-", 0, '"-" holds no letter or digit to look for'],
    ["list:nothing", 5, 'there is no list "nothing"'],
    ["watcher:nobody", 8, 'there is no person "nobody"'],
    ["x -", 2, '"-" holds no letter or digit to look for'],
    ["NOT", 0, "there is nothing behind the minus or NOT"],
    [`a${"😀".repeat(1_000)}`, 1_999, "the query has 1001 characters, more than 1000"],
  ])("%j is refused, with its place and a remedy", (text, start, message) => {
    const parsed = parse(text);
    expect(parsed.ok ? parsed : parsed.problem).toMatchObject({ message, span: { start } });
    expect(parsed.ok ? parsed : parsed.problem).toHaveProperty("hint");
  });

  // In a range the wrong way round lies nothing, which is an answer.
  test.each(["points:5..1", "created:2026-01-02..2026-01-01", "created:90d..30d", `${"😀".repeat(999)}a`])(
    "%j is not",
    (text) => {
      expect(parse(text).ok).toBe(true);
    },
  );

  test.each<[string, unknown]>([
    ["", { kind: "all" }],
    ["status:active", equals("status", "active")],
    ["STATUS:active", equals("status", "active")],
    ["project:openstack/*", equals("project", "openstack/", true)],
    ['tag:"x y"', equals("tag", "x y")],
    ["alias:launchpad:1834567", equals("alias", "launchpad:1834567")],
    ["a b", { kind: "and", parts: [text("a"), text("b")] }],
    ["a AND b", { kind: "and", parts: [text("a"), text("b")] }],
    ["a OR b c", { kind: "or", parts: [text("a"), { kind: "and", parts: [text("b"), text("c")] }] }],
    ["(a OR b) c", { kind: "and", parts: [{ kind: "or", parts: [text("a"), text("b")] }, text("c")] }],
    ["-tag:docs", { kind: "not", part: equals("tag", "docs") }],
    ["NOT tag:docs", { kind: "not", part: equals("tag", "docs") }],
    ["--a", { kind: "not", part: { kind: "not", part: text("a") } }],
    ['"live migration"', text("live", "migration")],
    ["Live-Migration", text("live", "migration")],
    ["migr*", { kind: "text", words: ["migr"], prefix: true }],
    ["assignee:none", { kind: "none", field: "assignee" }],
    ['assignee:"none"', equals("assignee", "none")],
    ["task:todo,review", { kind: "or", parts: [equals("task", "todo"), equals("task", "review")] }],
    ["is:active", { kind: "is", what: "active" }],
    ["has:cve", { kind: "has", what: "cve" }],
    ["created:2026-03-01", { kind: "between", field: "created", from: day("2026-03-01"), to: day("2026-03-02") }],
    ["created:>2026-03-01", { kind: "between", field: "created", from: day("2026-03-02"), to: null }],
    ["created:>=2026-03-01", { kind: "between", field: "created", from: day("2026-03-01"), to: null }],
    ["created:<2026-03-01", { kind: "between", field: "created", from: null, to: day("2026-03-01") }],
    ["created:<=2026-03-01", { kind: "between", field: "created", from: null, to: day("2026-03-02") }],
    [
      "created:2026-03-01..2026-03-31",
      { kind: "between", field: "created", from: day("2026-03-01"), to: day("2026-04-01") },
    ],
    ["created:..2026-03-31", { kind: "between", field: "created", from: null, to: day("2026-04-01") }],
    ["updated:<30d", { kind: "between", field: "updated", from: now - 30 * 86_400_000 + 1, to: null }],
    ["updated:<=30d", { kind: "between", field: "updated", from: now - 30 * 86_400_000, to: null }],
    ["updated:30d", { kind: "between", field: "updated", from: now - 30 * 86_400_000, to: null }],
    ["updated:..30d", { kind: "between", field: "updated", from: now - 30 * 86_400_000, to: null }],
    ["updated:>30d", { kind: "between", field: "updated", from: null, to: now - 30 * 86_400_000 }],
    ["updated:30d..", { kind: "between", field: "updated", from: null, to: now - 30 * 86_400_000 + 1 }],
    ["updated:2d..1d", { kind: "between", field: "updated", from: now - 2 * 86_400_000, to: now - 86_400_000 + 1 }],
    ["updated:1d..2d", { kind: "between", field: "updated", from: now - 2 * 86_400_000, to: now - 86_400_000 + 1 }],
    [
      "updated:2026-05-01..1d",
      { kind: "between", field: "updated", from: day("2026-05-01"), to: now - 86_400_000 + 1 },
    ],
    ["due:1d..2d", { kind: "between", field: "due", from: now, to: now + 86_400_000 + 1 }],
    ["due:2d..1d", { kind: "between", field: "due", from: now, to: now + 86_400_000 + 1 }],
    ["due:..2d", { kind: "between", field: "due", from: null, to: now + 86_400_000 + 1 }],
    ["due:<7d", { kind: "between", field: "due", from: null, to: now + 6 * 86_400_000 }],
    ["due:<0d", { kind: "between", field: "due", from: null, to: now - 86_400_000 }],
    ["due:>2026-06-01T12:00:00Z", { kind: "between", field: "due", from: day("2026-05-31") + 43_201_000, to: null }],
    ["due:today", { kind: "between", field: "due", from: day("2026-06-01"), to: day("2026-06-02") }],
    ["points:>0.0000001", { kind: "number", field: "points", above: { value: 1e-7, inclusive: false }, below: null }],
    ["points:<=1.5e3", { kind: "number", field: "points", above: null, below: { value: 1500, inclusive: true } }],
    ["points:..-2", { kind: "number", field: "points", above: null, below: { value: -2, inclusive: true } }],
    ["points:>=3", { kind: "number", field: "points", above: { value: 3, inclusive: true }, below: null }],
    [
      "points:1..3",
      { kind: "number", field: "points", above: { value: 1, inclusive: true }, below: { value: 3, inclusive: true } },
    ],
    ['tag:"live m"*,x', { kind: "or", parts: [equals("tag", "live m", true), equals("tag", "x")] }],
    ["list:known", equals("id", "list")],
    ["https://x.org", text("https", "x", "org")],
  ])("%s", (query, meaning) => {
    expect(where(query)).toEqual(meaning);
  });

  test("orders", () => {
    const sort = (query: string) => {
      const parsed = parse(query);
      return parsed.ok && parsed.query.sort;
    };
    expect(sort("a sort:updated")).toEqual([{ field: "updated", descending: true }]);
    expect(sort("sort:priority,created-asc")).toEqual([
      { field: "priority", descending: false },
      { field: "created", descending: false },
    ]);
  });
});

test("titles are in the order of the alphabet, whatever their case and accents", () => {
  const titles = ["Öl", "zz", "élan", "Éclair", "apple", "Apple 10", "Zebra", "angst", "Ångström", "APPLE", "[nova] x"];
  const sorted = [...titles].sort((a, b) => compareBy({ field: "title", descending: false }, a, b));
  expect(sorted).toEqual([
    "[nova] x",
    "angst",
    "Ångström",
    "APPLE",
    "apple",
    "Apple 10",
    "Éclair",
    "élan",
    "Öl",
    "Zebra",
    "zz",
  ]);
});

describe("what is wrong with queries", () => {
  test.each([
    ["label:x", 0, 5, '"label" is not a field', 'did you mean "tag:"?'],
    ["state:open", 0, 5, '"state" is not a field', 'did you mean "status:active"?'],
    ["launchpad:1834567", 0, 9, '"launchpad" is not a field', 'did you mean "alias:launchpad:1834567"?'],
    ["is:open", 3, 7, '"open" is not something that "is:" knows', 'did you mean "is:active"?'],
    ["status:open", 7, 11, '"open" is not a value of "status:"', 'did you mean "status:active"?'],
    ["status:review", 7, 13, '"review" is not a value of "status:"', 'did you mean "task:review"?'],
    ["no:label", 0, 2, '"no" is not a field', 'did you mean "tag:none"?'],
    ["statsu:active", 0, 6, '"statsu" is not a field', 'did you mean "status:"?'],
    ["status:actve", 7, 12, '"actve" is not a value of "status:"', 'did you mean "status:active"?'],
    ["a is:actve", 5, 10, '"actve" is not something that "is:" knows', 'did you mean "is:active"?'],
    ["status:", 0, 7, '"status:" has no value', "a field stands before"],
    ['status:"act"*', 7, 13, '"status:" takes whole values only', "leave the star out"],
    ['list:"kno"*', 5, 11, '"list:" takes whole values only', "leave the star out"],
    ["(a", 0, 1, '"(" is never closed', 'add ")"'],
    ["a)", 1, 2, '")" closes nothing', "remove it"],
    ["()", 1, 2, "a term is missing here", "such as"],
    ["a OR", 2, 4, "a term is missing here", "such as"],
    ["AND a", 0, 3, "AND needs a term on both sides", "side by side"],
    ["NOT", 0, 3, "there is nothing behind the minus or NOT", ""],
    ['"abc', 0, 4, "a quotation mark is never closed", "closing"],
    ["a +*b* c", 3, 4, '"*" stands at the end of a word only', "in quotes"],
    ["created:soon", 8, 12, '"soon" is not a date for "created:"', "such as"],
    ["created:2026-02-30", 8, 18, '"2026-02-30" is not a date', "such as"],
    ["points:many", 7, 11, '"many" is not a number', "such as"],
    ["id:abc", 3, 6, '"abc" is not a number of a story or task', "such as"],
    ["sort:updatd", 5, 11, '"updatd" is not an order', 'did you mean "sort:updated"?'],
    ["list:gone", 5, 9, 'there is no list "gone"', ""],
    ["!!!", 0, 3, '"!!!" holds no letter or digit', ""],
  ])("%s", (query, start, end, message, hint) => {
    const parsed = parse(query);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problem.span).toEqual({ start, end });
    expect(parsed.problem.message).toContain(message);
    expect(parsed.problem.hint ?? "").toContain(hint);
  });
});

test("any text is answered, with a place inside it", () => {
  const piece = fc.constantFrom(
    "(",
    ")",
    "-",
    "OR",
    "AND",
    "NOT",
    '"',
    "status:",
    "active",
    ":",
    "*",
    ",",
    "..",
    "<",
    "created:",
    "a",
    " ",
    "\\",
    "é",
    "日本",
    "sort:",
    "is:",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("")),
      ),
      (query) => {
        const parsed = parse(query);
        if (parsed.ok) return;
        expect(parsed.problem.message).not.toBe("");
        expect(parsed.problem.span.start).toBeGreaterThanOrEqual(0);
        expect(parsed.problem.span.end).toBeLessThanOrEqual(Math.max(query.length, 1));
      },
    ),
    { numRuns: 5_000, seed: 31 },
  );
  for (const query of ["(".repeat(900), "-".repeat(900), "a ".repeat(499), "a OR ".repeat(199), "x".repeat(5_000)])
    expect(typeof parse(query).ok).toBe("boolean");
});

test("every example of the table is a query", () => {
  const examples = [
    ...queryFields.map((field) => field.example),
    ...Object.keys(conditions).map((name) => `is:${name}`),
    ...Object.keys(possessions).map((name) => `has:${name}`),
  ];
  const expanding = { now, expand: () => ({ kind: "all" }) as const };
  expect(examples.filter((example) => !parseQuery(example, expanding).ok)).toEqual([]);
});

test("words are folded: case and accents do not count, scripts without blanks are cut", () => {
  expect(tokens("Crème-BRÛLÉE, naïve_42")).toEqual(["creme", "brulee", "naive", "42"]);
  expect(tokens("Straße STRASSE ﬁle ΟΔΟΣ οδος Irmak ırmak İzmir")).toEqual([
    "strasse",
    "strasse",
    "file",
    "οδοσ",
    "οδοσ",
    "irmak",
    "irmak",
    "izmir",
  ]);
  expect(tokens("Łódź Bjørn œuvre ÆON")).toEqual(["lodz", "bjorn", "oeuvre", "aeon"]);
  expect(tokens("日本go語")).toEqual(["日", "本", "go", "語"]);
  expect(tokens("")).toEqual([]);
});

test("statuses and triage come by how far something has come, other words by the alphabet", () => {
  const sorted = (field: string, words: readonly (string | null)[], descending = false) =>
    [...words].sort((a, b) => compareBy({ field, descending }, a, b));
  expect(sorted("status", ["invalid", "merged", "active", null])).toEqual(["active", "merged", "invalid", null]);
  expect(sorted("status", ["merged", "invalid", "review", "todo", "inprogress"], true)).toEqual([
    ...["invalid", "merged", "review", "inprogress", "todo"],
  ]);
  expect(sorted("triage", ["rejected", "confirmed", "new", "triaged", "incomplete"])).toEqual([
    ...["new", "incomplete", "confirmed", "triaged", "rejected"],
  ]);
  expect(sorted("project", ["b", null, "a"])).toEqual(["a", "b", null]);
});

test.each(["*", '"*"', "—", "-*"])("%s holds nothing to look for, and says so of what was typed", (typed) => {
  const parsed = parse(typed);
  const shown = typed.replace(/^-|"/g, "");
  expect(parsed.ok ? null : parsed.problem.message).toBe(`"${shown}" holds no letter or digit to look for`);
});
