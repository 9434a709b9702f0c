// The page of the query language is as fresh as the language, and each of its examples finds what it says.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { conditions, possessions, queryFields, sortFields } from "../../src/model/query/fields.ts";
import { newFolder, projectRoot } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const page = readFileSync(join(projectRoot, "docs", "query.md"), "utf8");
const rows = [...page.matchAll(/^\| `(.+)` \| (.*) \|$/gm)].map(([, query = "", said = ""]) => [query, said] as const);
const found = rows.filter(([, said]) => /^(?:\d+: \d|nothing$)/.test(said));
const wrong = rows.filter(([, said]) => / at character \d+ of the query/.test(said));

test("docs/query.md is fresh", () => {
  const script = join(projectRoot, "scripts", "generate-query.mjs");
  expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
}, 60_000);

test("every field, condition and order stands there, with an example that finds something where the demo has it", () => {
  const queries = found.map(([query]) => query);
  for (const { name, description } of queryFields) {
    expect(page).toContain(`| \`${name}\` | `);
    expect(page).toContain(description);
    expect(queries.filter((query) => new RegExp(`(?:^|[ (-])${name}:`).test(query))).not.toEqual([]);
  }
  for (const name of Object.keys(conditions)) expect(queries).toContain(`is:${name}`);
  for (const name of Object.keys(possessions)) expect(queries).toContain(`has:${name}`);
  for (const name of sortFields) expect(page).toContain(`sort:${name} `);
  const empty = found.filter(([, said]) => said === "nothing").map(([query]) => query);
  expect(empty).toEqual(["points:>=3", "points:1..3", "is:private", "is:proposed"]);
});

describe("the command line finds in the demo tracker what the page says", () => {
  const demo = join(newFolder(), "demo");
  beforeAll(async () => {
    const made: { makeDemo: (folder: string) => string } = await import(join(projectRoot, "scripts", "demo.mjs"));
    made.makeDemo(demo);
  });

  test.each(found)("%s", async (query, said) => {
    const { exit, out } = await storytree(demo, ["list", "--format", "ids", "--", query]);
    const ids = out.split("\n").filter((line) => line !== "");
    const shown =
      ids.length === 0 ? "nothing" : `${ids.length}: ${ids.slice(0, 3).join(", ")}${ids.length > 3 ? ", …" : ""}`;
    expect([exit, shown]).toEqual([0, said]);
  });

  test.each(wrong)("%s", async (query, said) => {
    const { exit, out, err } = await storytree(demo, ["list", "--", query]);
    expect([exit, out]).toEqual([2, ""]);
    const [, message, hint] = /^storytree: ([^\n]*)\n[\s\S]*?(?:\n {2}hint: ([^\n]*))?\n$/.exec(err) ?? [];
    expect(`${message}${hint ? `; ${hint}` : ""}`).toBe(said);
  });

  test("and explains the language on one screen", async () => {
    const { out } = await storytree(demo, ["explain", "query"]);
    for (const { name, description } of queryFields)
      expect(out).toMatch(new RegExp(`^  ${name} +${description.slice(0, 20)}`, "m"));
    for (const line of out.split("\n")) expect(line).not.toMatch(/undefined/);
  });
});
