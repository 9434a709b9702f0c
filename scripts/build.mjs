// Builds dist/, or the folder given: the program, in which each part is evaluated when it is first needed, with what V8 made of it;
// and the library.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeCodeCache } from "./code-cache.mjs";
import { buildLibrary } from "./library.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const out = resolve(process.argv[2] ?? dist);
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

// Large, and needed by few commands: these lie in files of their own, so that the others need not read past them.
const apart = [
  ...["express", "express-rate-limit", "openid-client", "pino"],
  ...["isomorphic-git", "simple-git", "yaml", "ajv/dist/2020.js"],
];
const leaveApart = {
  name: "leave-apart",
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${apart.join("|")})$`) }, ({ path }) => ({
      path: `./${path}.js`,
      external: true,
    }));
  },
};
const eachApart = {
  name: "each-apart",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^apart:/ }, ({ path }) => ({ path: path.slice("apart:".length), namespace: "apart" }));
    onLoad({ filter: /./, namespace: "apart" }, ({ path }) => ({
      contents: `module.exports = require("${path}")`,
      resolveDir: root,
    }));
  },
};

// What takes milliseconds to load, and what most commands import but do not use: loaded when something of it is used.
const late = ["child_process", "node:child_process", "node:crypto", "node:fs/promises", "node:worker_threads", "yaml"];
const checkers = "./generated/checkers.js";
const loadLate = {
  name: "load-late",
  setup({ onResolve, onLoad }) {
    // The checkers of all schemas, which nobody needs who reads nothing but the index.
    onResolve({ filter: new RegExp(`^${checkers}$`) }, ({ resolveDir, namespace }) =>
      namespace === "late" ? undefined : { path: join(resolveDir, checkers), namespace: "late" },
    );
    onResolve({ filter: new RegExp(`^(?:${late.join("|")})$`) }, ({ path, namespace }) =>
      namespace === "late" ? undefined : { path, namespace: "late" },
    );
    onLoad({ filter: /./, namespace: "late" }, async ({ path }) => ({
      // Once: what a module of the other kind exports is copied each time that it is required.
      contents: `let all;
for (const name of ${JSON.stringify(Object.keys(await import(path)))})
  Object.defineProperty(exports, name, { enumerable: true, get: () => (all ??= require("${path}"))[name] });`,
      resolveDir: root,
    }));
  },
};

// What is asked for most: of all commands the smaller program has only these.
const quick = ["index", "list", "set", "show"];
const onlyQuick = {
  name: "only-quick",
  setup({ onLoad }) {
    onLoad({ filter: /\/cli\/commands\.ts$/ }, ({ path }) => {
      const isOther = (line) =>
        /^ {2}"?[\w -]+"?: async /.test(line) && !quick.some((name) => line.startsWith(`  ${name}:`));
      const lines = readFileSync(path, "utf8").split("\n");
      return { contents: lines.filter((line) => !isOther(line)).join("\n"), loader: "ts" };
    });
  },
};

// libsql's own modules belong to the program: to find them beside their package takes longer than all that they do. Its binary is
// found from here, or from where libsql is, as package managers have it.
const within = {
  "index/database.ts": ['createRequire(import.meta.url)("libsql")', 'require("libsql")'],
  "libsql/index.js": [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands there
    "return require(`@libsql/${target}`)",
    `const here = require, name = "@libsql/" + target;
try { return here(name); } catch { return require("node:module").createRequire(here.resolve("libsql"))(name); }`,
  ],
};
const libsqlWithin = {
  name: "libsql-within",
  setup({ onLoad }) {
    for (const [file, [found, wanted]] of Object.entries(within))
      onLoad({ filter: new RegExp(`/${file}$`) }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes(found)) throw new Error(`${path} does not say ${found} any more`);
        return { contents: text.replace(found, wanted), loader: file.endsWith(".ts") ? "ts" : "js" };
      });
  },
};

// Who searches a site gets of lunr what looks words up and adds up how well they fit; words are cut and queries are read here in the
// way of all of Storytree. From where to where it has what is left out:
const leftOut = [
  ["/*!\n * lunr.tokenizer\n", "/*!\n * lunr.Pipeline\n"],
  ["/*!\n * lunr.stemmer\n", "/*!\n * lunr.TokenSet\n"],
  ["/*!\n * lunr.Builder\n", "/**\n * Contains and collects metadata"],
  ["lunr.QueryParseError = ", "  /**\n   * export the module"],
];
const lessOfLunr = {
  name: "less-of-lunr",
  setup({ onLoad }) {
    onLoad({ filter: /\/lunr\/lunr\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [from, to] of leftOut) {
        const begin = contents.indexOf(from);
        const end = contents.indexOf(to, begin);
        if (begin === -1 || end === -1) throw new Error(`${path} has no part any more from ${from} to ${to}`);
        contents = contents.slice(0, begin) + contents.slice(end);
      }
      return { contents, loader: "js" };
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// One CommonJS file, since opening many small ones takes longer, and since only a script can be kept compiled on Node.js 20.
writeFileSync(join(out, "package.json"), '{ "type": "commonjs" }\n');
const options = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  // SQLite is a prebuilt binary that finds itself beside its package; so is what draws pictures, which one command needs.
  external: ["libsql", "@resvg/resvg-wasm"],
};
const program = {
  ...options,
  format: "cjs",
  // A script that was kept compiled cannot import, on Node.js 20: all that is loaded later is required.
  supported: { "dynamic-import": false },
  // Short names are read sooner; what a fault says is led back to the long ones.
  minifyIdentifiers: true,
  define: { STORYTREE_VERSION: JSON.stringify(version), "import.meta.url": "$here" },
  // One function, whether it is loaded as a module or as a script: wrapping two megabytes at every start would copy them.
  banner: {
    js: `(typeof module === "object" ? (run) => { module.exports = run; } : (run) => run)(function (exports, require, module, __filename, __dirname) {
const $here = require("node:url").pathToFileURL(__filename).href;`,
  },
  footer: { js: "})" },
  external: options.external.filter((name) => name !== "libsql"),
};
const plugins = [loadLate, leaveApart, libsqlWithin];
await build({ ...program, entryPoints: { storytree: "src/cli/main.ts" }, plugins });
await build({ ...program, entryPoints: { quick: "src/cli/main.ts" }, plugins: [...plugins, onlyQuick] });
await build({
  ...options,
  format: "cjs",
  entryPoints: Object.fromEntries(apart.map((name) => [name, `apart:${name}`])),
  plugins: [eachApart],
});
await build({
  ...options,
  format: "esm",
  outExtension: { ".js": ".mjs" },
  entryPoints: { "words-thread": "src/index/words-thread.mjs", "build-worker": "src/cli/build-worker.ts" },
  define: { STORYTREE_VERSION: JSON.stringify(version) },
  banner: { js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);' },
});
// What runs in the browser: the script of every page, and the search of a site without a server.
await build({
  absWorkingDir: root,
  entryPoints: { script: "templates/site/script.js", "search-worker": "src/site/browser/search-worker.ts" },
  outdir: join(out, "site"),
  plugins: [lessOfLunr],
  bundle: true,
  format: "iife",
  platform: "browser",
  target: ["chrome111", "firefox115", "safari16.4"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
});
// esbuild leaves letters in regular expressions as they are; without them the file is ASCII, and read as it lies.
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
for (const bundle of ["storytree.js", "quick.js"].map((name) => join(out, name)))
  writeFileSync(bundle, readFileSync(bundle, "utf8").replace(/[^\0-\x7f]/g, escaped));
await buildLibrary(root, out, { ...options, define: { STORYTREE_VERSION: JSON.stringify(version) } });
if (out === dist) writeCodeCache(root);
