// The tables of an index. A change here takes a new version; an index of another version is made anew.

export const schemaVersion = 27;

/** Bytes: a story's texts, and a piece of a column, seldom go on in another page then. */
export const pageSize = 16_384;

// Words of a story, folded as src/model/query/tokens.ts does it, so that every way of searching sees the same ones.
export const wordsTable =
  "CREATE VIRTUAL TABLE words USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii')";

/** Words of many stories are gathered in memory and written together; those of few are merged as they come. */
export const gatherWords =
  "INSERT INTO words (words, rank) VALUES ('hashsize', 67108864); INSERT INTO words (words, rank) VALUES ('automerge', 0)";
export const settleWords =
  "INSERT INTO words (words, rank) VALUES ('hashsize', 1048576); INSERT INTO words (words, rank) VALUES ('automerge', 4)";

export const tables = `
-- Facts about the index itself: the commit it shows, that commit's time, which paths were read from the working tree.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

-- Every record that belongs to no story, and every file there that could not be read.
CREATE TABLE file (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT,
  size INTEGER NOT NULL,
  data TEXT,            -- front matter as JSON; null when broken
  body TEXT
) WITHOUT ROWID;
CREATE INDEX file_named ON file (kind, name);

-- What is wrong with files, as JSON; only those with which something is.
CREATE TABLE broken (path TEXT PRIMARY KEY, diagnostics TEXT NOT NULL) WITHOUT ROWID;

-- A story as lists know it: a dozen to a page, since they are read by the ten thousand. Its tasks, or the story itself when it has none,
-- are the rows that queries are judged on; they are numbered without gaps between them, and the last one is the story's own number here
-- and in all that follows.
CREATE TABLE story (
  last INTEGER PRIMARY KEY,
  id INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT         -- what lists show, as JSON: see StoredSummary; null when story.md is missing or broken
);
CREATE UNIQUE INDEX story_id ON story (id);
CREATE INDEX story_broken ON story (id) WHERE summary IS NULL;

-- What lies in its folder.
CREATE TABLE folder (
  last INTEGER PRIMARY KEY,
  searched TEXT NOT NULL,  -- where in them is what words are looked for in: see PackedFolder
  bodies TEXT NOT NULL,    -- the texts of all files, one after the other: as JSON they would take twice the time, both ways
  files TEXT NOT NULL      -- every file, as JSON: see PackedFile
);

-- The fields of the rows, a column at a time: so many rows to a piece, as columns.ts lays them out. "live" and "ends" are sets of rows.
CREATE TABLE packed (name TEXT NOT NULL, piece INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX packed_piece ON packed (name, piece);
-- Words that stand in those columns as numbers, a field's own from 1.
CREATE TABLE term (field TEXT NOT NULL, text TEXT NOT NULL, code INTEGER NOT NULL, PRIMARY KEY (field, text)) WITHOUT ROWID;
CREATE INDEX term_code ON term (field, code);

-- Which projects a group or team has, and which file says so: both of them may.
CREATE TABLE member (kind TEXT NOT NULL, name TEXT NOT NULL, project TEXT NOT NULL, path TEXT NOT NULL,
  PRIMARY KEY (path, kind, name, project)) WITHOUT ROWID;

-- Names that records had elsewhere.
CREATE TABLE alias (alias TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, path TEXT NOT NULL);
CREATE INDEX alias_alias ON alias (alias);
CREATE INDEX alias_path ON alias (path);

${wordsTable};
-- In which stories a word stands, once for each place.
CREATE VIRTUAL TABLE word_places USING fts5vocab(words, instance);

-- Commits of the first-parent history: the higher the number, the later. Times never go back.
CREATE TABLE event (
  number INTEGER PRIMARY KEY, oid TEXT NOT NULL, time INTEGER NOT NULL, author TEXT NOT NULL, subject TEXT NOT NULL, stories INTEGER NOT NULL
);
-- The stories that each touched, and the records that belong to no story. "said": how many comments it added, where it did nothing else
-- to the story; else 0.
CREATE TABLE touch (story INTEGER NOT NULL, number INTEGER NOT NULL, said INTEGER NOT NULL, PRIMARY KEY (story, number)) WITHOUT ROWID;
CREATE INDEX touch_number ON touch (number);
CREATE TABLE record_touch (path TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (path, number)) WITHOUT ROWID;
-- Stories and tasks that a commit put on a list or board, took off it, or moved between lanes; item 0 where a version has not been fetched.
CREATE TABLE card (item INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (item, number)) WITHOUT ROWID;
-- When a task, or with task 0 the story itself, came to stand otherwise: see Standing in file-state.ts.
CREATE TABLE turn (
  story INTEGER NOT NULL, number INTEGER NOT NULL, task INTEGER NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (story, number, task)
) WITHOUT ROWID;
`;
