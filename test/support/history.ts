// Repositories with a given history, made in one go: any dates, authors and merges, faster than committing one by one.

import { git, newFolder } from "./folder.ts";

export interface PlannedCommit {
  /** Files it writes, or with null removes, against its first parent. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Seconds since 1970, of the committer. */
  readonly time: number;
  readonly author?: string;
  readonly message?: string;
  /** The commits it follows, by their index; the one before it when it does not say. */
  readonly parents?: readonly number[];
}

/** A repository whose main is the last of these commits, and the ids of all. */
export function repositoryWith(
  commits: readonly PlannedCommit[],
  { checkout = true }: { readonly checkout?: boolean } = {},
): { folder: string; oids: readonly string[] } {
  const folder = newFolder();
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const parts = commits.map(({ files, time, author = "Alice", message = "Change", parents }, index) => {
    const [first, ...others] = parents ?? (index === 0 ? [] : [index - 1]);
    const mail = `${author.toLowerCase().replaceAll(" ", ".")}@example.org`;
    return [
      `commit refs/heads/c${index}\nmark :${index + 1}\n`,
      `author ${author} <${mail}> ${time - 60} +0000\ncommitter Gate <gate@example.org> ${time} +0000\n`,
      data(message),
      first === undefined ? "" : `from :${first + 1}\n`,
      ...others.map((other) => `merge :${other + 1}\n`),
      ...Object.entries(files).map(([path, text]) =>
        text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
      ),
    ].join("");
  });
  git(folder, ["fast-import", "--quiet", "--date-format=raw-permissive"], {}, parts.join(""));
  const names = commits.map((_, index) => `refs/heads/c${index}\n`).join("");
  const oids = git(folder, ["cat-file", "--batch-check=%(objectname)"], {}, names).trim().split("\n");
  git(folder, ["update-ref", "refs/heads/main", oids.at(-1) ?? ""]);
  if (checkout) git(folder, ["reset", "--quiet", "--hard"]);
  return { folder, oids };
}
