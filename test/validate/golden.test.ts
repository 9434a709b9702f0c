// Each folder of cases/ is a case: what it changes of base/, and what validation must say of it. A good case holds valid.txt.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnosticText } from "../../src/report/text.ts";
import { explanations } from "../../src/validate/explanations.ts";
import { rules } from "../../src/validate/rules.ts";
import { validate } from "../../src/validate/validate.ts";
import { projectRoot, readFolder } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";

const here = join(projectRoot, "test", "validate");
const base = readFolder(join(here, "base"));
const cases = readdirSync(join(here, "cases")).sort();

describe.each(cases)("%s", (name) => {
  const own = readFolder(join(here, "cases", name));
  const expected = own.get("expected.txt")?.toString();
  const isValid = own.has("valid.txt");

  test("says exactly what is expected", async () => {
    expect(expected !== undefined).toBe(!isValid);
    expect(expected).not.toBe("");
    const files = new Map<string, Buffer>([...base, ...own]);
    for (const path of ["expected.txt", "valid.txt"]) files.delete(path);
    // A file that is to be missing stands in the case as an empty one with this ending.
    for (const path of [...files.keys()].filter((each) => each.endsWith(".gone"))) {
      files.delete(path);
      files.delete(path.slice(0, -".gone".length));
    }
    const { diagnostics } = await validate(memoryFiles(files), { visibility: "public" });
    expect(diagnostics.map((each) => diagnosticText(each)).join("")).toBe(expected ?? "");
  });
});

test("every rule has a case that it fails, and the base is valid", async () => {
  const said = cases
    .flatMap(
      (name) =>
        readFolder(join(here, "cases", name))
          .get("expected.txt")
          ?.toString() ?? "",
    )
    .join("");
  // Those that compare with a base have their cases in change.test.ts.
  expect(
    rules
      .filter((rule) => !rule.change)
      .map((rule) => rule.code)
      .filter((code) => !said.includes(`[${code}]`)),
  ).toEqual([]);
  expect((await validate(memoryFiles(base), { visibility: "public" })).diagnostics).toEqual([]);
});

test("every code that a case shows is explained", () => {
  const codes = new Set(explanations().map((each) => each.code));
  const said = cases
    .flatMap(
      (name) =>
        readFolder(join(here, "cases", name))
          .get("expected.txt")
          ?.toString() ?? "",
    )
    .join("");
  expect(
    [...said.matchAll(/\[([a-z-]+)\]$/gm)].map((match) => match[1]).filter((code) => !codes.has(code ?? "")),
  ).toEqual([]);
});

test("codes are slugs, and no two rules share one", () => {
  const codes = rules.map((rule) => rule.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const rule of rules) {
    expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
  }
});
