// Every folder of cases/ and changes/ is judged; every code has a bad one, every rule a good one that a sloppier rule would refuse.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnosticText } from "../../src/report/text.ts";
import { visibilityOf } from "../../src/tracker/open.ts";
import { explanations, readingCodes } from "../../src/validate/explanations.ts";
import { rules } from "../../src/validate/rules.ts";
import { validate } from "../../src/validate/validate.ts";
import { changeRules } from "../../src/validate/validate-change.ts";
import { baseFiles, goldenCases, holdToExpected, oddEntries, overlaid } from "../support/cases.ts";
import { commit, git, newRepository, readFolder } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { storytree } from "../support/terminal.ts";

const trackers = goldenCases("cases");
const proposals = goldenCases("changes");
const all = [...trackers, ...proposals];

describe("trackers", () => {
  test.each(trackers.map((each) => [each.name, each] as const))("%s", async (_, golden) => {
    const files = memoryFiles(overlaid(baseFiles, golden.folder), oddEntries(golden.folder));
    const { diagnostics } = await validate(files, { visibility: await visibilityOf(files) });
    holdToExpected(golden, diagnostics.map((each) => diagnosticText(each)).join(""));
  });
});

/** base/ is what both sides began with, head/ what is proposed, main/ what happened meanwhile. */
describe("proposals", () => {
  test.each(proposals.map((each) => [each.name, each] as const))("%s", async (_, golden) => {
    const begin = overlaid(baseFiles, join(golden.folder, "base"));
    const repository = newRepository(Object.fromEntries(begin));
    const side = (name: string) => {
      const files = overlaid(begin, join(golden.folder, name));
      const gone = [...begin.keys()].filter((path) => !files.has(path)).map((path) => [path, null] as const);
      return Object.fromEntries([...files, ...gone]);
    };
    git(repository, ["checkout", "--quiet", "-b", "proposal"]);
    commit(repository, side("head"), "Propose");
    git(repository, ["checkout", "--quiet", "main"]);
    commit(repository, side("main"), "Meanwhile");
    const actor = readFolder(golden.folder).get("actor.txt")?.toString().trim();
    const { exit, out, err } = await storytree(repository, [
      "validate",
      "--rev=proposal",
      "--base=main",
      ...(actor ? [`--actor=${actor}`] : []),
    ]);
    holdToExpected(golden, out);
    expect(exit, err).toBe(out.includes(": error: ") ? 1 : 0);
  });
});

const said = all.map(({ expected }) => expected ?? "").join("");
const ruleCodes = [...rules, ...changeRules].map((rule) => rule.code);

test("the base is valid", async () => {
  expect((await validate(memoryFiles(baseFiles), { visibility: "public" })).diagnostics).toEqual([]);
});

test("every rule, and everything the reader finds, has a case that shows it", () => {
  // A tree made to drown its reader is no folder: test/tracker/git-objects.test.ts makes some.
  const codes = [...ruleCodes, ...readingCodes].filter((code) => code !== "tree-too-strange");
  expect(codes.filter((code) => !said.includes(`[${code}]`))).toEqual([]);
});

test("every rule has a good case, whose name begins with the rule's", () => {
  // A name that begins with two codes belongs to the longer one.
  const rule = (name: string) =>
    ruleCodes.filter((code) => `${name}-`.startsWith(`${code}-`)).sort((a, b) => b.length - a.length)[0];
  const good = all.filter(({ folder }) => existsSync(join(folder, "valid.txt"))).map(({ name }) => rule(name));
  expect(ruleCodes.filter((code) => !good.includes(code))).toEqual([]);
});

test("every code that a case shows is explained", () => {
  const codes = new Set(explanations().map((each) => each.code));
  expect(
    [...said.matchAll(/\[([a-z-]+)\]$/gm)].map((match) => match[1]).filter((code) => !codes.has(code ?? "")),
  ).toEqual([]);
});

test("codes are slugs, and no two rules share one", () => {
  expect(new Set(ruleCodes).size).toBe(ruleCodes.length);
  for (const rule of [...rules, ...changeRules]) {
    expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
  }
});
