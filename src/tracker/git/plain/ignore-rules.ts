// What git was told to leave out: the rules of .gitignore files and of those beside them.

import { join } from "node:path";
import type { GitRun } from "../process.ts";
import { configFiles } from "./config-files.ts";
import { textFile } from "./text-file.ts";
import { pathMatcher } from "./wildcards.ts";

/** The rules that hold in one folder. */
export interface IgnoreRules {
  /** Of the folder's entries, by name. What lies in a folder that is ignored is ignored with it. */
  readonly ignores: (name: string, isFolder: boolean) => boolean;
  /** The rules in a folder of it. */
  readonly into: (name: string) => IgnoreRules;
}

interface Rule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Looks at the path from the rule's folder on, or at the name alone. */
  readonly byName: boolean;
  readonly fits: (text: string) => boolean;
}

/** The rules of one file, and which folder their paths begin in. */
interface RuleFile {
  readonly folder: string;
  readonly rules: readonly Rule[];
}

/** The rules at the top of a work tree. */
export function ignoreRules(run: GitRun): IgnoreRules {
  const { repository, git } = run;
  const settings = configFiles(run);
  const ignoreCase = /^(?:true|yes|on|1)$/i.test(settings.get("core.ignorecase") ?? "");
  const home = git.environment.HOME ?? "/";
  const xdg = git.environment.XDG_CONFIG_HOME || join(home, ".config");
  const named = settings.get("core.excludesfile")?.replace(/^~(?=\/)/, home);
  const shared = [named ?? join(xdg, "git", "ignore"), join(repository.commonDir, "info", "exclude")];
  const read = (folder: string, path: string, followLinks: boolean): RuleFile => ({
    folder,
    rules: rulesOf(textFile(path, followLinks) ?? "", ignoreCase),
  });
  const root = repository.workTree ?? "";
  const at = (folder: string, above: readonly RuleFile[]): IgnoreRules => {
    // A link in the tree may lead anywhere: git does not follow it either.
    const files = [...above, read(folder, join(root, folder, ".gitignore"), false)];
    return {
      ignores: (name, isFolder) => isIgnored(files, folder + name, isFolder),
      into: (name) => at(`${folder}${name}/`, files),
    };
  };
  return at(
    "",
    shared.map((path) => read("", path, true)),
  );
}

/** The last rule of the nearest file that has one decides. */
function isIgnored(files: readonly RuleFile[], path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (const { folder, rules } of [...files].reverse()) {
    const inside = path.slice(folder.length);
    const rule = rules.findLast((each) => (isFolder || !each.foldersOnly) && each.fits(each.byName ? name : inside));
    if (rule) return !rule.negated;
  }
  return false;
}

function rulesOf(text: string, ignoreCase: boolean): Rule[] {
  return text
    .replace(/^\ufeff/, "")
    .split("\n")
    .flatMap((line) => {
      const given = withoutBlanks(line.replace(/\r$/, ""));
      if (given === "" || given.startsWith("#")) return [];
      const negated = given.startsWith("!");
      const pattern = negated ? given.slice(1) : given;
      const foldersOnly = pattern.endsWith("/");
      const path = foldersOnly ? pattern.slice(0, -1) : pattern;
      if (path === "") return [];
      const byName = !path.includes("/");
      return [{ negated, foldersOnly, byName, fits: pathMatcher(path.replace(/^\//, ""), ignoreCase) }];
    });
}

/** Blanks at the end do not count, unless a backslash stands before them. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " ") end -= 1;
  const slashes = /\\*$/.exec(line.slice(0, end))?.[0].length ?? 0;
  return slashes % 2 === 1 && end < line.length ? line.slice(0, end + 1) : line.slice(0, end);
}
