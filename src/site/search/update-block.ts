// The files of a block of stories after some of them changed, made from those before: most stories, and mostly all texts, are the same.

import type { Site } from "../site.ts";
import { decodeTexts, markOf, type TextBlock, type TextDocument } from "./postings.ts";
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
    const { text, mark } = before.get(kind) as Held;
    const isSame = mark === markOf(own.map(([id]) => id)) && !own.some(([id]) => reworded.has(id));
    yield isSame ? { file: textsKey(block, kind), body: text } : textsFile(block, kind, documentsOf(own));
  }

  function documentsOf(own: readonly SearchRow[]): readonly SearchDocument[] {
    const texts = new Map(blockKinds.flatMap((kind) => [...textsOf(before.get(kind) as Held)]));
    return own.flatMap((row) => {
      const text = made.get(row[0])?.text ?? texts.get(row[0]);
      return text ? [{ row, text }] : [];
    });
  }
}

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

function textsOf({ rows, text }: Held): ReadonlyMap<number, TextDocument> {
  if (text === "") return new Map();
  const documents = decodeTexts(JSON.parse(text) as TextBlock);
  return new Map(rows.flatMap(([id], place) => (documents[place] ? [[id, documents[place]]] : [])));
}
