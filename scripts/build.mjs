// Builds dist/: one bundle, split so that each command loads only what it needs.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`);
await build({
  absWorkingDir: root,
  entryPoints: { storytree: "src/cli/main.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  define: { STORYTREE_VERSION: JSON.stringify(version) },
  // SQLite is a prebuilt binary that finds itself beside its package.
  external: ["libsql"],
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
  logLevel: "warning",
});
