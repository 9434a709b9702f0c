// Files that nobody here wrote: other tools' issues, YAML's own test suite, naughty strings, and random bytes. Nothing throws, nothing is slow, every finding has its place.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../src/model/query/parse.ts";
import { badInBody, cleanBody } from "../../src/text/characters.ts";
import { readMatter, valuesOf } from "../../src/text/matter.ts";
import { validate } from "../../src/validate/validate.ts";
import { judgeStrange, smallTracker, soon, storyPath } from "../support/findings.ts";
import { newFolder, readFolder, sharedData, tinyTracker } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";

const trackers = sharedData("data/trackers");
const hostile = sharedData("data/hostile");
const reports = sharedData("data");
const readJson = (name: string) => JSON.parse(readFileSync(join(hostile ?? "", name), "utf8"));
const storyWith = (body: string, title = '"T"', more = "") =>
  `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n${more}---\n${body}`;
const errorsOf = async (files: Readonly<Record<string, string | Uint8Array>>) =>
  (await judgeStrange(files)).map((each) => each.code);

describe.skipIf(!trackers)(trackers ? "issues of other tools" : "skipped: ../shared/data/trackers is not here", () => {
  test.each(["backlog-md-own-backlog", "tbd-issues", "beans"])("%s", async (name) => {
    const folder = newFolder();
    execFileSync("tar", ["xzf", join(trackers ?? "", `${name}.tar.gz`), "-C", folder]);
    const files = [...readFolder(folder)].filter(([path]) => path.endsWith(".md"));
    expect(files.length).toBeGreaterThan(100);
    const alarms: string[] = [];
    for (const [path, bytes] of files) {
      // None of them is a file of this format, so each must be refused where it lies.
      expect((await judgeStrange({ [storyPath]: bytes })).length, path).toBeGreaterThan(0);
      // What stands below their front matter is good prose, and must pass as such.
      const body = bytes.toString().replace(/^---\n[\s\S]*?\n---\n/, "");
      if (badInBody(body, 0)) continue;
      for (const code of await errorsOf({ [storyPath]: storyWith(body) })) alarms.push(`${code} ${path}`);
    }
    expect(alarms).toEqual([]);
  });
});

describe.skipIf(!reports)(reports ? "what people wrote elsewhere" : "skipped: ../shared/data is not here", () => {
  test.each([
    ["github/tls13-spec.archive.json.gz", 1_500],
    ["launchpad/percona-toolkit-bugs.json.gz", 300],
    ["launchpad/openstack-cinder_lp_bugs.jsonl.gz", 5_000],
  ])("%s passes as texts, all of it", async (name, atLeast) => {
    const texts = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value === "string" && value.includes(" ") && value.length < 500_000) texts.add(value);
      else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) collect(each);
    };
    const all = gunzipSync(readFileSync(join(reports ?? "", name))).toString();
    for (const line of name.includes("jsonl") ? all.trim().split("\n") : [all]) collect(JSON.parse(line));
    expect(texts.size).toBeGreaterThan(atLeast);
    const comments = [...texts].map((text, index) => {
      const time = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString().replace(/[-:]|\.\d+/g, "");
      const path = `stories/377/48213377/comments/${time}-ab12.md`;
      return [path, `---\nauthor: alice\n---\n${cleanBody(text)}\n`] as const;
    });
    const files = new Map([...Object.entries({ ...smallTracker, [storyPath]: storyWith("") }), ...comments]);
    expect((await validate(memoryFiles(files), { visibility: "public" })).diagnostics).toEqual([]);
  });
});

describe.skipIf(!hostile)(
  hostile ? "collections of hostile text" : "skipped: ../shared/data/hostile is not here",
  () => {
    test("YAML's test suite: what is read is what the suite says, what must fail is refused with a place", async () => {
      const cases = readJson("yaml-test-suite.json") as { id: string; fail: boolean; yaml: string; json?: string }[];
      let accepted = 0;
      for (const { id, fail, yaml, json } of cases) {
        const bytes = Buffer.from(yaml.endsWith("\n") ? yaml : `${yaml}\n`);
        const read = await soon(() => readMatter("tracker.yaml", bytes));
        if (fail) expect(read.value, id).toBeUndefined();
        if (read.value) {
          accepted += 1;
          if (json !== undefined) expect(valuesOf(read.value), id).toEqual(json === "" ? {} : (JSON.parse(json) ?? {}));
        } else
          expect(
            read.diagnostics.every((each) => each.range !== undefined),
            id,
          ).toBe(true);
        // The same between the two lines of a story.
        await judgeStrange({ [storyPath]: `---\n${yaml}\n---\nBody.\n` });
      }
      expect(accepted).toBeGreaterThan(50);
    });

    test("naughty strings as titles, tags, names, queries and texts", async () => {
      for (const text of readJson("blns.json") as string[]) {
        const quoted = JSON.stringify(text);
        await judgeStrange({ [storyPath]: storyWith("", text) });
        await judgeStrange({ [storyPath]: storyWith("", quoted) });
        await judgeStrange({ [storyPath]: storyWith("", '"T"', `tags:\n  - ${quoted}\n`) });
        await judgeStrange({ [storyPath]: storyWith("").replace("alice", () => quoted) });
        await judgeStrange({ "lists/naughty.md": `---\ntitle: L\nquery: ${quoted}\n---\n` });
        expect(() =>
          parseQuery(text, { now: 0, customFields: new Map(), expand: () => undefined } as never),
        ).not.toThrow();
        // A text that holds nothing that is refused in texts is a good one, whatever it says.
        const codes = await errorsOf({ [storyPath]: storyWith(`${text}\n`) });
        expect(codes, quoted).toEqual(badInBody(text, 0) ? [expect.any(String)] : []);
      }
    });

    test("CommonMark's examples are good texts", async () => {
      for (const { markdown } of readJson("commonmark-0.31.2.json") as { markdown: string }[])
        expect(await errorsOf({ [storyPath]: storyWith(markdown) }), JSON.stringify(markdown)).toEqual([]);
    });
  },
);

describe("good files, changed at random", () => {
  const good = [...readFolder(tinyTracker)].filter(([path]) =>
    /^stories\/.*\.md$|^(?:boards|people|projects)\//.test(path),
  );
  const spice = [
    "---\n",
    "\n",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!",
    "{",
    "[",
    '"',
    "'",
    "\t",
    "\r\n",
    "\0",
    "\u202e",
    "\ufeff",
    "<<<<<<< ",
    "|",
    ">",
    "#",
    "\ud83d\ude00",
  ];
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(6),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...spice).map((text) => Buffer.from(text)),
    ),
  });

  test("give known codes with places inside the file, and nothing else", async () => {
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async ([path, bytes], edits) => {
          let changed = bytes;
          for (const { at, length, put } of edits) {
            const start = Math.floor(at * changed.length);
            changed = Buffer.concat([changed.subarray(0, start), put, changed.subarray(start + length)]);
          }
          const found = await judgeStrange({ [path]: changed });
          if (found.some((each) => each.path === path)) broken += 1;
        },
      ),
      { numRuns: 1500, seed: 7 },
    );
    expect(broken).toBeGreaterThan(300);
  });
});
