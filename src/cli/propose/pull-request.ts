// GitHub's own program opens the pull request where it is installed and signed in; without it the page to open is named.

import { spawn } from "node:child_process";

export interface PullRequestWish {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** The pull request's address; undefined when `gh` is not there or will not. */
export async function openPullRequest(
  folder: string,
  variables: Readonly<Record<string, string | undefined>>,
  { head, base, title, body }: PullRequestWish,
): Promise<string | undefined> {
  const known = await gh(folder, variables, ["pr", "view", head, "--json", "url", "--jq", ".url"]);
  if (known !== undefined) return known;
  return gh(folder, variables, ["pr", "create", "--head", head, "--base", base, "--title", title, "--body", body]);
}

function gh(
  folder: string,
  variables: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn("gh", args, {
      cwd: folder,
      env: { ...variables, GH_PROMPT_DISABLED: "1" } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let out = "";
    child.stdout.on("data", (part: Buffer) => {
      out += part.toString("utf8");
    });
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? (/https?:\/\/\S+/.exec(out)?.[0] ?? undefined) : undefined));
  });
}
