// A push as a person makes it, and what their terminal showed.

import { spawn } from "node:child_process";
import { gitEnvironment } from "./folder.ts";

export interface Pushed {
  readonly accepted: boolean;
  /** Everything git wrote, the server's lines included. */
  readonly said: string;
  readonly milliseconds: number;
}

/** Pushes without blocking the process, which may be serving the repository itself. */
export async function push(
  folder: string,
  url: string,
  refs: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Pushed> {
  const start = performance.now();
  const child = spawn("git", ["push", url, ...refs], {
    cwd: folder,
    env: { ...gitEnvironment, GIT_TERMINAL_PROMPT: "0", ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      said += part.toString("utf8");
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { accepted: code === 0, said, milliseconds: performance.now() - start };
}
