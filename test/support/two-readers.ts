// Both readers of git on one repository, held equal.

import fc from "fast-check";
import { expect } from "vitest";
import { gitObjects } from "../../src/tracker/git/git-objects.ts";
import type { ObjectReader } from "../../src/tracker/git/objects.ts";
import { isomorphicObjects } from "../../src/tracker/git/plain/isomorphic-objects.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { answers, type Questions } from "./answers.ts";
import { git, newRepository } from "./folder.ts";

export function readers(folder: string): { readonly program: ObjectReader; readonly plain: ObjectReader } {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const program = gitObjects({ git: gitProgram({ PATH: process.env.PATH }), repository });
  return { program, plain: isomorphicObjects(repository) };
}

/** Asks both and holds them equal; what they said. */
export async function bothSay(folder: string, questions: Questions) {
  const { program, plain } = readers(folder);
  const said = await answers(program, questions);
  expect(await answers(plain, questions)).toEqual(said);
  return said;
}

const name = fc.constantFrom("a", "a.b", "a-b", "b", "é", "c");
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const file = fc.record({ text: fc.nat(3), mode: fc.constantFrom("100644", "100755", "120000") });
const step = fc.record({
  parent: fc.nat(5),
  merge: fc.option(fc.nat(5)),
  time: fc.integer({ min: 1_700_000_000, max: 1_700_000_009 }),
  files: fc.dictionary(path, file, { maxKeys: 8 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Makes histories at random, clocks that go backwards included, and holds both readers equal on each. */
export function readAlike(numRuns: number): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 8 }),
    fc.boolean(),
    async (steps, packed) => {
      const folder = newRepository();
      git(folder, ["fast-import", "--quiet", "--force"], {}, steps.map(commitInput).join(""));
      if (packed) git(folder, ["gc", "--quiet"]);
      await bothSay(folder, { revisions: steps.map((_, at) => `b${at}`), paths: ["a", "a.b", "a/b", "é"] });
    },
  );
  return fc.assert(property, { numRuns });
}

function commitInput({ parent, merge, time, files }: Step, at: number): string {
  const lines = [
    `commit refs/heads/b${at}`,
    `mark :${at + 1}`,
    `committer A <a@example.org> ${time} +0000`,
    "data 1",
    "x",
  ];
  if (at > 0 && parent < 5) lines.push(`from :${(parent % at) + 1}`);
  if (at > 1 && merge !== null) lines.push(`merge :${(merge % at) + 1}`);
  lines.push("deleteall");
  // A file is not also a folder.
  const kept = Object.entries(files).filter(([one], _, every) => !every.some(([other]) => other.startsWith(`${one}/`)));
  for (const [place, { text, mode }] of kept) lines.push(`M ${mode} inline ${place}`, "data 1", String(text));
  return `${lines.join("\n")}\n`;
}
