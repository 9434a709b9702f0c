// Load on a server, by `wrk` (Debian's package of that name): requests a second, the slowest of a hundred, and what failed.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const units = { us: 1e-3, ms: 1, s: 1e3 };

/** Requests for one address over kept connections, for so many seconds. `milliseconds` is what a thousand of them take. */
export async function load(url, { seconds, connections = 50, headers = [] }) {
  const given = headers.flatMap((header) => ["-H", header]);
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", "--latency", ...given, url];
  const { stdout } = await run("wrk", args, { maxBuffer: 1 << 24 });
  const find = (pattern) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const perSecond = find(/^Requests\/sec:\s+([\d.]+)/m);
  const [, slow, unit] = /^\s+99%\s+([\d.]+)(us|ms|s)/m.exec(stdout) ?? [];
  const [, ...broken] = /^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/m.exec(stdout) ?? [];
  return {
    milliseconds: 1e6 / perSecond,
    perSecond,
    p99: Number(slow) * units[unit],
    failed: find(/^\s+Non-2xx or 3xx responses: (\d+)/m) + broken.reduce((sum, each) => sum + Number(each), 0),
  };
}

export async function hasProgram(program, ...args) {
  try {
    await run(program, args);
    return true;
  } catch (error) {
    return error.code !== "ENOENT";
  }
}
