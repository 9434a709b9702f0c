// What a clone is set up with: git settings fit for its size and its user, and a hook; remembered in git's configuration, so that all of it can be taken back.

import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { limits } from "../text/limits.ts";
import type { OpenTracker } from "./open.ts";
import { gitAsUser, type Variables } from "./porcelain.ts";
import { type HookState, installHook, removeHook } from "./setup-hook.ts";

/** A setting that set-up makes: only where there is none, or beside what is there. */
export interface WantedSetting {
  readonly key: string;
  readonly value: string;
  readonly beside?: boolean;
  /** What it is for, in a few words. */
  readonly why: string;
}

export interface SetUp {
  /** What was set now; what had been set before is not among it. */
  readonly settings: readonly WantedSetting[];
  readonly hook: HookState;
}

/** The repository's own configuration: keys to all their values. */
export type LocalSettings = ReadonlyMap<string, readonly string[]>;

/** The key under which set-up remembers what it did: "KEY VALUE" of each setting, and "hook PATH HASH". */
const remembered = "storytree.setup";

export async function localSettings(folder: string, variables: Variables): Promise<LocalSettings> {
  const text = await gitAsUser(folder, variables, ["config", "--local", "--null", "--list"]);
  const settings = new Map<string, string[]>();
  for (const entry of text.split("\0").filter((each) => each !== "")) {
    const [key = "", ...value] = entry.split("\n");
    settings.set(key, [...(settings.get(key) ?? []), value.join("\n")]);
  }
  return settings;
}

/** What was found out about this clone and its user. */
export interface SetupFacts {
  /** The remote that proposals go to. */
  readonly remote: string;
  /** Where a push to it goes; undefined when there is no such remote. */
  readonly pushUrl: string | undefined;
  readonly person: string | undefined;
  /** The way to this program, when the PATH does not have it. */
  readonly program: string | undefined;
}

/** The settings that fit this clone. */
export function wantedSettings(
  tracker: OpenTracker,
  local: LocalSettings,
  { remote, pushUrl, person, program }: SetupFacts,
): readonly WantedSetting[] {
  const { commit, repository, visibility } = tracker;
  const wanted: WantedSetting[] = [];
  if (commit === null && repository && filesInIndex(repository.gitDir) > limits.checkoutFiles)
    wanted.push({ key: "feature.manyfiles", value: "true", why: "git is quicker with so many files on disk" });
  if (commit !== null)
    wanted.push({ key: "fetch.writecommitgraph", value: "true", why: "git finds its way through history quicker" });
  if (pushUrl !== undefined) {
    const refspecs = local.get(`remote.${remote}.fetch`) ?? [];
    const branches = `refs/remotes/${remote}`;
    // Hosts that keep proposals elsewhere keep every one that ever was: those are too many to fetch.
    if (refspecs.length > 0 && !refspecs.some((each) => /^\+?refs\/heads\/(?:proposal\/)?\*:/.test(each)))
      wanted.push({
        key: `remote.${remote}.fetch`,
        value: `+refs/heads/proposal/*:${branches}/proposal/*`,
        beside: true,
        why: "proposals of others are fetched, so that no number is drawn twice",
      });
    wanted.push({ key: `remote.${remote}.prune`, value: "true", why: "proposals that are gone there go here" });
    if (visibility === "restricted")
      wanted.push({ key: "storytree.own", value: pushUrl, why: "the one place that private commits are pushed to" });
  }
  if (person !== undefined) wanted.push({ key: "storytree.person", value: person, why: "who you are here" });
  if (program !== undefined) wanted.push({ key: "storytree.program", value: program, why: "what the hook runs" });
  return wanted;
}

/** Sets what is not set yet, and puts the hook in its place; doing it again changes nothing. */
export async function setUp(folder: string, variables: Variables, wanted: readonly WantedSetting[]): Promise<SetUp> {
  const local = await localSettings(folder, variables);
  const config = (...args: readonly string[]) => gitAsUser(folder, variables, ["config", "--local", ...args]);
  const settings: WantedSetting[] = [];
  for (const each of wanted) {
    const values = local.get(each.key) ?? [];
    // What somebody has set is theirs to change.
    if (each.beside ? values.includes(each.value) : values.length > 0) continue;
    await config("--add", remembered, `${each.key} ${each.value}`);
    await config("--add", each.key, each.value);
    settings.push(each);
  }
  const hashes = (local.get(remembered) ?? []).flatMap((line) => /^hook (.*) ([0-9a-f]{64})$/.exec(line) ?? []);
  const known = hashes.length === 0 ? undefined : { path: hashes[1] ?? "", hash: hashes[2] ?? "" };
  const { state, now } = await installHook(folder, variables, known);
  if (now && now.hash !== known?.hash) {
    if (known) await config("--fixed-value", "--unset-all", remembered, `hook ${known.path} ${known.hash}`);
    await config("--add", remembered, `hook ${now.path} ${now.hash}`);
  }
  return { settings, hook: state };
}

export interface TakenBack {
  readonly settings: readonly string[];
  readonly hook: "removed" | "none" | HookState;
  /** What somebody has changed since, and is theirs now. */
  readonly left: readonly string[];
}

/** Takes back exactly what set-up did, whichever version of it. */
export async function takeBack(folder: string, variables: Variables): Promise<TakenBack> {
  const local = await localSettings(folder, variables);
  const settings: string[] = [];
  const left: string[] = [];
  let hook: TakenBack["hook"] = "none";
  for (const line of local.get(remembered) ?? []) {
    const file = /^hook (.*) ([0-9a-f]{64})$/.exec(line);
    if (file) {
      hook = removeHook(folder, { path: file[1] ?? "", hash: file[2] ?? "" });
      continue;
    }
    const end = line.indexOf(" ");
    const [key, value] = [line.slice(0, end), line.slice(end + 1)];
    if (local.get(key)?.includes(value)) {
      await gitAsUser(folder, variables, ["config", "--local", "--fixed-value", "--unset-all", key, value]);
      settings.push(key);
    } else if (local.has(key)) left.push(key);
  }
  if (local.has(remembered)) await gitAsUser(folder, variables, ["config", "--local", "--unset-all", remembered]);
  return { settings, hook, left };
}

/** How many files git has on disk, read from the head of its index: "DIRC", a version, a count. */
function filesInIndex(gitDir: string): number {
  const head = Buffer.alloc(12);
  try {
    const file = openSync(join(gitDir, "index"), "r");
    try {
      readSync(file, head, 0, 12, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
  return head.toString("latin1", 0, 4) === "DIRC" ? head.readUInt32BE(8) : 0;
}
