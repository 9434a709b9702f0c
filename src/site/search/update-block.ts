// The files of a block of stories after some of them changed, made from those before: most stories, and mostly all texts, are the same.

import type { Site } from "../site.ts";
import { markOf, type TextBlock, updatedTexts } from "./postings.ts";
import {
  blockKinds,
  idsOfBlock,
  kindOf,
  rowsFile,
  type SearchDocument,
  type SearchFile,
  searchDocument,
  textsFile,
} from "./search-files.ts";
import { type BlockKind, rowsKey, type SearchRow, textsKey } from "./search-row.ts";

export interface BlockChanges {
  /** Stories whose own files changed. */
  readonly changed: ReadonlySet<number>;
  /** Those of them of which other words are searched now. */
  readonly reworded: ReadonlySet<number>;
}

/** `read` gives the text of a file as it was before, or null. */
export function* updatedBlockFiles(
  site: Site,
  block: number,
  { changed, reworded }: BlockChanges,
  read: (file: string) => string | null,
): Iterable<SearchFile> {
  const before = new Map(blockKinds.map((kind) => [kind, heldIn(block, kind, read)]));
  const known = new Map([...before.values()].flatMap(({ rows }) => rows.map((row) => [row[0], row])));
  const made = new Map<number, SearchDocument>();
  const rows = idsOfBlock(site, block).flatMap((id): SearchRow[] => {
    const same = changed.has(id) ? undefined : known.get(id);
    const detail = same ? undefined : site.catalogue.story(id);
    if (detail) made.set(id, searchDocument(site, detail));
    const row = same ?? made.get(id)?.row;
    return row ? [row] : [];
  });
  for (const kind of blockKinds) {
    const own = rows.filter((row) => kindOf(row) === kind);
    if (own.length === 0) continue;
    yield rowsFile(block, kind, own);
    const held = before.get(kind) as Held;
    const ids = own.map(([id]) => id);
    const isSame = held.mark === markOf(ids) && !ids.some((id) => reworded.has(id));
    yield isSame ? { file: textsKey(block, kind), body: held.text } : textsOf(kind, held, ids);
  }

  function textsOf(kind: BlockKind, { text, rows: held }: Held, ids: readonly number[]): SearchFile {
    const there = held.map(([id]) => id);
    const isThere = new Set(there);
    // Whatever was among the others before, or among none.
    const fresh = ids.flatMap((id) => {
      if (isThere.has(id) && !reworded.has(id)) return [];
      const detail = made.has(id) ? undefined : site.catalogue.story(id);
      const document = made.get(id) ?? (detail && searchDocument(site, detail));
      return document ? [[id, document.text] as const] : [];
    });
    const old = text === "" ? emptyTexts : (JSON.parse(text) as TextBlock);
    return textsFile(block, kind, updatedTexts(old, there, ids, new Map(fresh)));
  }
}

const emptyTexts: TextBlock = { stories: 0, lengths: [], words: "", places: "" };

/** The two files of one kind of story. */
interface Held {
  readonly rows: readonly SearchRow[];
  readonly text: string;
  /** Of the stories whose words the text holds. */
  readonly mark: number | null;
}

function heldIn(block: number, kind: BlockKind, read: (file: string) => string | null): Held {
  const [rows, text] = [read(rowsKey(block, kind)), read(textsKey(block, kind))];
  const none: Held = { rows: [], text: "", mark: null };
  if (rows === null || text === null) return none;
  const stories = JSON.parse(rows) as SearchRow[];
  const mark = Number(/^\{"stories":(\d+),/.exec(text)?.[1] ?? Number.NaN);
  // A build that was killed has replaced one of the two.
  return mark === markOf(stories.map(([id]) => id)) ? { rows: stories, text, mark } : none;
}
