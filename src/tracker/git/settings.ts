// What git's configuration says, as its user sees it in this repository: one question for all of it.

import { type GitRun, runGit } from "./process.ts";
import { isInstalled } from "./program.ts";

/** Lower-case keys ("user.email", "storytree.base") to their last value; what stands between the first and the last dot keeps its case. */
export type Settings = ReadonlyMap<string, string>;

const asked =
  "^((storytree|user|author|committer|remote|branch)\\.|(commit\\.gpgsign|format\\.signoff|core\\.(editor|pager))$)";

export async function readSettings(run: GitRun): Promise<Settings> {
  if (!isInstalled(run.git)) {
    const { configFiles } = await import("./plain/config-files.ts");
    return new Map([...configFiles(run)].filter(([key]) => new RegExp(asked).test(key)));
  }
  const { git, repository } = run;
  const asUser = { repository, git: { ...git, environment: { ...git.environment, ...git.configuration } } };
  const { output } = await runGit(asUser, ["config", "--null", "--show-scope", "--includes", "--get-regexp", asked], {
    expect: [0, 1],
  });
  const settings = new Map<string, string>();
  const parts = output.toString("utf8").split("\0");
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [scope, entry = ""] = parts.slice(at, at + 2);
    // What plumbing itself is started with is not the user's wish.
    if (scope === "command") continue;
    const end = entry.indexOf("\n");
    // A key without a value is git's way to say true.
    if (end === -1) settings.set(entry, "true");
    else settings.set(entry.slice(0, end), entry.slice(end + 1));
  }
  return settings;
}

export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|yes|on|1)$/i.test(value);
}
