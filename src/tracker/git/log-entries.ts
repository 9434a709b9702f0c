// Commits with what each changed against its first parent, as `git log` writes them.

import { timeOf } from "./commit-text.ts";
import { nulRecords } from "./nul-records.ts";
import type { Commit, HistoryEntry, TreeChange } from "./objects.ts";
import { type GitRun, streamGit } from "./process.ts";
import { changeFrom } from "./raw-diff.ts";

// %x01 opens a commit: a control character that no raw diff line begins with.
const format = "--format=%x01%H %T %P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B";

const asRaw = [
  ...["log", "--first-parent", "-m", "--raw", "-z", "-r", "--root", "--no-abbrev", "--no-renames", "--no-ext-diff"],
  ...["--encoding=UTF-8", format],
];

/** Of an import of everything at once nobody should have to hold all: an entry has at most so many changes. */
const part = 20_000;

/** `which`: the arguments that say which commits; `input` what git reads from its standard input. */
export async function* logEntries(
  run: GitRun,
  which: readonly string[],
  input?: string,
): AsyncIterable<readonly HistoryEntry[]> {
  let commit: Commit | null = null;
  let changes: TreeChange[] = [];
  let header: string | null = null;
  for await (const records of nulRecords(streamGit(run, [...asRaw, ...which], input))) {
    const entries: HistoryEntry[] = [];
    for (const record of records) {
      if (header !== null) {
        changes.push(changeFrom(header, record));
        header = null;
        if (commit && changes.length >= part) {
          entries.push({ commit, changes });
          changes = [];
        }
      } else if (record[0] === 1) {
        if (commit) entries.push({ commit, changes });
        commit = commitFromLog(record.toString("utf8", 1));
        changes = [];
      } else {
        // After a commit's text git writes one LF before the first of its changes.
        const start = record[0] === 10 ? 1 : 0;
        if (record[start] === 58) header = record.toString("latin1", start);
      }
    }
    if (entries.length > 0) yield entries;
  }
  if (commit) yield [{ commit, changes }];
}

function commitFromLog(text: string): Commit {
  const lines = text.split("\n");
  const [oid = "", tree = "", ...parents] = (lines[0] ?? "").split(" ").filter((word) => word !== "");
  const signature = (at: number) => ({
    name: lines[at] ?? "",
    email: lines[at + 1] ?? "",
    time: timeOf(lines[at + 2]),
  });
  return { oid, tree, parents, author: signature(1), committer: signature(4), message: lines.slice(7).join("\n") };
}
