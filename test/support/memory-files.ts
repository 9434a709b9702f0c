// A tracker's files in memory, for tests that need many small trackers.

import type { ReadFile, TreeFile, TreeFiles } from "../../src/tracker/tree-files.ts";

/** What a tree entry is when it is not a plain file with the content given: its mode, or a size for which there is no content. */
export interface OddEntry {
  readonly mode?: string;
  readonly size?: number;
}

export function memoryFiles(
  contents: ReadonlyMap<string, string | Uint8Array>,
  odd: ReadonlyMap<string, OddEntry> = new Map(),
): TreeFiles {
  const read = <F extends TreeFile>(file: F, cap: number): ReadFile<F> => {
    const bytes = Buffer.from(contents.get(file.path) ?? "");
    const size = odd.get(file.path)?.size ?? bytes.length;
    return { file, bytes: size < 0 || size > cap || !file.mode.startsWith("100") ? null : bytes, size };
  };
  const files = [...new Set([...contents.keys(), ...odd.keys()])]
    .sort()
    .map((path): TreeFile => ({ path, mode: odd.get(path)?.mode ?? "100644", oid: null }));
  return {
    async *list() {
      yield files;
    },
    async *read(wanted, cap) {
      for await (const batch of wanted) yield batch.map((file) => read(file, cap));
    },
    async readPath(path, cap) {
      const file = files.find((each) => each.path === path);
      return file ? read(file, cap) : null;
    },
  };
}
