// The library's part of dist/: one ES module, and its types.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** Writes library.mjs and types/ into `out`; `options` are esbuild's, as for the program. */
export async function buildLibrary(root, out, options) {
  await build({
    ...options,
    entryPoints: { library: "src/library/storytree.ts" },
    outExtension: { ".js": ".mjs" },
    format: "esm",
    banner: {
      js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);',
    },
  });
  writeTypes(root, join(out, "types"));
}

/** What the compiler says of everything that the library is made of, less the files that its own types do not lead to. */
function writeTypes(root, types) {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.library.json"), "--outDir", types], {
    stdio: "inherit",
  });
  const wanted = new Set();
  const want = (path) => {
    if (wanted.has(path)) return;
    wanted.add(path);
    for (const [, target] of readFileSync(path, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)\.ts"/g))
      want(join(dirname(path), `${target}.d.ts`));
  };
  want(join(types, "library", "storytree.d.ts"));
  for (const name of readdirSync(types, { recursive: true })) {
    const path = join(types, name);
    if (path.endsWith(".d.ts") && !wanted.has(path)) rmSync(path);
  }
}
