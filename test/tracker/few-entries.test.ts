// Trees read one by one, as long as that is quicker than asking git to list them.

import { expect, test } from "vitest";
import { fewEntries } from "../../src/tracker/git/few-entries.ts";
import type { TreeItem } from "../../src/tracker/git/tree-object.ts";

/** A folder "a" with so many folders of one file each. */
function trees(folders: number) {
  const item = (name: string, mode: string, oid: string): TreeItem => ({ mode, name: Buffer.from(name), oid });
  const known = new Map<string, readonly TreeItem[]>([
    ["root^{tree}", [item("a", "040000", "a")]],
    ["a", Array.from({ length: folders }, (_, at) => item(`d${at}`, "040000", `d${at}`))],
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
