// Trees read one by one, as long as that is quicker than asking git to list them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { fewChanges } from "../../src/tracker/git/few-changes.ts";
import { fewEntries } from "../../src/tracker/git/few-entries.ts";
import type { TreeItem } from "../../src/tracker/git/tree-object.ts";

/** A folder "a" with so many folders of one file each. */
function trees(folders: number) {
  const item = (name: string, mode: string, id: string): TreeItem => ({ mode, name, id });
  const hex = (id: string) => Buffer.from(id).toString("hex");
  const known = new Map<string, readonly TreeItem[]>([
    ["root^{tree}", [item("a", "040000", "a")]],
    [hex("a"), Array.from({ length: folders }, (_, at) => item(`d${at}`, "040000", `d${at}`))],
  ]);
  let reads = 0;
  return {
    reads: () => reads,
    read: async (name: string) => {
      reads += 1;
      return known.get(name) ?? [item("f", "100644", `${name}f`)];
    },
  };
}

test("what lies below a few folders is found", async () => {
  const { read } = trees(20);
  const found = await fewEntries(read, "root", ["a"]);
  expect(found?.map((entry) => entry.path)).toEqual(Array.from({ length: 20 }, (_, at) => `a/d${at}/f`));
});

test("much is left to git, before all of it has been read", async () => {
  const { read, reads } = trees(5_000);
  expect(await fewEntries(read, "root", ["a"])).toBeUndefined();
  expect(reads()).toBeLessThan(2_000);
});

test("what differs between two folders is found, wherever it stands", async () => {
  const hex = (id: string) => Buffer.from(id).toString("hex");
  const folder = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.constantFrom("1", "2"));
  await fc.assert(
    fc.asyncProperty(folder, folder, async (was, is) => {
      const items = (files: Record<string, string>): TreeItem[] =>
        Object.entries(files)
          .sort()
          .map(([name, id]) => ({ mode: "100644", name, id }));
      const read = async (name: string) => items(name === "was^{tree}" ? was : is);
      const found = await fewChanges(read, "was", "is");
      const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
      const oid = (id: string | undefined) => (id === undefined ? undefined : hex(id));
      expect(found?.map(({ path, before, after }) => [path, before?.oid, after?.oid])).toEqual(
        names.sort().map((name) => [name, oid(was[name]), oid(is[name])]),
      );
    }),
    { numRuns: 2_000, seed: 3 },
  );
});
