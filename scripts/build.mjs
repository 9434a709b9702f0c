// Builds dist/, or the folder given: one bundle, split so that each command loads only what it needs, and the library's types.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? join(root, "dist"));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

// What reads, judges and changes a tracker is needed by nearly every command, and opening sixty small files takes longer than one
// larger one: imports of it that the source makes when they are needed are made at once. These stay as they are: heavy, or seldom.
const together = /^src\/(?:text|model|tracker|validate|change|report|cli)\//;
const apart =
  /^src\/(?:tracker\/porcelain|tracker\/git\/plain\/[\w-]+|model\/custom-fields|validate\/explanations|cli\/run)\.ts$/;

const atOnce = {
  name: "at-once",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/(?:cli|tracker|validate|change)\/.*\.ts$/ }, ({ path }) => {
      const names = new Map();
      const source = readFileSync(path, "utf8").replace(/\bawait import\("(\.[^"]+)"\)/g, (dynamic, target) => {
        const file = join(dirname(path), target).slice(root.length).replaceAll("\\", "/");
        if (!together.test(file) || apart.test(file)) return dynamic;
        if (!names.has(target)) names.set(target, `$at_once_${names.size}`);
        return names.get(target);
      });
      const imports = [...names].map(([target, name]) => `import * as ${name} from "${target}";`).join("");
      return { contents: imports + source, loader: "ts" };
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { storytree: "src/cli/main.ts", library: "src/library/storytree.ts" },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  define: { STORYTREE_VERSION: JSON.stringify(version) },
  plugins: [atOnce],
  // SQLite is a prebuilt binary that finds itself beside its package.
  external: ["libsql"],
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
  logLevel: "warning",
});

// What the compiler says of everything that the library is made of, less the files that its own types do not lead to.
const types = join(out, "types");
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
