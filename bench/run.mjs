// `npm run bench [NAME…]`: makes its own data, runs peers side by side, prints ratios. STORIES and ROUNDS make it smaller.

import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as history from "./history.mjs";
import * as index from "./index.mjs";
import { machine } from "./measure.mjs";
import * as peers from "./peers.mjs";
import * as search from "./search.mjs";
import * as serve from "./serve.mjs";
import * as site from "./site.mjs";
import * as validate from "./validate.mjs";
import * as write from "./write.mjs";

const benchmarks = [validate, write, index, history, serve, site, search, peers];
const root = fileURLToPath(new URL("..", import.meta.url));
const stories = Number(process.env.STORIES ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const folder = process.env.BENCH_DIR ?? join(tmpdir(), "storytree-bench");
const program = [process.execPath, join(root, "bin", "storytree")];
const say = (line) => process.stderr.write(`${line}\n`);

const wanted = process.argv.slice(2);
const chosen = benchmarks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) {
  say(`there is no such benchmark; there are ${benchmarks.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
say(machine());
let missed = 0;
const report = [];
for (const { name, run } of chosen) {
  for (const result of await run({ stories, rounds, folder, program, say })) {
    const value = result.above ?? result.ratio;
    const met =
      (result.limit === null || value <= result.limit) &&
      (!result.memory || result.memory.mebibytes <= result.memory.limit);
    if (!met) missed += 1;
    report.push({ benchmark: name, met, ...result });
    const memory = result.memory ? `, ${result.memory.mebibytes} MiB of ${result.memory.limit}` : "";
    const unit = result.unit ?? "ms";
    const figure =
      result.above === undefined ? `${result.ratio.toFixed(2)} times` : `${result.above.toFixed(0)} ${unit} more`;
    process.stdout.write(
      `${met ? "met   " : "MISSED"} ${result.what}: ${figure} (${result.limit === null ? "no limit" : `limit ${result.limit}`}; ${result.ours.toFixed(0)} ${unit} beside ${result.theirs.toFixed(0)} ${unit}${memory})\n`,
    );
  }
}
writeFileSync(join(folder, "report.json"), `${JSON.stringify({ machine: machine(), stories, report }, null, 2)}\n`);
process.exitCode = missed > 0 ? 1 : 0;
