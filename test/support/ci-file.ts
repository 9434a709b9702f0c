// What the CI files of a tracker say, taken apart: their scripts, as the host would run them.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { gitEnvironment } from "./folder.ts";
import { serverPath } from "./git-http.ts";

/** The value at a path of keys in a YAML file of a folder. */
export function valueIn(folder: string, file: string, ...keys: readonly (string | number)[]): unknown {
  const document: unknown = parse(readFileSync(join(folder, file), "utf8"));
  return keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)?.[key], document);
}

/** The one step of a workflow's job that runs a script of ours. */
export function stepOf(folder: string, file: string, job: string): { readonly run: string; readonly env: object } {
  const steps = valueIn(folder, file, "jobs", job, "steps") as { run?: string; env?: object }[];
  const [step, ...more] = steps.filter((each) => each.run !== undefined);
  if (!step?.run || more.length > 0) throw new Error(`${file} has not exactly one script`);
  return { run: step.run, env: step.env ?? {} };
}

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
}

/** Runs a script in a checkout with the variables that the host would set; the program is the built one. */
export async function runScript(
  shell: readonly string[],
  script: string,
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ran> {
  const [program = "sh", ...flags] = shell;
  const child = spawn(program, [...flags, script], {
    cwd: folder,
    env: { ...gitEnvironment, STORYTREE: "storytree", ...variables, PATH: variables.PATH ?? serverPath },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      out += part.toString("utf8");
    });
  }
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { exit, out };
}
