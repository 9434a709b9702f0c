// The files that the search of a site without a server loads: open stories apart from closed ones, and their words by how they begin.

import type { StoryDetail } from "../../index/catalogue.ts";
import { savedIn } from "../../index/expand-query.ts";
import { charactersIn, textsOf } from "../../index/summary.ts";
import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { lengthOf } from "../../model/query/fit.ts";
import type { Saved } from "../../model/query/saved.ts";
import { tokens } from "../../model/query/tokens.ts";
import type { Story, Task } from "../../model/record.ts";
import type { Site } from "../site.ts";
import { markOf, shardCount, type WordShard } from "./postings.ts";
import {
  type BlockKind,
  rowsKey,
  type SearchIndex,
  type SearchRow,
  type SearchRows,
  type SearchTask,
  searchIndexKey,
  wordsKey,
} from "./search-row.ts";
import { CollectedWords, type StoryTexts, wordShards } from "./word-shards.ts";

/** Stories of one block, in the order in which they were reported. */
export const perBlock = 2_000;

export interface MeasuredRow {
  readonly row: SearchRow;
  /** As `SearchRows` has it. */
  readonly length: number;
}

export interface SearchDocument extends MeasuredRow {
  readonly texts: StoryTexts;
}

export interface SearchFile {
  readonly file: string;
  readonly body: string;
}

export const blockCount = (site: Pick<Site, "heads">): number => Math.ceil(site.heads().length / perBlock);

/** The numbers of the stories of a block. */
export function idsOfBlock(site: Site, block: number): readonly number[] {
  return [...site.heads().ids.subarray(block * perBlock, (block + 1) * perBlock)];
}

/** A block's stories, which come in its order, and their files. Of each only what these need is held. */
export class SearchBlock {
  readonly #block: number;
  readonly #rows: MeasuredRow[] = [];
  readonly #words = new CollectedWords();

  constructor(block: number) {
    this.#block = block;
  }

  add({ row, length, texts }: SearchDocument): void {
    this.#words.add(this.#rows.length, texts);
    this.#rows.push({ row, length });
  }

  *files(): Iterable<SearchFile> {
    yield* rowFiles(this.#block, this.#rows);
    const ids = this.#rows.map(({ row }) => row[0]);
    yield* wordFiles(this.#block, wordShards(ids, this.#words));
  }
}

export const blockKinds: readonly BlockKind[] = ["open", "closed"];

const kindOf = (row: SearchRow): BlockKind => (row[2] === "active" ? "open" : "closed");

/** Of all stories of a block; none for a kind of which there are no stories. */
export function* rowFiles(block: number, all: readonly MeasuredRow[]): Iterable<SearchFile> {
  const stories = markOf(all.map(({ row }) => row[0]));
  const kinds = markOf(all.map(({ row }) => blockKinds.indexOf(kindOf(row))));
  for (const kind of blockKinds) {
    const own = all.map(({ row, length }, place) => ({ row, length, place })).filter(({ row }) => kindOf(row) === kind);
    if (own.length === 0) continue;
    const head: Omit<SearchRows, "rows"> = {
      ...{ stories, kinds },
      shards: shardCount(all.length),
      places: own.map(({ place }) => place),
      lengths: own.map(({ length }) => length),
    };
    const rows = own.map(({ row }) => JSON.stringify(row)).join(",\n");
    yield { file: rowsKey(block, kind), body: `${JSON.stringify(head).slice(0, -1)},"rows":[\n${rows}\n]}\n` };
  }
}

export function* wordFiles(block: number, shards: readonly WordShard[]): Iterable<SearchFile> {
  for (const [at, shard] of shards.entries()) yield { file: wordsKey(block, at), body: `${JSON.stringify(shard)}\n` };
}

function countsIn(site: Pick<Site, "heads">, block: number): readonly [open: number, closed: number] {
  const heads = site.heads();
  const [from, to] = [block * perBlock, Math.min((block + 1) * perBlock, heads.length)];
  const open = heads.activeIn(from, to);
  return [open, to - from - open];
}

/** A first search has room for the rows of so many open stories even where a server does not compress them. */
const storiesAhead = 1_500;

/**
 * What every search begins with, so that a page can ask for it before the search itself has started: rows of the newest open stories, of the
 * newest block however many it has.
 */
export function rowsAhead(site: Pick<Site, "heads">): readonly string[] {
  const found: string[] = [];
  let stories = 0;
  for (let block = blockCount(site) - 1; block >= 0; block -= 1) {
    const [open] = countsIn(site, block);
    if (open === 0) continue;
    stories += open;
    if (found.length > 0 && stories > storiesAhead) break;
    found.push(rowsKey(block, "open"));
  }
  return found;
}

export function searchIndexFile(site: Site): SearchFile {
  const index: SearchIndex = {
    perBlock,
    blocks: Array.from({ length: blockCount(site) }, (_, block) => countsIn(site, block)),
    projects: memberships(site),
    saved: saved(site),
    fields: site.config?.fields ?? {},
  };
  return { file: searchIndexKey, body: `${JSON.stringify(index)}\n` };
}

/** One of the files above by its path; null when there is none of that name. */
export function searchFile(site: Site, file: string): string | null {
  if (file === searchIndexKey) return searchIndexFile(site).body;
  const block = /^search\/(\d{1,5})-/.exec(file)?.[1];
  if (block === undefined) return null;
  const whole = new SearchBlock(Number(block));
  for (const id of idsOfBlock(site, Number(block))) {
    const detail = site.catalogue.story(id);
    if (detail) whole.add(searchDocument(site, detail));
  }
  for (const found of whole.files()) if (found.file === file) return found.body;
  return null;
}

function memberships(site: Site): SearchIndex["projects"] {
  const found = new Map<string, { groups: string[]; team: string | null; branch: string | null }>();
  const of = (project: string) => {
    const own = found.get(project) ?? { groups: [], team: null, branch: null };
    found.set(project, own);
    return own;
  };
  for (const { name, data } of site.catalogue.allNamed("project")) {
    if (data.team) of(name).team = data.team;
    if (data.default_branch) of(name).branch = data.default_branch;
    if (data.groups?.length) of(name).groups.push(...data.groups);
  }
  for (const { name, data } of site.catalogue.allNamed("group"))
    for (const project of data.projects ?? []) of(project).groups.push(name);
  for (const each of found.values()) each.groups = [...new Set(each.groups)].sort();
  return Object.fromEntries(found);
}

function saved(site: Site): SearchIndex["saved"] {
  const known = savedIn(site.catalogue);
  const found: Record<string, Saved> = {};
  for (const field of ["list", "board"] as const)
    for (const name of known.names(field))
      found[`${field}:${name}`] = known.find(field, name) ?? { queries: [], items: [] };
  return found;
}

/** A story as search knows it. */
export function searchDocument(site: Site, detail: StoryDetail): SearchDocument {
  const { row, story, tasks } = detail;
  const seconds = (instant: string | null) => (instant === null ? 0 : Date.parse(instant) / 1000);
  const searchRow: SearchRow = [
    ...([story.id, story.data.title, row.status, row.type, row.triage, story.data.author] as const),
    ...([seconds(row.created), seconds(row.updated), seconds(row.closed), row.tags] as const),
    story.data.milestone ?? "",
    story.data.due ?? "",
    tasks.map(searchTask),
    factsOf(detail),
    moreOf(site, detail),
    row.comments,
  ];
  const texts = textsOf(detail).map((text) => [text, tokens(text)] as const);
  const length = lengthOf(charactersIn(texts));
  // The words of the title stand in the row.
  return { row: searchRow, length, texts: texts.slice(1).map(([, words]) => words) };
}

function searchTask({ id, data }: Task): SearchTask {
  return [
    ...([id, data.project, data.status, data.assignee ?? "", data.priority ?? ""] as const),
    ...([data.milestone ?? "", data.branch ?? "", data.due ?? "", data.reason ?? ""] as const),
  ];
}

function factsOf({ row, story, comments, attachments }: StoryDetail): readonly string[] {
  const attached = [story, ...comments].flatMap((record) => record.data.attachments ?? []);
  return [
    ...(row.untriaged ? ["untriaged"] : []),
    ...(comments.length > 0 ? ["has:comment"] : []),
    ...(attachments.length > 0 ? ["has:attachment"] : []),
    ...(attached.some((file) => file.patch === true) ? ["has:patch"] : []),
  ];
}

function moreOf(site: Site, { story, tasks, comments, affects }: StoryDetail): SearchRow[14] {
  const more: Record<string, readonly (string | number)[]> = {};
  const put = (name: string, values: readonly (string | number)[] | undefined) => {
    if (values && values.length > 0) more[name] = [...new Set(values)];
  };
  put("cve", story.data.cve);
  put("duplicate_of", story.data.duplicate_of === undefined ? [] : [story.data.duplicate_of]);
  put("commenter", comments.map((comment) => comment.data.author).sort());
  put(
    "affects",
    affects.map((person) => person.name),
  );
  const custom = customQueryFields(site.config).map((field) => field.name);
  const own = (record: Story | Task, suffix: string) => {
    put(`alias${suffix}`, record.data.aliases);
    put(`depends_on${suffix}`, record.data.depends_on);
    const data: Readonly<Record<string, unknown>> = { ...record.data };
    for (const name of custom)
      if (data[name] !== undefined && data[name] !== null)
        put(`${name}${suffix}`, [data[name]].flat() as (string | number)[]);
  };
  own(story, "");
  for (const task of tasks) {
    own(task, `@${task.id}`);
    put(`points@${task.id}`, task.data.points === undefined ? [] : [task.data.points]);
  }
  return more;
}
