// A week of a busy community: people edit in clones of their own, their proposals are merged by plain git in random order, and after
// each merge the tracker must say what the edits, worked out by themselves, say it must.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type CloneKind, newClone, newServer } from "./clones.ts";
import { git, newFolder, readFolder } from "./folder.ts";
import { commentsIn, untouched, written } from "./odd-files.ts";
import { storytree } from "./terminal.ts";
import { anEdit } from "./week-edits.ts";
import { copied, fieldOf, mergeStates, problemsOf, type State, stateOf } from "./week-model.ts";

export interface WeekReport {
  readonly merged: number;
  /** Proposals that conflicted, each of them truly. */
  readonly conflicts: number;
  /** Proposals in which a key that is not always there came or went right beside the last daily one, which the base changed. */
  readonly beside: number;
  /** Proposals that merge and would break the tracker, each of them truly. */
  readonly refused: number;
  readonly edits: Readonly<Record<string, number>>;
}

interface Pending {
  readonly branch: string;
  readonly base: string;
  readonly state: State;
}

interface Clone {
  readonly folder: string;
  readonly kind: CloneKind;
  readonly person: string;
}

const people: readonly (readonly [string, CloneKind])[] = [
  ["hugo", "bare"],
  ["ines", "checkout"],
  ["bjorn", "bare"],
  ["kofi", "blobless"],
  ["dunya", "bare"],
  ["amina", "no-checkout"],
];

/** Replays so many proposals; the same seed gives the same week. */
export async function replayWeek({ branches, seed }: { branches: number; seed: number }): Promise<WeekReport> {
  let drawn = seed;
  const random = (below: number) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % below;
  };
  const server = newServer();
  const host = join(newFolder(), "host");
  git(server, ["clone", "--quiet", server, host]);
  for (const [path, bytes] of readFolder(host))
    if (/^stories\/.*(?:story|tasks\/\d+)\.md$/.test(path))
      writeFileSync(join(host, path), written(`${bytes}`, random));
  git(host, ["commit", "--quiet", "--all", "--message", "As people write"]);
  git(host, ["push", "--quiet", "origin", "HEAD:main"]);
  expect(await storytree(server, ["validate"])).toMatchObject({ exit: 0, out: "" });

  const identities = new Map<string, string>();
  const uid = (path: string) => identities.get(path) ?? path;
  const read = () => stateOf(textsOf(host), uid);
  const clones = people.map(([person, kind]): Clone => ({ folder: newClone(server, kind, person), kind, person }));
  const states = new Map<string, State>([[head(host), read()]]);
  const pending: Pending[] = [];
  const edits: Record<string, number> = {};
  const report = { merged: 0, conflicts: 0, beside: 0, refused: 0 };
  let begun = 0;
  let serial = 0;
  while (begun < branches || pending.length > 0) {
    if (begun < branches && (pending.length === 0 || random(100) < (pending.length < 12 ? 75 : 25))) {
      begun += 1;
      const made = await propose(clones[random(clones.length)] as Clone, `b${begun}`);
      if (made) pending.push(made);
    } else await merge(pending.splice(random(pending.length), 1)[0] as Pending);
  }
  return { ...report, edits };

  /** One to three edits in a clone, pushed as a branch. */
  async function propose(clone: Clone, topic: string): Promise<Pending | undefined> {
    const { folder, kind, person } = clone;
    // Not everybody has fetched this morning.
    if (random(3) > 0) fetchMain(clone);
    const base = git(folder, [
      "rev-parse",
      kind === "blobless" || kind === "no-checkout" ? "origin/main" : "main",
    ]).trim();
    const state = copied(states.get(base) as State);
    const onBranch = kind === "checkout" ? [] : ["--topic", topic];
    const branch = `proposal/${topic}`;
    for (let count = 1 + random(3); count > 0; count -= 1) {
      serial += 1;
      const now = new Date(Date.UTC(2026, 10, 24, 12, 0, serial));
      const scene = {
        ...{ state, person, random, serial },
        now: now.toISOString().replace(".000Z", "Z"),
        rename: (from: string, to: string) => void identities.set(to, uid(from)),
        paths: (inside: string) => pathsIn(clone, branch, inside),
        projectOf: (path: string) => /^project: (.*)$/m.exec(textIn(clone, branch, path))?.[1] ?? "",
      };
      // Each kind once in turn at first, so that none is left out by chance.
      const { kind: what, edit } = anEdit(scene, serial <= 2 * 15 && count === 1 ? serial : undefined);
      const outcome = await storytree(folder, [...edit.args, ...onBranch], { now: () => now, random });
      if (outcome.exit === 1 && outcome.err === "nothing matches\n") continue;
      expect(outcome, edit.args.join(" ")).toMatchObject({ exit: 0 });
      edit.effect(outcome.out);
      edits[what] = (edits[what] ?? 0) + 1;
    }
    if (kind === "checkout") {
      const proposed = await storytree(folder, ["propose", "--no-push", "--topic", topic], { random });
      if (proposed.err.includes("there is nothing to propose")) return undefined;
      expect(proposed, topic).toMatchObject({ exit: 0 });
    } else if (git(folder, ["for-each-ref", `refs/heads/${branch}`]) === "") return undefined;
    git(folder, ["push", "--quiet", "origin", branch]);
    if (kind === "checkout") git(folder, ["checkout", "--quiet", "main"]);
    git(folder, ["branch", "--quiet", "-D", branch]);
    keepsTheRest(server, base, branch, states.get(base) as State, state, uid);
    return { branch, base, state };
  }

  /** What its continuous integration and its merge button do with a proposal. */
  async function merge({ branch, base, state }: Pending): Promise<void> {
    const main = head(host);
    const expected = mergeStates(states.get(base) as State, states.get(main) as State, state);
    const judged = await storytree(server, ["validate", "--base", "main", "--rev", branch, "--json"]);
    const { diagnostics } = JSON.parse(judged.out) as {
      diagnostics: { code: string; severity: string; path: string }[];
    };
    const errors = diagnostics.filter((each) => each.severity === "error");
    const conflicting = errors.filter((each) => each.code === "merge-conflict").map((each) => each.path);
    const contested = [...expected.conflicts, ...expected.contested];
    const story = `${branch}: ${JSON.stringify({ ...expected, state: undefined, errors })}`;
    if (conflicting.length > 0) {
      // No conflict but a true one: the same field of that very record.
      const untrue = conflicting.filter((path) => !contested.some((each) => each.startsWith(`${uid(path)} `)));
      const [was, theirs] = [states.get(base) as State, states.get(main) as State];
      for (const path of untrue) {
        const isBeside = standsBeside(uid(path), was, theirs, state) || standsBeside(uid(path), was, state, theirs);
        expect(isBeside, isBeside ? "" : `${story}\n${sides(server, base, main, branch, path)}`).toBe(true);
      }
      if (untrue.length === conflicting.length) report.beside += 1;
      else report.conflicts += 1;
      return;
    }
    expect(expected.conflicts, story).toEqual([]);
    const problems = problemsOf(expected.state);
    expect(errors.length > 0, `${story} ${problems}`).toBe(problems.length > 0);
    if (errors.length > 0) {
      report.refused += 1;
      return;
    }
    git(host, ["fetch", "--quiet", "origin", branch]);
    const how = random(5);
    if (how > 1) git(host, ["merge", "--quiet", "--no-edit", "FETCH_HEAD"]);
    else if (how === 1) git(host, ["cherry-pick", "--allow-empty", "--keep-redundant-commits", "FETCH_HEAD"]);
    else {
      git(host, ["merge", "--quiet", "--squash", "FETCH_HEAD"]);
      git(host, ["commit", "--quiet", "--allow-empty", "--message", "Squashed"]);
    }
    git(host, ["push", "--quiet", "origin", "HEAD:main"]);
    const is = read();
    expect(differences(expected.state, is), story).toEqual([]);
    states.set(head(host), is);
    expect(await storytree(server, ["validate"]), story).toMatchObject({ exit: 0, out: "" });
    report.merged += 1;
  }
}

const head = (folder: string) => git(folder, ["rev-parse", "HEAD"]).trim();

function fetchMain({ folder, kind }: Clone): void {
  if (kind === "bare") git(folder, ["fetch", "--quiet", "origin", "main:main"]);
  else git(folder, ["fetch", "--quiet", "origin", "main"]);
  if (kind === "checkout") git(folder, ["merge", "--quiet", "--ff-only", "origin/main"]);
}

/** The texts of a checkout's records and attachments; pictures stay as they are. */
function textsOf(folder: string): Map<string, string> {
  const files = [...readFolder(folder)].filter(([path]) => !path.startsWith(".git/") && !path.endsWith(".png"));
  return new Map(files.map(([path, bytes]) => [path, bytes.toString("utf8")]));
}

function pathsIn({ folder, kind }: Clone, branch: string, inside: string): readonly string[] {
  if (kind !== "checkout") return lines(git(folder, ["ls-tree", "-r", "--name-only", branch, `${inside}/`]));
  try {
    return readdirSync(join(folder, inside)).map((name) => `${inside}/${name}`);
  } catch {
    return [];
  }
}

function textIn({ folder, kind }: Clone, branch: string, path: string): string {
  return kind === "checkout" ? readFileSync(join(folder, path), "utf8") : git(folder, ["show", `${branch}:${path}`]);
}

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

/** Every byte of a changed file that is not of a changed field is as it was, and so are the comments of those that are. */
function keepsTheRest(
  server: string,
  base: string,
  branch: string,
  before: State,
  after: State,
  uid: (path: string) => string,
): void {
  const paths = lines(git(server, ["diff", "--name-only", "--no-renames", "--diff-filter=M", base, branch]));
  for (const path of paths.filter((each) => each.endsWith(".md"))) {
    const [was, is] = [base, branch].map((revision) => git(server, ["show", `${revision}:${path}`])) as [
      string,
      string,
    ];
    const [old, fresh] = [before.get(uid(path)), after.get(uid(path))];
    const keys = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])];
    const changed = new Set(
      keys.filter((key) => old?.get(key) !== fresh?.get(key)).map((key) => key.replace(/\/.*/, "")),
    );
    expect(changed.size, `${branch} ${path}`).toBeGreaterThan(0);
    expect(untouched(is, changed), `${branch} ${path}`).toEqual(untouched(was, changed));
    const isGone = (comment: string) => comment.includes(" reason,");
    expect(commentsIn(is)).toEqual(commentsIn(was).filter((comment) => !isGone(comment)));
  }
}

/** Whether one side gave or took a record's key that follows the last daily one, in which the other side differs. */
function standsBeside(record: string, base: State, one: State, other: State): boolean {
  const [was, is, too] = [base, one, other].map((state) => state.get(record));
  const isOther = ["attachments", "aliases", "reason"].some((key) => was?.has(key) !== is?.has(key));
  return isOther && ["due", "changes"].some((key) => was?.get(key) !== too?.get(key));
}

/** A file as it was and what the two sides made of it, for who has to find out why they conflict. */
function sides(server: string, base: string, main: string, branch: string, path: string): string {
  const made = [main, branch].map((side) => git(server, ["diff", "--unified=0", base, side, "--", path]));
  return [git(server, ["show", `${base}:${path}`]), ...made].join("\n");
}

function differences(expected: State, is: State): string[] {
  return [...new Set([...expected.keys(), ...is.keys()])].flatMap((key) => {
    const [one, two] = [expected.get(key), is.get(key)];
    const fields = new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])]);
    return [...fields]
      .filter((field) => one?.get(field) !== two?.get(field))
      .map((field) => `${key} ${field}: ${fieldOf(one, field)} is ${fieldOf(two, field)}`);
  });
}
