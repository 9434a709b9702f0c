// Each format as the programs that read it want it, whatever stands in a finding.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { githubAnnotations } from "../../src/report/github.ts";
import { gitlabReport } from "../../src/report/gitlab.ts";
import { diagnosticsJson } from "../../src/report/json.ts";
import { junitReport } from "../../src/report/junit.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import { countText, diagnosticText } from "../../src/report/text.ts";
import type { Diagnostic } from "../../src/text/diagnostic.ts";
import { newFolder, projectRoot, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const range = { start: { line: 5, column: 9 }, end: { line: 5, column: 13 } };
const one: Diagnostic = {
  code: "task-status",
  severity: "error",
  message: 'status "opne" is not one of todo',
  path: "stories/610/2000610/tasks/48213610.md",
  range,
  hint: 'did you mean "todo"?',
};
const odd: Diagnostic = {
  code: "path-refused",
  severity: "error",
  message: "the path holds 100% of\n\u001b[31m::error::<&\"'>",
  path: "a,b:c\n%\u001b.md",
};
const note: Diagnostic = { ...one, severity: "note" };

test("text: one line that editors understand, and a hint", () => {
  expect(diagnosticText(one)).toBe(
    'stories/610/2000610/tasks/48213610.md:5:9: error: status "opne" is not one of todo [task-status]\n  hint: did you mean "todo"?\n',
  );
  expect(diagnosticText(odd).split("\n")[0]).not.toContain("\u001b");
  expect(countText([one, one, note])).toBe("2 errors, 1 note");
});

describe("json", () => {
  const facts = { files: 3, stories: 1, confidential: false };

  test("is versioned, and ok only without errors", () => {
    expect(JSON.parse(diagnosticsJson([one], facts))).toEqual({
      version: 1,
      ok: false,
      ...facts,
      diagnostics: [one],
    });
    expect(JSON.parse(diagnosticsJson([note], facts)).ok).toBe(true);
  });

  test("fits its schema, which every key of it stands in", () => {
    const schema = JSON.parse(readFileSync(join(projectRoot, "schema/report/validate.schema.json"), "utf8"));
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    for (const found of [[], [one, odd, note]]) {
      const report = JSON.parse(diagnosticsJson(found, { ...facts, wholeBecause: "tracker.yaml changes" }));
      expect([check(report), check.errors]).toEqual([true, null]);
    }
    const full = JSON.parse(diagnosticsJson([one], { ...facts, wholeBecause: "so much changes" }));
    expect(Object.keys(full).sort()).toEqual(Object.keys(schema.properties).sort());
    expect(Object.keys(full.diagnostics[0]).sort()).toEqual(
      Object.keys(schema.properties.diagnostics.items.properties).sort(),
    );
    expect(check({ ...full, diagnostics: [{ ...one, severity: "fatal" }] })).toBe(false);
  });

  test("of a real run fits it too, whatever was found", async () => {
    const schema = JSON.parse(readFileSync(join(projectRoot, "schema/report/validate.schema.json"), "utf8"));
    const check = new Ajv2020({ strict: true }).compile(schema);
    const folder = newFolder();
    writeFiles(folder, { "tracker.yaml": "format: 2\nvisiblity: public\n", "people/Bob.md": "", "x\ty": "" });
    const { exit, out } = await storytree(folder, ["validate", "--json"]);
    expect([exit, check(JSON.parse(out)), check.errors]).toEqual([1, true, null]);
  });
});

describe("github", () => {
  test("an annotation is one line whatever is in it", () => {
    const lines = githubAnnotations([one, odd]).trimEnd().split("\n");
    expect(lines[0]).toBe(
      '::error file=stories/610/2000610/tasks/48213610.md,line=5,col=9,endLine=5,endColumn=13,title=task-status::status "opne" is not one of todo%0Ahint: did you mean "todo"?',
    );
    expect(lines[1]).toContain("file=a%2Cb%3Ac%0A%25");
    expect(lines[1]).toContain("::the path holds 100%25 of%0A");
    expect(lines).toHaveLength(2);
  });

  test("ten of a severity, the last of them says how many more", () => {
    const many = Array.from({ length: 25 }, (_, n) => ({ ...one, path: `${n}.md` }));
    const lines = githubAnnotations([...many, note])
      .trimEnd()
      .split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines[9]).toContain("and 16 errors more");
    expect(lines[10]).toMatch(/^::notice /);
  });
});

test("gitlab: a fingerprint that survives moving lines and tells equal findings apart", () => {
  const read = (diagnostics: Diagnostic[]) =>
    JSON.parse(gitlabReport(diagnostics)) as {
      fingerprint: string;
      severity: string;
      location: unknown;
      check_name: string;
    }[];
  const [first, second] = read([
    one,
    { ...one, range: { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } } },
  ]);
  const [moved] = read([{ ...one, range: { start: { line: 7, column: 9 }, end: { line: 7, column: 13 } } }]);
  expect(first?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(second?.fingerprint).not.toBe(first?.fingerprint);
  expect(moved?.fingerprint).toBe(first?.fingerprint);
  expect(first).toMatchObject({
    severity: "major",
    check_name: "task-status",
    location: { path: one.path, lines: { begin: 5, end: 5 } },
  });
});

test("sarif: rules, levels and regions as 2.1.0 has them", () => {
  const rules = [
    { code: "task-status", summary: "S.", why: "W." },
    { code: "unused", summary: "S.", why: "W." },
  ];
  const log = JSON.parse(sarifReport([one, odd, note], rules, "1.2.3"));
  const [run] = log.runs;
  expect([log.version, run.tool.driver.name, run.tool.driver.rules.map((rule: { id: string }) => rule.id)]).toEqual([
    "2.1.0",
    "storytree",
    ["task-status"],
  ]);
  expect(run.results[0]).toMatchObject({ ruleId: "task-status", ruleIndex: 0, level: "error" });
  expect(run.results[0].locations[0].physicalLocation.region).toEqual({
    startLine: 5,
    startColumn: 9,
    endLine: 5,
    endColumn: 13,
  });
  expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe("a%2Cb%3Ac%0A%25%1B.md");
  expect(run.results.map((result: { level: string }) => result.level)).toEqual(["error", "error", "note"]);
});

test("sarif: fits the schema of SARIF 2.1.0", () => {
  const path = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // It is written for draft 4, of which it uses nothing that has changed since but the name of its id.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const isUri = (text: string) =>
    /^(?:[a-z][a-z0-9+.-]*:)?[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/i.test(text) && !/%(?![0-9a-f]{2})/i.test(text);
  const formats = { uri: isUri, "uri-reference": isUri, "date-time": true as const };
  const check = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
  const rules = [{ code: "task-status", summary: "S.", why: "W." }];
  for (const found of [[], [one, odd, note, { ...one, path: "stories/a b/ü.md", severity: "warning" as const }]]) {
    expect([check(JSON.parse(sarifReport(found, rules, "1.2.3"))), check.errors]).toEqual([true, null]);
  }
  expect(check(JSON.parse(sarifReport([one], rules, "1.2.3").replace('"level"', '"levle"')))).toBe(false);
});

test("gitlab: the shape that GitLab documents", () => {
  const check = new Ajv2020({ strict: true, allErrors: true }).compile({
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        type: { const: "issue" },
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", minLength: 1 },
        fingerprint: { type: "string", minLength: 1 },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            // Without "./" in front, or GitLab links to nothing.
            path: { type: "string", pattern: "^(?!\\./)" },
            lines: {
              type: "object",
              required: ["begin"],
              properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
            },
          },
        },
      },
      additionalProperties: false,
    },
  });
  const issues = JSON.parse(gitlabReport([one, odd, note, one])) as { fingerprint: string }[];
  expect([check(issues), check.errors]).toEqual([true, null]);
  expect(new Set(issues.map((each) => each.fingerprint)).size).toBe(4);
  expect(gitlabReport([])).toBe("[]\n");
});

// JUnit has no schema of its own; those that circulate contradict each other about the attributes that GitLab and Jenkins read.
test("junit: well formed whatever is in it; notes do not fail", () => {
  const xml = junitReport([one, odd, { ...note, path: "other.md" }]);
  expect(xml).toContain('tests="3" failures="2"');
  expect(xml).not.toMatch(/(?![\t\n])\p{Cc}/u);
  expect(xml.replace(/&(?:amp|lt|gt|quot|apos|#\d+);/g, "")).not.toContain("&");
  expect(xml.match(/<testcase /g)).toHaveLength(3);
  expect(xml.match(/<failure /g)).toHaveLength(2);
  expect(junitReport([])).toContain('<testcase classname="storytree.validate" name="tracker"/>');
});
