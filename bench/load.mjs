// Load on a server, by `ab` (Debian's apache2-utils): requests a second, the slowest of a hundred, and what failed.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Many requests for one address over kept connections. `milliseconds` is what a thousand of them take. */
export async function load(url, { requests, connections = 50, headers = [] }) {
  const given = headers.flatMap((header) => ["-H", header]);
  const args = ["-q", "-k", "-l", "-c", String(connections), "-n", String(requests), ...given, url];
  const { stdout } = await run("ab", args, { maxBuffer: 1 << 24 });
  const find = (pattern) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  const perSecond = find(/^Requests per second:\s+([\d.]+)/m);
  return {
    milliseconds: 1e6 / perSecond,
    perSecond,
    p99: find(/^\s+99%\s+(\d+)/m),
    failed: find(/^Failed requests:\s+(\d+)/m) + (find(/^Non-2xx responses:\s+(\d+)/m) || 0),
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
