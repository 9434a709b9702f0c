// `list` for spreadsheets and programs: nothing in a title becomes a formula, another column, or another row.

import { expect, test } from "vitest";
import { displayWidth } from "../../src/text/width.ts";
import { newFolder, tinyTracker, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const titles = [
  '=HYPERLINK("https://example.org","Click")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  'A "quoted" title, with a comma',
  "Plain",
];

function tracker(): string {
  const folder = newFolder();
  const files: Record<string, string> = { "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n" };
  for (const [index, title] of titles.entries())
    files[`stories/00${index}/1000000${index}/story.md`] =
      `---\ntitle: ${JSON.stringify(title)}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n`;
  writeFiles(folder, files);
  return folder;
}

test("CSV has a row a story, and no formulas", async () => {
  const { exit, out } = await storytree(tracker(), ["list", "sort:id", "--format", "csv"]);
  expect(exit).toBe(0);
  const lines = out.split("\r\n");
  expect(lines[0]).toBe("id,status,priority,title,projects,updated");
  const cells = lines.slice(1, -1).map((line) => line.replace(/^\d+,active,,/, "").replace(/,,[\d-]+$/, ""));
  expect(cells).toEqual([
    '"\'=HYPERLINK(""https://example.org"",""Click"")"',
    "'+1+1",
    "'-2+3",
    "'@SUM(A1)",
    '"A ""quoted"" title, with a comma"',
    "Plain",
  ]);
  expect(lines.at(-1)).toBe("");
});

test("ids are ids alone, and JSON has the titles as they are", async () => {
  const folder = tracker();
  const { out: ids } = await storytree(folder, ["list", "sort:id", "--format", "ids"]);
  expect(ids).toBe(titles.map((_, index) => `1000000${index}\n`).join(""));
  const { out: json } = await storytree(folder, ["list", "sort:id", "--json"]);
  expect(JSON.parse(json).map(({ title }: { title: string }) => title)).toEqual(titles);
});

test.each([[[]], [["--tasks"]]])("a template has the names of --json, %j", async (tasks) => {
  const folder = tracker();
  writeFiles(folder, {
    "stories/000/10000000/tasks/20000000.md":
      "---\nproject: acme/engine\nstatus: todo\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n",
  });
  const [row] = JSON.parse((await storytree(folder, ["list", "id:10000000", "--json", ...tasks])).out);
  expect(row.kind).toBe(tasks.length > 0 ? "task" : "story");
  for (const [name, value] of Object.entries(row)) {
    const { exit, out } = await storytree(folder, ["list", "id:10000000", "--format", `<{${name}}>`, ...tasks]);
    expect([name, exit]).toEqual([name, 0]);
    if (typeof value !== "object") expect([name, out]).toEqual([name, `<${String(value).trim()}>\n`]);
  }
});

test.each([44, 60, 80, 120])("on a terminal of %i columns rows stay rows", async (columns) => {
  for (const tasks of [[], ["--tasks"]]) {
    const { out } = await storytree(tinyTracker, ["--color", "never", "list", ...tasks], { columns });
    const lines = out.split("\n").slice(0, -1);
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  }
});

test("without a row CSV still has the heads of what was asked for", async () => {
  const { out: stories } = await storytree(tracker(), ["list", "id:1", "--format", "csv"]);
  const { out: tasks } = await storytree(tracker(), ["list", "id:1", "--tasks", "--format", "csv"]);
  expect(stories).toBe("id,status,priority,title,projects,updated\r\n");
  expect(tasks).toBe("id,status,priority,title,project,branch,assignee,story\r\n");
});

test("a wrong word is answered with the place and the likely one", async () => {
  const { exit, out, err } = await storytree(tracker(), ["list", "is:active stauts:active"]);
  expect([exit, out]).toEqual([2, ""]);
  expect(err).toContain('"stauts" is not a field, at character 11 of the query');
  expect(err).toContain("\n  is:active stauts:active\n            ^^^^^^ [bad-query]\n");
  expect(err).toContain('hint: did you mean "status:"?');
  // On a terminal wide letters take two columns.
  const wide = await storytree(tracker(), ["list", "漢字 stauts:active"]);
  expect(wide.err).toContain("\n  漢字 stauts:active\n       ^^^^^^ [bad-query]\n");
  // What would move the mark elsewhere is a blank.
  const lines = await storytree(tracker(), ["list", "a\n\tstauts:active"]);
  expect(lines.err).toContain("at character 4 of the query\n  a  stauts:active\n     ^^^^^^ [bad-query]\n");
});
