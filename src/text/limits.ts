// Every limit of the format and the tool, in one table; reaching one is a clear message, never a crash or a loss.

const KiB = 1024;
const MiB = 1024 * KiB;

export const limits = {
  /** Bytes of a record's file. */
  fileBytes: 1 * MiB,
  /** Bytes between the two `---` lines. */
  frontMatterBytes: 32 * KiB,
  /** Keys and list items in one front matter. */
  frontMatterEntries: 2000,
  /** Levels of nesting in front matter and in a body's block quotes and lists. */
  nesting: 32,
  /** Bytes of Markdown that are rendered; a longer body is shown as plain text. */
  renderedBytes: 64 * KiB,
  /** Bytes of a path inside the tracker. */
  pathBytes: 200,
  /** Characters of a query. */
  queryLength: 1000,
  /** Terms that a query may come to, with all that its lists, boards and watchers stand for. */
  queryTerms: 2000,
  /** Records on one page of an answer. */
  pageSize: 500,
  /** Bytes of an attachment. */
  attachmentBytes: 10 * MiB,
  /** Bytes of one object in git that are unpacked without the git program. */
  objectBytes: 256 * MiB,
  /** Bytes of one of git's packs that is read without the git program; a buffer holds no more than twice that. */
  packBytes: 1024 * MiB,
  /** Entries in a tracker's tree. */
  treeEntries: 20_000_000,
  /** Levels of folders in a tracker's tree. */
  treeDepth: 32,
  /** Files of a tracker up to which a clone gets all of them on disk. */
  checkoutFiles: 20_000,
} as const;
