// The page of all rules is as fresh as the rules, and shows an example of each.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explanations } from "../../src/validate/explanations.ts";
import { projectRoot } from "../support/folder.ts";

test("docs/rules.md is fresh", () => {
  const script = join(projectRoot, "scripts", "generate-rules.mjs");
  expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
});

test("every rule stands there with an example", () => {
  const page = readFileSync(join(projectRoot, "docs", "rules.md"), "utf8");
  for (const { code, from, why } of explanations()) {
    expect(page).toContain(from === "schema" ? `\`${code}\`` : `### ${code}\n`);
    if (from !== "schema") expect(page).toContain(why);
    if (from === "rule") expect(page).toContain(`[${code}]\n`);
  }
});
