// The program's start: the real terminal, and the exit code it ends with.

import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

export async function main(): Promise<void> {
  // A reader that has seen enough (`storytree list | head`) closes the pipe: nothing is wrong then.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}
