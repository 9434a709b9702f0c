// A tracker's files in memory, for tests that need many small trackers.

import type { ReadFile, TreeFile, TreeFiles } from "../../src/tracker/tree-files.ts";

export function memoryFiles(contents: ReadonlyMap<string, string | Uint8Array>): TreeFiles {
  const read = <F extends TreeFile>(file: F): ReadFile<F> => {
    const bytes = Buffer.from(contents.get(file.path) ?? "");
    return { file, bytes, size: bytes.length };
  };
  const files = [...contents.keys()].sort().map((path): TreeFile => ({ path, mode: "100644", oid: null }));
  return {
    async *list() {
      yield files;
    },
    async *read(wanted) {
      for await (const batch of wanted) yield batch.map((file) => read(file));
    },
    async readPath(path) {
      const file = files.find((each) => each.path === path);
      return file ? read(file) : null;
    },
  };
}
