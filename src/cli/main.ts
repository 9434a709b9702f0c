// The program's start: the real terminal, and the exit code it ends with.

import type { ExitCode } from "./command.ts";
import { processTerminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Runs the command line that this process was given, and ends the process. */
export async function start(): Promise<never> {
  const exit = await main();
  await Promise.all([process.stdout, process.stderr].map(written));
  // Nobody waits for anything any more; to wait until all is taken apart would only take time.
  process.exit(exit);
}

/** Runs the command line that this process was given. */
export async function main(): Promise<ExitCode> {
  // A reader that has seen enough (`storytree list | head`) closes the pipe: nothing is wrong then.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`storytree: what was to be printed could not be written: ${error.code ?? error.message}\n`);
    process.exit(2);
  });
  const [only, ...more] = process.argv.slice(2);
  // The question that scripts ask most needs no command line parser.
  if (more.length === 0 && (only === "--version" || only === "-V")) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const { run } = await import("./run.ts");
  return run(process.argv.slice(2), processTerminal());
}

/** Once everything has left that was written to a stream. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}
