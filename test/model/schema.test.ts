import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../src/model/generated/checkers.js";
import { facts } from "../../src/model/generated/schema-facts.ts";
import type { Kind } from "../../src/model/place.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Schema {
  readonly description?: string;
  readonly type?: string | string[];
  readonly enum?: unknown[];
  readonly properties?: Record<string, Schema>;
  readonly patternProperties?: Record<string, Schema>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly required?: string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly const?: unknown;
  readonly "x-format"?: string;
}

const schemas = readdirSync(`${root}schema`)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name): [Kind, Schema] => [
    name.replace(".schema.json", "") as Kind,
    JSON.parse(readFileSync(`${root}schema/${name}`, "utf8")),
  ]);

test("what is generated is fresh", () => {
  expect(() =>
    execFileSync(process.execPath, [`${root}scripts/generate.mjs`, "--check"], { stdio: "pipe" }),
  ).not.toThrow();
});

test("there is a schema for every kind", () => {
  expect(schemas.map(([kind]) => kind).sort()).toEqual(Object.keys(check).sort());
});

const samples: Record<string, unknown> = {
  instant: "2026-03-01T09:12:33Z",
  day: "2026-03-01",
  url: "https://example.org/x",
  project: "openstack/nova",
  alias: "launchpad:1834567",
  identity: "github:alice",
  email: "a@example.org",
  cve: "CVE-2026-1234",
  comment: "20260301T091233Z-ab12",
  commit: "0123456789abcdef0123456789abcdef01234567",
  sort: "updated-desc",
};

/** A value that fits a schema. */
function good(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === "array") return [good(schema.items ?? {})];
  if (type === "object") {
    if (schema.properties)
      return Object.fromEntries((schema.required ?? []).map((key) => [key, good(schema.properties?.[key] ?? {})]));
    return typeof schema.additionalProperties === "object" ? { name: good(schema.additionalProperties) } : {};
  }
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  const format = samples[schema["x-format"] ?? ""];
  if (format !== undefined) return format;
  return schema.pattern?.includes("anyone")
    ? "anyone"
    : schema.pattern?.includes("maintainers")
      ? "maintainers"
      : "word";
}

const minimal = (schema: Schema) =>
  Object.fromEntries((schema.required ?? []).map((key) => [key, good(schema.properties?.[key] ?? {})]));

describe.each(schemas)("%s", (kind, schema) => {
  const properties = Object.entries(schema.properties ?? {});
  const ok = (data: unknown) => check[kind](data);

  test("every property is described for the author of a story", () => {
    const missing: string[] = [];
    const walk = (node: Schema, where: string) => {
      if (where !== "" && (node.description ?? "").length < 4) missing.push(where);
      for (const [key, inner] of Object.entries({ ...node.properties, ...node.patternProperties }))
        walk(inner, `${where}/${key}`);
      if (node.items && node.items.type !== "string") walk(node.items, `${where}/*`);
    };
    walk(schema, "");
    expect(missing.filter((where) => !/\/(?:enum|tags)\/\*$/.test(where))).toEqual([]);
    expect(schema.description?.length).toBeGreaterThan(20);
  });

  test("takes the least a file can say, x- keys, and nothing unknown", () => {
    const least = minimal(schema);
    expect(ok(least)).toBe(true);
    expect(ok({ ...least, "x-mine": { any: [1] } })).toBe(true);
    expect(ok({ ...least, unknwon: 1 })).toBe(false);
  });

  test.each(properties)("%s: a good value passes, a wrong one does not, an empty one means none", (key, property) => {
    const least = minimal(schema);
    expect(ok({ ...least, [key]: good(property) })).toBe(true);
    const wrong = [property.type].flat().includes("object") ? [] : { wrong: true };
    expect(ok({ ...least, [key]: wrong })).toBe(false);
    const optional = !schema.required?.includes(key);
    expect(ok({ ...least, [key]: null })).toBe(optional);
    const absent = { ...least };
    delete absent[key];
    expect(ok(absent)).toBe(optional);
  });
});

test("DESIGN's example story and task pass, and their keys stand in its order", () => {
  const story = {
    title: "Live migration times out",
    author: "alice",
    type: "bug",
    created: "2026-03-01T09:12:33Z",
    triage: "confirmed",
    tags: ["live-migration"],
    aliases: ["launchpad:1834567"],
    milestone: null,
    depends_on: null,
    due: null,
  };
  const task = {
    project: "openstack/nova",
    status: "todo",
    branch: "master",
    assignee: "bob",
    author: "alice",
    priority: "high",
    created: "2026-03-02T10:00:00Z",
    milestone: "dalmatian-1",
    depends_on: null,
    due: null,
    changes: null,
  };
  expect([check.story(story), check.task(task)]).toEqual([true, true]);
  expect(facts.story.keys.slice(0, 10)).toEqual(Object.keys(story));
  expect(facts.task.keys.slice(0, 11)).toEqual(Object.keys(task));
  expect(facts.story.always).toEqual(Object.keys(story));
  expect(facts.task.always).toEqual(Object.keys(task));
});

test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "tomorrow"])("%s is no day", (day) => {
  const least = { title: "x", author: "a", created: "2026-03-01T09:12:33Z" };
  expect(check.story({ ...least, due: day })).toBe(false);
  expect(check.story({ ...least, created: `${day}T00:00:00Z` })).toBe(false);
});

test.each(["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://x", "https://a b", "mailto:a@b"])(
  "%s is no link",
  (url) => {
    const least = { title: "x", author: "a", created: "2026-03-01T09:12:33Z" };
    expect(check.story({ ...least, links: [{ url }] })).toBe(false);
  },
);

test("two daily keys that stand side by side are kept apart by the second's own line, so that edits of both merge", () => {
  const touching = (["story", "task"] as const).flatMap((kind) => {
    const { always, daily, lists } = facts[kind];
    // Only the items of a list change day by day; the line of its key stays as it is.
    return always.filter((key, at) => {
      const next = always[at + 1] ?? "";
      return daily.includes(key) && daily.includes(next) && !lists.includes(next);
    });
  });
  expect(touching).toEqual([]);
});

test("a daily key is always written, so that its first setting is an edit of a line of its own", () => {
  for (const [kind, { daily, always }] of Object.entries(facts))
    expect([kind, daily.filter((key) => !always.includes(key))]).toEqual([kind, []]);
});
