import { describe, expect, test } from "vitest";
import { githubAnnotations } from "../../src/report/github.ts";
import { gitlabReport } from "../../src/report/gitlab.ts";
import { diagnosticsJson } from "../../src/report/json.ts";
import { junitReport } from "../../src/report/junit.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import { countText, diagnosticText } from "../../src/report/text.ts";
import type { Diagnostic } from "../../src/text/diagnostic.ts";

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

test("json: versioned, and ok only without errors", () => {
  expect(JSON.parse(diagnosticsJson([one], { files: 3 }))).toMatchObject({
    version: 1,
    ok: false,
    files: 3,
    diagnostics: [one],
  });
  expect(JSON.parse(diagnosticsJson([note], { files: 3 })).ok).toBe(true);
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

test("junit: well formed whatever is in it; notes do not fail", () => {
  const xml = junitReport([one, odd, { ...note, path: "other.md" }]);
  expect(xml).toContain('tests="3" failures="2"');
  expect(xml).not.toMatch(/(?![\t\n])\p{Cc}/u);
  expect(xml.replace(/&(?:amp|lt|gt|quot|apos|#\d+);/g, "")).not.toContain("&");
  expect(xml.match(/<testcase /g)).toHaveLength(3);
  expect(xml.match(/<failure /g)).toHaveLength(2);
  expect(junitReport([])).toContain('<testcase classname="storytree.validate" name="tracker"/>');
});
