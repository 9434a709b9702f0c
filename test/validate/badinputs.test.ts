// The hostile samples: each is put into a tracker, with its defect where it was, and validation must name the defect and the line.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { soon } from "../support/findings.ts";
import {
  commit,
  git,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  sharedData,
  writeFiles,
} from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const samples = sharedData("badinputs");
const base = readFolder(join(projectRoot, "test", "validate", "base"));

interface Case {
  readonly id: string;
  readonly area: string;
  readonly kind: string;
  readonly title: string;
  readonly file: string;
  readonly expect: { readonly exit: number; readonly line?: number };
}

interface Mapped {
  /** Our code for the sample's. */
  readonly code: string;
  /** Where the sample is put; a story unless it says otherwise. */
  readonly path?: string;
  /** Its keys as ours, line for line. */
  readonly as?: (text: string) => string;
  /** The line, where the mapping had to move it; null for a finding about the whole file. */
  readonly line?: number | null;
  /** The exit code, where ours differs by design. */
  readonly exit?: number;
  /** What the line of the report must hold, and what it must not. */
  readonly says?: RegExp;
  readonly saysNot?: RegExp;
  /** Other findings that the same defect brings. */
  readonly also?: readonly string[];
}

const story = "stories/377/48213377/story.md";
const task = "stories/377/48213377/tasks/59011377.md";

/** The samples' `id`, `status` and `tasks` are keys of another format: these take their lines, so that a defect keeps its own. */
const asStory = (text: string) => {
  const keys = text
    .replace(/^id: .*$/m, "author: alice")
    .replace(/^status: active$/m, "triage: confirmed")
    .replace(/^created: "2026-01-02"$/m, "created: 2026-01-02T09:00:00Z")
    .replace(
      /^tasks:\n {2}- key: T1\n {4}project: .*\n {4}title: do it\n {4}status: todo$/m,
      "tags:\n  - a\n  - b\n  - c\n  - d",
    );
  return complete(keys, { title: "T", author: "alice", created: "2026-01-02T09:00:00Z" });
};

/** Required keys that are not there, at the end of the front matter, below the defect. */
function complete(text: string, required: Readonly<Record<string, string>>): string {
  const missing = Object.entries(required).filter(([key]) => !new RegExp(`^"?${key}"?:`, "m").test(text));
  const end = text.lastIndexOf("\n---");
  return end <= 0
    ? text
    : `${text.slice(0, end)}${missing.map(([key, value]) => `\n${key}: ${value}`).join("")}${text.slice(end)}`;
}

const asTask = (change: (text: string) => string) => (text: string) =>
  complete(change(text), { project: "acme/engine", status: "todo", author: "alice", created: "2026-01-02T09:00:00Z" });
const asIs = (text: string) => text;
const withoutTitle = (text: string) =>
  text.replace(/^id: .*$/m, "author: alice").replace(/^status: active$/m, "created: 2026-01-02T09:00:00Z");

const map: Readonly<Record<string, Mapped>> = {
  "001": { code: "front-matter-missing", as: asIs },
  "002": { code: "front-matter-unclosed", as: asIs },
  "004": { code: "front-matter-missing", as: asIs },
  "005": { code: "front-matter-missing", as: asIs },
  "007": { code: "front-matter-missing", as: asIs },
  "008": { code: "front-matter-missing", as: asIs },
  "010": { code: "file-byte-order-mark" },
  "011": { code: "file-carriage-return", as: asIs },
  "013": { code: "control-character" },
  "014": { code: "control-character", says: /U\+0000/ },
  "016": { code: "file-not-utf8", as: asIs },
  "017": { code: "file-not-utf8", as: asIs },
  "019": { code: "bidi-character" },
  "020": { code: "invisible-character" },
  "022": {
    code: "task-project",
    path: task,
    as: (text) =>
      asTask((sample) =>
        sample
          .replace(
            /^id: .*\ntitle: .*\nstatus: .*\ncreated: .*\ntasks:\n {2}- key: .*$/m,
            "title: do it\nstatus: todo\nauthor: alice\nassignee:\npriority:\ndue:",
          )
          .replace(/^ {4}project:/m, "project:")
          .replace(/^ {4}(?:title|status): .*\n/gm, ""),
      )(text),
    says: /\\u0430/,
  },
  "023": { code: "deceptive-name", says: /cafe\\u0301/ },
  "025": { code: "front-matter-unclosed" },
  "026": { code: "front-matter-unclosed" },
  "028": { code: "yaml-anchor", also: ["yaml-anchor"] },
  "029": { code: "yaml-anchor", also: ["yaml-anchor"] },
  "031": { code: "yaml-anchor", also: ["yaml-anchor"] },
  "032": { code: "yaml-key" },
  "034": { code: "yaml-duplicate-key" },
  "035": {
    code: "yaml-duplicate-key",
    as: (text) =>
      asStory(
        text
          .replace("tasks:", "links:")
          .replace("key: T1", "url: https://example.org")
          .replace(/status: /g, "title: "),
      ),
  },
  "037": { code: "yaml-tag" },
  "038": { code: "yaml-tag" },
  "040": { code: "yaml-syntax" },
  "041": { code: "yaml-key" },
  "043": { code: "yaml-not-a-mapping", as: asIs },
  "044": { code: "yaml-not-a-mapping", as: asIs },
  "046": { code: "front-matter-too-deep", as: asIs },
  "047": { code: "front-matter-too-deep", as: asIs },
  "049": { code: "front-matter-too-long", as: asIs },
  "050": { code: "front-matter-too-large", as: asIs },
  "052": {
    code: "yaml-number",
    path: task,
    as: asTask((text) => text.replace("id:", "points:")),
    saysNot: /12345678901234567000/,
  },
  "053": { code: "yaml-number", as: (text) => asStory(text.replace("commit:", "milestone:")), says: /double quotes/ },
  "055": {
    code: "story-duplicate-of",
    as: (text) => complete(text.replace("id:", "duplicate_of:"), { author: "alice", created: "2026-01-02T09:00:00Z" }),
  },
  "056": { code: "yaml-number", path: task, as: asTask((text) => text.replace("id:", "points:")) },
  "058": { code: "story-due", as: (text) => asStory(text.replace("created:", "due:")) },
  "059": { code: "story-created" },
  "061": { code: "missing-key", as: withoutTitle, says: /"title"/ },
  "062": { code: "unknown-key", says: /did you mean "title"/ },
  "064": {
    code: "story-triage",
    as: (text) => asStory(text.replace("status:", "triage:")),
    says: /new, incomplete/,
    saysNot: /alice/,
  },
  // The number is the folder's: a file elsewhere than its story's folder is what cannot be right.
  "065": { code: "path-misplaced", path: "stories/610/48213377/story.md", line: null },
  "067": { code: "story-title" },
  "068": { code: "story-title", saysNot: /A{100}/ },
  "070": { code: "story-links", as: (text) => asStory(text.replace('- "', '- url: "')) },
  "071": { code: "story-links", as: (text) => asStory(text.replace('- "', '- url: "')) },
  "073": {
    code: "listed-twice",
    as: (text) => asStory(text.replace("tasks:", "attachments:").replaceAll("key: T1", "file: trace.log")),
  },
  "074": {
    code: "dependency-cycle",
    path: task,
    as: asTask((text) =>
      text
        .replace("id: 1", "author: alice")
        .replace("tasks:", "depends_on:")
        .replace(/ {2}- \{.*/, "  - 59011377"),
    ),
  },
  "076": { code: "restricted-key", also: ["unknown-key"] },
  "077": { code: "embargo-text" },
  "091": { code: "bidi-character", as: (text) => asStory(`---\ntitle: T\n---\n${text}`), line: 6 },
  "092": { code: "body-too-deep", as: (text) => asStory(`---\ntitle: T\n---\n${text}`), line: 6 },
};

/** The bytes of a sample, rewritten; a sample that is not text is left as it is. */
function bytesOf(sample: Case, mapped: Mapped): Buffer {
  const raw = readFileSync(join(samples ?? "", sample.file));
  const as = mapped.as ?? asStory;
  if (as === asIs && !sample.kind.endsWith("-gen")) return raw;
  // Sample inputs that are too large to be kept are kept as the expression that makes them.
  const text = sample.kind.endsWith("-gen")
    ? String(new Function(`return ${JSON.parse(raw.toString()).gen}`)())
    : raw.toString();
  return Buffer.from(as(text));
}

const missing = "skipped: ../shared/badinputs is not here";
const all: readonly Case[] = samples ? JSON.parse(readFileSync(join(samples, "index.json"), "utf8")).cases : [];
const ours = all.filter(({ area, id }) => area === "validator" || id === "091" || id === "092");

describe.skipIf(!samples)(samples ? "hostile files" : missing, () => {
  test("every sample for the validator is mapped", () => {
    expect(ours.map(({ id }) => id)).toEqual(Object.keys(map).sort());
  });

  // The first run of a process loads the program; no sample is to answer for that.
  beforeAll(async () => void (await storytree(projectRoot, ["-C", "test/validate/base", "validate"])));

  test.each(ours.map((each) => [`${each.id} ${each.title}`, each] as const))("%s", async (_, sample) => {
    const mapped = map[sample.id] as Mapped;
    const path = mapped.path ?? story;
    const bytes = bytesOf(sample, mapped);
    const folder = newFolder();
    writeFiles(folder, { ...Object.fromEntries(base), [path]: bytes });
    const before = readFolder(folder);

    const { exit, out } = await soon(() => storytree(folder, ["validate", "--json"]));
    const found = JSON.parse(out).diagnostics as {
      code: string;
      path: string;
      message: string;
      hint?: string;
      range?: { start: { line: number } };
    }[];
    const line = mapped.line === undefined ? sample.expect.line : (mapped.line ?? undefined);
    const wanted = found.filter(
      (each) => each.code === mapped.code && each.path === path && each.range?.start.line === line,
    );
    expect(wanted.length, out).toBeGreaterThan(0);
    const others = found.filter((each) => each !== wanted[0]).map((each) => each.code);
    expect([...new Set(others)], out).toEqual(mapped.also ?? []);
    const said = `${wanted[0]?.message}\n${wanted[0]?.hint ?? ""}`;
    if (mapped.says) expect(said).toMatch(mapped.says);
    if (mapped.saysNot) expect(out).not.toMatch(mapped.saysNot);
    expect(said.length).toBeLessThan(400);
    expect(exit).toBe(mapped.exit ?? sample.expect.exit);
    expect(readFolder(folder)).toEqual(before);
  });

  test("nothing of it ran, and no object learned a new property", () => {
    expect(existsSync("/tmp/PWNED")).toBe(false);
    expect([(globalThis as { pwned?: unknown }).pwned, ({} as { isAdmin?: unknown }).isAdmin]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

/** The command line, environment and configuration samples, which are words: what they say is done here. */
describe("hostile command lines, environments and configurations", () => {
  const repository = () => newRepository(Object.fromEntries(base));
  const trap = () => join(newFolder(), "PWNED");

  test("119 a revision that is an option", async () => {
    const file = trap();
    for (const args of [["--rev", `--output=${file}`], [`--rev=--output=${file}`], [`--base=--output=${file}`]]) {
      expect((await storytree(repository(), ["validate", ...args])).exit).toBe(2);
    }
    expect(existsSync(file)).toBe(false);
  });

  test("121 a transport that runs a program, as a revision and as a folder", async () => {
    const file = trap();
    for (const args of [
      ["validate", `--base=ext::sh -c touch% ${file}`],
      ["-C", `ext::sh -c touch% ${file}`, "validate"],
    ]) {
      expect((await storytree(repository(), args)).exit).toBe(2);
    }
    expect(existsSync(file)).toBe(false);
  });

  test("122 variables of a hook do not lead to another repository", async () => {
    const other = newRepository({ "tracker.yaml": "format: 2\n" });
    const folder = repository();
    const variables = {
      PATH: process.env.PATH ?? "",
      GIT_DIR: join(other, ".git"),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, "i"),
      GIT_OBJECT_DIRECTORY: join(other, "o"),
      GIT_QUARANTINE_PATH: join(other, "q"),
    };
    for (const args of [[], ["--rev", "HEAD"], ["--base", "HEAD"]]) {
      expect(await storytree(folder, ["validate", ...args], { variables })).toMatchObject({ exit: 0, out: "" });
    }
    expect(git(other, ["status", "--porcelain"])).toBe("");
  });

  test("125 a shallow clone without the base says how to fetch it", async () => {
    const folder = repository();
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(folder, { "people/dave.md": "---\nname: Dave\n---\n" });
    const clone = join(newFolder(), "clone");
    git(folder, ["clone", "--quiet", "--depth=1", "--branch=proposal", `file://${folder}`, clone]);
    const { exit, out, err } = await storytree(clone, ["validate", "--base", "origin/main"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/git fetch/);
  });

  const withConfig = async (text: string) => {
    const folder = newFolder();
    writeFiles(folder, { ...Object.fromEntries(base), "tracker.yaml": text });
    const { exit, out } = await storytree(folder, ["validate", "--json"]);
    return { exit, found: JSON.parse(out).diagnostics as { code: string; range?: { start: { line: number } } }[] };
  };
  const config =
    "format: 1\nname: Acme\nvisibility: public\ntypes:\n  audit:\n    title: Audit\nfields:\n  severity:\n    on:\n      - story\n    schema:\n      type: string\n";

  test("169 a misspelt key of the configuration", async () => {
    const { exit, found } = await withConfig(config.replace("name: Acme\n", "name: Acme\nnaem: Acme\n"));
    expect([exit, ...found.map((each) => [each.code, each.range?.start.line])]).toEqual([1, ["unknown-key", 3]]);
  });

  test("176 a pattern that could take for ever is refused, and judges nothing meanwhile", async () => {
    const { exit, found } = await withConfig(`${config}      pattern: "^(a+)+$"\n`);
    expect([exit, ...found.map((each) => [each.code, each.range?.start.line])]).toEqual([1, ["configuration", 13]]);
  });

  test.each([
    ["179 an unknown option", ["validate", "--nope"]],
    ["181 a folder that is not there", ["-C", "/no/such", "validate"]],
  ])("%s", async (_, args) => {
    expect(await storytree(repository(), args)).toMatchObject({ exit: 2, out: "" });
  });

  test("182 an old Node.js is told so", () => {
    const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } }); await import(${JSON.stringify(join(projectRoot, "bin/storytree"))});`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("18.20.0 is too old")]);
  });
});
