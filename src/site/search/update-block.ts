// The files of a block of stories after some of them changed, made from those before: most stories, and mostly all words, are the same.

import type { Site } from "../site.ts";
import { markOf, shardCount, type WordShard } from "./postings.ts";
import {
  blockKinds,
  idsOfBlock,
  type MeasuredRow,
  rowFiles,
  type SearchDocument,
  type SearchFile,
  searchDocument,
  wordFiles,
} from "./search-files.ts";
import { rowsKey, type SearchRows, wordsKey } from "./search-row.ts";
import { CollectedWords, updatedShards, wordShards } from "./word-shards.ts";

export interface BlockChanges {
  /** Stories whose own files changed. */
  readonly changed: ReadonlySet<number>;
  /** Those of them of which other words are searched now. */
  readonly reworded: ReadonlySet<number>;
}

/** A file of which nobody has looked whether it is different is null: it is as it was. */
export type UpdatedFile = SearchFile | { readonly file: string; readonly body: null };

/** `read` gives the text of a file as it was before; null where that is not known, since a build was killed or there was none. */
export function* updatedBlockFiles(
  site: Site,
  block: number,
  { changed, reworded }: BlockChanges,
  read: (file: string) => string | null,
): Iterable<UpdatedFile> {
  const before = rowsBefore(block, read);
  const made = new Map<number, SearchDocument>();
  const documentOf = (id: number) => {
    const detail = made.has(id) ? undefined : site.catalogue.story(id);
    if (detail) made.set(id, searchDocument(site, detail));
    return made.get(id);
  };
  const rows = idsOfBlock(site, block).flatMap((id): MeasuredRow[] =>
    [(changed.has(id) ? undefined : before.get(id)) ?? documentOf(id) ?? []].flat(),
  );
  const ids = rows.map(({ row }) => row[0]);
  const there = [...before.keys()];
  yield* rowFiles(block, rows);
  const [count, mark] = [shardCount(ids.length), markOf(there)];
  const shards = Array.from({ length: count }, (_, shard) => wordsKey(block, shard));
  if (mark === markOf(ids) && !ids.some((id) => reworded.has(id))) {
    for (const file of shards) yield { file, body: null };
    return;
  }
  const old = shards.map((file) => parsed<WordShard>(read(file)));
  // Else nothing can be made from them: the number of shards is another now, or files are not there or cut off.
  const isWhole = (shard: WordShard | null): shard is WordShard => shard?.stories === mark;
  if (count === shardCount(there.length) && old.every(isWhole)) {
    const fresh = ids.flatMap((id) => {
      const document = before.has(id) && !reworded.has(id) ? undefined : documentOf(id);
      return document ? [[id, document.texts] as const] : [];
    });
    yield* wordFiles(block, updatedShards(old, there, ids, new Map(fresh)));
  } else {
    const words = new CollectedWords();
    for (const [place, id] of ids.entries()) words.add(place, documentOf(id)?.texts ?? []);
    yield* wordFiles(block, wordShards(ids, words));
  }
}

/** The rows of a block as they were, in its order; none where that is not known. */
function rowsBefore(block: number, read: (file: string) => string | null): ReadonlyMap<number, MeasuredRow> {
  const found: (readonly [place: number, row: MeasuredRow])[] = [];
  let mark: number | undefined;
  for (const kind of blockKinds) {
    const held = parsed<SearchRows>(read(rowsKey(block, kind)));
    for (const [at, row] of held?.rows.entries() ?? [])
      found.push([held?.places[at] ?? 0, { row, length: held?.lengths[at] ?? 0 }]);
    mark ??= held?.stories;
  }
  const rows = new Map(found.sort(([a], [b]) => a - b).map(([, row]) => [row.row[0], row]));
  return mark === markOf(rows.keys()) ? rows : new Map();
}

/** What a file says; null also where somebody cut it off. */
function parsed<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? "null") as T | null;
  } catch {
    return null;
  }
}
