// The program's start: the real terminal, and the exit code it ends with.

import { processTerminal } from "./terminal.ts";
import { version } from "./version.ts";

export async function main(): Promise<void> {
  // A reader that has seen enough (`storytree list | head`) closes the pipe: nothing is wrong then.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const [only, ...more] = process.argv.slice(2);
  // The question that scripts ask most needs no command line parser.
  if (more.length === 0 && (only === "--version" || only === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}
