// What `init` writes for editors, tried with what editors run: the YAML language server, and the patterns VS Code matches.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import { newFile } from "../../src/model/write-record.ts";
import { diagnosticText } from "../../src/report/text.ts";
import { projectRoot, readFolder, tinyTracker } from "../support/folder.ts";
import { type Editor, openEditor } from "../support/language-server.ts";
import { newTracker } from "../support/new-tracker.ts";
import { storytree } from "../support/terminal.ts";

let folder = "";
let editor: Editor;
const json = (name: string) => JSON.parse(readFileSync(join(folder, ".vscode", name), "utf8"));

beforeAll(async () => {
  folder = await newTracker("plain");
  editor = await openEditor(folder, json("settings.json"));
});
afterAll(() => editor.close());

/** The front matter of a Markdown file, as an editor hands it over. */
const frontMatter = (text: string) => text.split(/^---\n/m)[1] ?? "";

describe("the YAML language server", () => {
  test("has nothing against a new tracker.yaml, and finds a wrong value by its modeline", async () => {
    const text = readFileSync(join(folder, "tracker.yaml"), "utf8");
    expect(await editor.open("tracker.yaml", text)).toEqual([]);
    const found = await editor.open(
      "other/tracker.yaml",
      text.replace("visibility: public", "visibility: publik").replace("=.s", "=../.s"),
    );
    expect(found).toMatchObject([{ message: expect.stringContaining('"public"') }]);
  });

  test("has nothing against any record of a good tracker, and knows every kind of them", async () => {
    const records = [...readFolder(tinyTracker)].filter(([path]) => path.includes("/") && path.endsWith(".md"));
    expect(records.length).toBeGreaterThan(100);
    const found = await Promise.all(
      records.map(async ([path, bytes]) => {
        const findings = await editor.open(path, frontMatter(bytes.toString()));
        return findings.map(({ message }) => `${path}: ${message}`);
      }),
    );
    // A field that a tracker declares for itself is not in the schemas that all trackers share.
    expect(found.flat().filter((line) => !/: Property (severity|effort) is not allowed\.$/.test(line))).toEqual([]);
    const kinds = new Set(records.map(([path]) => placeOf(path).kind));
    for (const kind of kinds) {
      const [path = ""] = records.map(([each]) => each).filter((each) => placeOf(each).kind === kind);
      const another = kind === "story" ? "stories/007/7/story.md" : path.replace(/[^/]*$/, "wrong.md");
      expect(await editor.open(another, "nobody_knows: 1\n"), kind).not.toEqual([]);
    }
  });

  test.each([
    ["stories/377/48213377/tasks/1377.md", "status: todo", "status: opne", 1],
    ["stories/377/48213377/tasks/2377.md", "priority:", "priority: hihg", 5],
    ["stories/377/48213377/tasks/3377.md", "assignee:", "asignee:", 3],
    ["stories/377/48213377/tasks/4377.md", "status: todo\n", "", 0],
    ["stories/377/48213377/tasks/5377.md", "project: acme/engine", "project: Acme Engine", 0],
  ])("finds what is wrong in %s: %j", async (path, from, to, line) => {
    const text = readFileSync(`${projectRoot}test/validate/base/stories/377/48213377/tasks/59011377.md`, "utf8");
    const found = await editor.open(path, frontMatter(text.replace(from, to)));
    expect(found.map((each) => each.range.start.line)).toEqual([line]);
  });

  test("completes keys and values, and shows what a key means", async () => {
    const task = "stories/377/48213377/tasks/6377.md";
    await editor.open(task, "project: acme/engine\nstatus: \n\n");
    expect(await editor.complete(task, 1, 8)).toEqual(
      expect.arrayContaining(["todo", "inprogress", "review", "merged", "invalid"]),
    );
    expect(await editor.complete(task, 2, 0)).toEqual(expect.arrayContaining(["assignee", "priority", "depends_on"]));
    expect(await editor.hover(task, 1, 2)).toContain("Where the work stands");
    const person = "people/zoe.md";
    await editor.open(person, "\n");
    expect(await editor.complete(person, 0, 0)).toEqual(expect.arrayContaining(["name", "identities"]));
  });
});

describe("VS Code's tasks", () => {
  const matchers = () =>
    json("tasks.json").tasks.map((task: { problemMatcher: { pattern: { regexp: string; kind?: string } }[] }) =>
      task.problemMatcher.map(({ pattern }) => ({ ...pattern, regexp: new RegExp(pattern.regexp) })),
    );

  test("run what the program knows, and their patterns match what it prints, each finding once", async () => {
    for (const { command, args } of json("tasks.json").tasks) {
      expect(command).toBe("storytree");
      expect((await storytree(folder, args)).exit).toBe(0);
    }
    const range = { start: { line: 5, column: 9 }, end: { line: 5, column: 13 } };
    const message = 'status "a: b [c]" is not one of todo, inprogress';
    const finding = { code: "task-status", severity: "error" as const, path: "stories/377/48213377/story.md", message };
    for (const [atLine, atFile] of matchers()) {
      const [line = ""] = diagnosticText({ ...finding, range, hint: "x: error: y [z]" }).split("\n");
      const [, ...parts] = atLine.regexp.exec(line) ?? [];
      const { file, line: row, column, severity, message: text, code } = atLine;
      expect([file, row, column, severity, text, code].map((group) => parts[group - 1])).toEqual([
        ...[finding.path, "5", "9", "error", message, "task-status"],
      ]);
      expect(atFile.regexp.test(line)).toBe(false);
      const [whole = ""] = diagnosticText({ ...finding, severity: "note" }).split("\n");
      const [, ...of] = atFile.regexp.exec(whole) ?? [];
      expect([atFile.file, atFile.severity, atFile.message, atFile.code].map((group: number) => of[group - 1])).toEqual(
        [...[finding.path, "note", message, "task-status"]],
      );
      expect([atLine.regexp.test(whole), atFile.kind]).toEqual([false, "file"]);
    }
  });
});

describe("VS Code's snippets", () => {
  /** What stands there when the first of each choice and every default is taken. */
  const taken = (body: readonly string[]) =>
    body
      .join("\n")
      .replace(/\$\{CURRENT_YEAR\}-\$\{CURRENT_MONTH\}-\$\{CURRENT_DATE\}/g, "2026-03-01")
      .replace(/\$\{\d+\|([^,|]+)[^}]*\|\}/g, "$1")
      .replace(/\$\{\d+:([^}]*)\}/g, "$1")
      .replace(/\$0/g, "");
  const created = "2026-03-01T00:00:00Z";

  test("write what the program would write", () => {
    const snippets = json("storytree.code-snippets");
    const story = { title: "What is wrong or wanted", author: "person", type: "bug", created, triage: "new" } as const;
    const task = {
      project: "namespace/name",
      status: "todo",
      assignee: "person",
      author: "person",
      priority: "medium",
    } as const;
    expect(
      Object.fromEntries(Object.keys(snippets).map((name) => [name, taken(snippets[name].body).trimEnd()])),
    ).toEqual({
      Story: newFile("story", story, "What happens, what should happen, how to see it.").trimEnd(),
      Task: newFile("task", { ...task, created }, "").trimEnd(),
      Comment: newFile("comment", { author: "person" }, "").trimEnd(),
      Person: newFile("person", { name: "Name", identities: ["github:login"] }, "").trimEnd(),
    });
  });
});
