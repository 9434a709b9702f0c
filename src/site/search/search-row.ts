// A story as the search of a site without a server knows it: everything that conditions ask for, in a row of a JSON file.

import type { Saved } from "../../model/query/saved.ts";

/** Seconds since 1970; 0 stands for none. */
type Seconds = number;

export type SearchTask = readonly [
  id: number,
  project: string,
  status: string,
  assignee: string,
  priority: string,
  milestone: string,
  branch: string,
  due: string,
  reason: string,
];

export type SearchRow = readonly [
  id: number,
  title: string,
  status: string,
  type: string,
  triage: string,
  author: string,
  created: Seconds,
  updated: Seconds,
  closed: Seconds,
  tags: readonly string[],
  milestone: string,
  due: string,
  tasks: readonly SearchTask[],
  /** Which conditions and possessions hold: "untriaged", "has:comment". */
  facts: readonly string[],
  /** Values of further fields of the story, by the field's name; of a task's under "field@task". */
  more: Readonly<Record<string, readonly (string | number)[]>>,
  /** How many can be read. */
  comments: number,
];

/** The open or the closed stories of a block. */
export interface SearchRows {
  /** Told from all stories of the block, as it is in the files of its words. */
  readonly stories: number;
  /** Told from which of them are open: the same for open and closed ones. */
  readonly kinds: number;
  /** So many files have the words of the block. */
  readonly shards: number;
  /** Where in the block each of these stands. */
  readonly places: readonly number[];
  /** How long the texts of each are, its title among them: as `lengthOf` tells it. */
  readonly lengths: readonly number[];
  readonly rows: readonly SearchRow[];
}

/** What there is to search, in the order in which it was reported; `perBlock` stories make a block. */
export interface SearchIndex {
  readonly perBlock: number;
  /** How many stories of each block are open, and how many are closed. */
  readonly blocks: readonly (readonly [open: number, closed: number])[];
  /** Of each project that has any: its groups, its team, and the branch of tasks that name none. */
  readonly projects: Readonly<
    Record<string, { readonly groups: readonly string[]; readonly team: string | null; readonly branch: string | null }>
  >;
  /** What lists and boards hold: queries, and the numbers of items. */
  readonly saved: Readonly<Record<string, Saved>>;
  /** What tracker.yaml says of fields of its own. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export type BlockKind = "open" | "closed";

export const searchIndexKey = "search/index.json";
export const rowsKey = (block: number, kind: BlockKind): string => `search/${block}-${kind}.json`;
export const wordsKey = (block: number, shard: number): string => `search/${block}-words-${shard}.json`;
