// Real shells on a real terminal: keys go in, and what they made of a command line is what a program of that name was given.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { gitEnvironment, newFolder, projectRoot } from "./folder.ts";

export const shellNames = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof shellNames)[number];

/** True when the shell, and what gives it a terminal, are on this machine. */
export function isThere(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

const start: Readonly<Record<ShellName, string>> = {
  bash: "bash --noprofile --norc -i",
  zsh: "zsh -f -i",
  fish: "fish --no-config -i",
};
const load: Readonly<Record<ShellName, string>> = {
  bash: "source <(storytree completion bash)",
  zsh: "autoload -Uz compinit; compinit -u -D; source <(storytree completion zsh)",
  fish: "storytree completion fish | source",
};

/** Types lines at a prompt in a folder, "\t" where the key is pressed. Returns, for each, the words that storytree was run with. */
export async function typed(shell: ShellName, folder: string, lines: readonly string[]): Promise<string[][]> {
  const { environment, log } = standIn();
  const child = spawn("script", ["--quiet", "--flush", "--return", "--command", start[shell], "/dev/null"], {
    cwd: folder,
    env: environment,
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.on("error", () => undefined);
  let shown = "";
  child.stdout.on("data", (part: Buffer) => {
    shown += part.toString("utf8");
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  const calls = () => (existsSync(log) ? readFileSync(log, "utf8").split("\0\0").slice(0, -1) : []);
  for (const [at, line] of [`${load[shell]}; storytree ready`, ...lines].entries()) {
    child.stdin.write(`${line}\n`);
    await until(
      () => calls().length > at,
      () => shown,
    );
  }
  child.stdin.end("exit\n");
  child.kill("SIGHUP");
  await ended;
  return calls()
    .slice(1)
    .map((words) => words.split("\0"));
}

/** A storytree that completes as the real one does, and writes down how else it was called. */
function standIn() {
  const folder = newFolder();
  const log = join(folder, "log");
  const program = join(folder, "storytree");
  const real = `exec "${process.execPath}" "${join(projectRoot, "bin", "storytree")}" "$@"`;
  writeFileSync(
    program,
    `#!/bin/sh\ncase $1 in complete|completion) ${real};; esac\nfor word; do printf '%s\\0' "$word"; done >> "${log}"\nprintf '\\0' >> "${log}"\n`,
  );
  chmodSync(program, 0o755);
  const environment = {
    ...gitEnvironment,
    PATH: `${folder}${delimiter}${gitEnvironment.PATH}`,
    HOME: folder,
    TERM: "xterm",
    LANG: "C.UTF-8",
  };
  return { environment, log };
}

async function until(isTrue: () => boolean, shown: () => string): Promise<void> {
  const began = performance.now();
  while (!isTrue()) {
    if (performance.now() - began > 50_000) throw new Error(`the shell did not get there: ${shown()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
