// The files that come with the program: templates and schemas, beside the bundle or in the source tree.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: the nearest one above this file that has templates/. */
export function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "templates")) || !existsSync(join(at, "schema"))) {
    const parent = dirname(at);
    if (parent === at) throw new Error("the program's templates are missing: it was installed incompletely");
    at = parent;
  }
  return at;
}

/** Differs whenever the program does: a word made from the bundle it runs from. */
export async function programEdition(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["storytree.js", "build-worker.mjs"])
    hash.update(await readFile(join(packageRoot(), "dist", name)).catch(() => ""));
  return hash.digest("hex").slice(0, 16);
}

/** Every file below templates/<folder>, by its path in it. */
export function templateFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  return filesBelow(join(packageRoot(), "templates", folder));
}

/** The JSON Schemas, by their file names. */
export function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  return filesBelow(join(packageRoot(), "schema"));
}

async function filesBelow(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8"));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
