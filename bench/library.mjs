// The index as a library, for what is timed inside the process: the parts of the source that it needs, in one file.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const entry = `
export { openTracker } from "./src/tracker/open.ts";
export { gitProgram } from "./src/tracker/git/process.ts";
export { openIndex } from "./src/index/open-index.ts";
export { queryContext } from "./src/index/expand-query.ts";
export { parseQuery } from "./src/model/query/parse.ts";
`;

/** What a server has at hand: a tracker's index, and queries that are asked of it. */
export async function openLibrary(root) {
  // Beside the program, so that SQLite is found.
  const outfile = join(root, "dist", "bench", "library.mjs");
  await build({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: ["libsql"],
    banner: {
      js: 'import { createRequire as $require } from "node:module"; const require = $require(import.meta.url);',
    },
    logLevel: "warning",
  });
  const library = await import(pathToFileURL(outfile).href);
  return async (folder) => {
    const tracker = await library.openTracker(folder, library.gitProgram(process.env));
    const now = Date.parse("2026-11-20T00:00:00Z");
    const catalogue = await library.openIndex(tracker, { now });
    const ask = (text, page) => {
      const parsed = library.parseQuery(text, library.queryContext(catalogue, now));
      if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
      return catalogue.stories(parsed.query, page);
    };
    return { ask, close: () => catalogue.close() };
  };
}
