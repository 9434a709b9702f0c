// Commands timed side by side: runs take turns, medians are compared, so that a noisy moment hits both.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** One command to its end: wall time and the time it had a processor, in milliseconds, peak memory of the largest process in it in MiB. */
export async function timed(command, { cwd, expect = [0], environment = {} } = {}) {
  const started = process.hrtime.bigint();
  const child = spawn("/usr/bin/time", ["-f", "%U %S %M", ...command], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (part) => {
    said += part;
  });
  const [code] = await once(child, "close");
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (!expect.includes(code)) throw new Error(`${command.join(" ")} ended with ${code}: ${said.slice(0, 2_000)}`);
  const [user = 0, system = 0, kibibytes = 0] = (said.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { milliseconds, busy: (user + system) * 1000, mebibytes: kibibytes / 1024 };
}

/** Runs every command once for each round, in turns; the median of each. */
export async function sideBySide(rounds, commands) {
  const results = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(commands)) results.get(name).push(await run());
  }
  return Object.fromEntries(
    [...results].map(([name, runs]) => [
      name,
      {
        milliseconds: median(runs.map((run) => run.milliseconds)),
        busy: median(runs.map((run) => run.busy ?? 0)),
        mebibytes: Math.max(...runs.map((run) => run.mebibytes ?? 0)),
        runs: runs.map((run) => Math.round(run.milliseconds)),
      },
    ]),
  );
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What the figures were measured on. */
export function machine() {
  const kernel = readFileSync("/proc/version", "utf8").split(" ").slice(0, 3).join(" ");
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${kernel}, Node ${process.versions.node}`;
}
