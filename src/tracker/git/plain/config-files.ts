// Git's configuration read from its files, as `git config` reads them: the system's, the user's, the repository's, and what these include.

import { dirname, isAbsolute, join } from "node:path";
import type { GitRun } from "../process.ts";
import type { Settings } from "../settings.ts";
import { textFile } from "./text-file.ts";
import { pathMatches } from "./wildcards.ts";

/** Lower-case keys to their last value; what stands between the first and the last dot of a key keeps its case. */
export function configFiles({ git, repository }: GitRun): Settings {
  const settings = new Map<string, string>();
  for (const path of filesOf({ git, repository })) readInto(settings, path, { git, repository }, 0);
  // Only when the repository says so does its work tree have a file of its own.
  if (/^true$/i.test(settings.get("extensions.worktreeconfig") ?? ""))
    readInto(settings, join(repository.gitDir, "config.worktree"), { git, repository }, 0);
  return settings;
}

/** Where it lies: what is so for all, what is the user's, and what is the repository's. */
export function filesOf({ git, repository }: GitRun): string[] {
  const { GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM } = git.configuration;
  const withoutSystem = /^(?:1|true|yes|on)$/i.test(GIT_CONFIG_NOSYSTEM ?? "");
  const home = homeOf({ git, repository });
  const xdg = git.environment.XDG_CONFIG_HOME || (home && join(home, ".config"));
  const ofUser = [...(xdg ? [join(xdg, "git", "config")] : []), ...(home ? [join(home, ".gitconfig")] : [])];
  return [
    ...(withoutSystem ? [] : [GIT_CONFIG_SYSTEM ?? "/etc/gitconfig"]),
    ...(GIT_CONFIG_GLOBAL === undefined ? ofUser : [GIT_CONFIG_GLOBAL]),
    join(repository.commonDir, "config"),
  ];
}

function homeOf({ git }: GitRun): string | undefined {
  return git.environment.HOME ?? git.environment.USERPROFILE;
}

/** As deep as git follows what files include. */
const deepest = 10;

function readInto(settings: Map<string, string>, path: string, run: GitRun, depth: number): void {
  const text = depth > deepest ? null : textFile(path);
  if (text === null) return;
  for (const [key, value] of configEntries(text)) {
    settings.set(key, value);
    const condition = /^includeif\.(.*)\.path$/s.exec(key)?.[1];
    if (key !== "include.path" && (condition === undefined || !holds(condition, path, run))) continue;
    const included = fromHome(value, run);
    readInto(settings, isAbsolute(included) ? included : join(dirname(path), included), run, depth + 1);
  }
}

/** Of the conditions that git knows those about where the repository lies; others do not hold. */
function holds(condition: string, file: string, run: GitRun): boolean {
  const [, ignoreCase, pattern] = /^gitdir(\/i)?:(.+)$/s.exec(condition) ?? [];
  if (pattern === undefined) return false;
  const beside = pattern.startsWith("./") ? dirname(file) + pattern.slice(1) : fromHome(pattern, run);
  const full = `${isAbsolute(beside) ? "" : "**/"}${beside}${beside.endsWith("/") ? "**" : ""}`;
  return pathMatches(full, run.repository.gitDir, ignoreCase !== undefined);
}

function fromHome(path: string, run: GitRun): string {
  return path.startsWith("~/") ? join(homeOf(run) ?? "/", path.slice(2)) : path;
}

/** The entries of a configuration file in their order. What git would stop at ends the file. */
export function* configEntries(text: string): Iterable<readonly [key: string, value: string]> {
  let section = "";
  const source = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  for (let at = 0; at < source.length; ) {
    const blank = /[\s]*(?:[#;][^\n]*)?/y;
    blank.lastIndex = at;
    blank.test(source);
    if (blank.lastIndex > at) {
      at = blank.lastIndex;
      continue;
    }
    const head = /\[([\w.-]+)(?:[ \t]+"((?:[^"\\\n]|\\[^\n])*)")?[ \t]*\]/y;
    head.lastIndex = at;
    const found = head.exec(source);
    if (found) {
      const [, name = "", inner] = found;
      section = name.toLowerCase() + (inner === undefined ? "" : `.${inner.replace(/\\(.)/g, "$1")}`);
      at = head.lastIndex;
      continue;
    }
    const key = /([A-Za-z][\w-]*)[ \t]*(=?)/y;
    key.lastIndex = at;
    const named = key.exec(source);
    if (!named || section === "") return;
    const value = named[2] === "=" ? valueAt(source, key.lastIndex) : { text: "true", end: key.lastIndex };
    if (value === null) return;
    yield [`${section}.${named[1]?.toLowerCase()}`, value.text];
    at = value.end;
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", b: "\b", '"': '"', "\\": "\\" };

/** A value up to the end of its line; null for one that git refuses. */
function valueAt(source: string, start: number): { readonly text: string; readonly end: number } | null {
  let text = "";
  let kept = 0;
  let quoted = false;
  let at = start;
  for (; at < source.length && source[at] !== "\n"; at += 1) {
    const character = source[at] as string;
    if (!quoted && (character === "#" || character === ";")) {
      while (at < source.length && source[at] !== "\n") at += 1;
      break;
    }
    if (character === '"') {
      quoted = !quoted;
      kept = text.length;
    } else if (character === "\\") {
      at += 1;
      const next = source[at];
      // At the end of a line it goes on in the next one.
      if (next === "\n" || next === undefined) continue;
      const meant = escapes[next];
      if (meant === undefined) return null;
      text += meant;
      kept = text.length;
    } else if (quoted || !/[ \t]/.test(character)) {
      text += character;
      kept = text.length;
    } else if (text !== "") text += character;
  }
  return quoted ? null : { text: text.slice(0, kept), end: at };
}
