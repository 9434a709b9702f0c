// Files with others laid over them: a planned change over what it was planned from, a proposal over its base.

import { compareText } from "../text/diagnostic.ts";
import type { ReadFile, TreeFile, TreeFiles } from "./tree-files.ts";

/** What lies over a path: bytes, or null for "not there any more". */
export type Overlay = ReadonlyMap<string, string | Uint8Array | null>;

/** The files below with the overlay's paths in their place; listed in no particular order. */
export function overlayFiles(below: TreeFiles, overlay: Overlay): TreeFiles {
  const bytesOf = (path: string): Uint8Array | null | undefined => {
    const content = overlay.get(path);
    return typeof content === "string" ? Buffer.from(content) : content;
  };
  const laidOver = [...overlay]
    .filter(([, content]) => content !== null)
    .map(([path]): TreeFile => ({ path, mode: "100644", oid: null }))
    .sort((a, b) => compareText(a.path, b.path));
  const isUnder = (path: string, wanted: readonly string[]) =>
    wanted.some((each) => path === each || path.startsWith(`${each}/`));

  async function* without(batches: AsyncIterable<readonly TreeFile[]>): AsyncIterable<readonly TreeFile[]> {
    for await (const batch of batches) {
      const kept = batch.filter((file) => !overlay.has(file.path));
      if (kept.length > 0) yield kept;
    }
  }

  async function* read<F extends TreeFile>(
    files: AsyncIterable<readonly F[]> | Iterable<readonly F[]>,
    cap: number,
  ): AsyncIterable<readonly ReadFile<F>[]> {
    const over: ReadFile<F>[] = [];
    const rest = async function* () {
      for await (const batch of files) {
        const others: F[] = [];
        for (const file of batch) {
          const bytes = bytesOf(file.path);
          if (bytes) over.push({ file, bytes: bytes.length > cap ? null : bytes, size: bytes.length });
          else others.push(file);
        }
        if (others.length > 0) yield others;
      }
    };
    for await (const batch of below.read(rest(), cap)) yield batch;
    if (over.length > 0) yield over;
  }

  const { listUnder, across } = below;
  return {
    async *list() {
      yield* without(below.list());
      if (laidOver.length > 0) yield laidOver;
    },
    ...(listUnder
      ? {
          async *listUnder(paths: readonly string[]) {
            yield* without(listUnder(paths));
            const over = laidOver.filter((file) => isUnder(file.path, paths));
            if (over.length > 0) yield over;
          },
        }
      : {}),
    ...(across
      ? {
          async across(folder: string, rest: string) {
            const over = laidOver.map((file) => file.path).filter((path) => isAcross(path, folder, rest));
            return [...(await across(folder, rest)).filter((path) => !overlay.has(path)), ...over];
          },
        }
      : {}),
    read,
    async readPath(path, cap) {
      const bytes = bytesOf(path);
      if (bytes === undefined) return below.readPath(path, cap);
      if (bytes === null) return null;
      return {
        file: { path, mode: "100644", oid: null },
        bytes: bytes.length > cap ? null : bytes,
        size: bytes.length,
      };
    },
  };
}

function isAcross(path: string, folder: string, rest: string): boolean {
  if (!path.startsWith(`${folder}/`) || !path.endsWith(`/${rest}`)) return false;
  const between = path.slice(folder.length + 1, -rest.length - 1);
  return between !== "" && !between.includes("/");
}
