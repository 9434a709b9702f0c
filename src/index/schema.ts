// The tables of an index. A change here takes a new version; an index of another version is made anew.

export const schemaVersion = 2;

export const tables = `
-- Facts about the index itself: the commit it shows, that commit's time, which paths were read from the working tree.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

-- Every record as it was read, and every file that could not be.
CREATE TABLE file (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT,            -- of a named record, comment, affects or attachment
  id INTEGER,           -- of a story or task
  story INTEGER,        -- whose folder it lies in
  oid TEXT,             -- the blob's id; null when it was read from the working tree
  size INTEGER NOT NULL,
  data TEXT,            -- front matter as JSON; null when broken
  body TEXT,
  diagnostics TEXT      -- as JSON; null when there are none
) WITHOUT ROWID;
CREATE INDEX file_story ON file (story) WHERE story IS NOT NULL;
CREATE INDEX file_named ON file (kind, name) WHERE story IS NULL;
CREATE INDEX file_task ON file (id) WHERE kind = 'task';
CREATE INDEX file_broken ON file (path) WHERE diagnostics IS NOT NULL;

-- A story as lists show it, made from its files.
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL, status TEXT NOT NULL, type TEXT NOT NULL, triage TEXT NOT NULL, author TEXT NOT NULL,
  created INTEGER NOT NULL, updated INTEGER NOT NULL, closed INTEGER,
  milestone TEXT, due INTEGER, duplicate_of INTEGER,
  rank INTEGER,         -- of the highest priority: 0 is critical; null without tasks
  project TEXT,         -- the first one
  untriaged INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  summary TEXT NOT NULL -- the rest of StoryRow as JSON
);
CREATE INDEX story_updated ON story (updated DESC, id DESC);
CREATE INDEX story_status ON story (status, updated DESC);
CREATE INDEX story_author ON story (author);

-- What queries are judged on: a row per task, or one for a story without tasks.
CREATE TABLE row (
  story INTEGER NOT NULL, task INTEGER,
  project TEXT, branch TEXT, status TEXT, assignee TEXT, priority TEXT, milestone TEXT, due INTEGER, reason TEXT, points REAL
);
CREATE INDEX row_story ON row (story);
CREATE INDEX row_task ON row (task) WHERE task IS NOT NULL;
CREATE INDEX row_project ON row (project, status, story);
CREATE INDEX row_assignee ON row (assignee, status, story);
CREATE INDEX row_milestone ON row (milestone, story);
CREATE INDEX row_status ON row (status, story);

-- Fields with several values; task is null for the story's own.
CREATE TABLE value (story INTEGER NOT NULL, task INTEGER, field TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX value_story ON value (story, field, value, task);
-- With the story behind them, so that looking for one story's value never walks all the others that have it.
CREATE INDEX value_field ON value (field, value, story, task);

-- Which projects a group or team has.
CREATE TABLE member (kind TEXT NOT NULL, name TEXT NOT NULL, project TEXT NOT NULL, PRIMARY KEY (kind, name, project)) WITHOUT ROWID;

-- Names that records had elsewhere.
CREATE TABLE alias (alias TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, path TEXT NOT NULL);
CREATE INDEX alias_alias ON alias (alias);
CREATE INDEX alias_path ON alias (path);

-- Words of a story, folded by src/model/query/tokens.ts, so that every way of searching sees the same ones.
CREATE VIRTUAL TABLE words USING fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Commits of the first-parent history: the higher the number, the later. Times never go back.
CREATE TABLE event (
  number INTEGER PRIMARY KEY, oid TEXT NOT NULL, time INTEGER NOT NULL, author TEXT NOT NULL, subject TEXT NOT NULL, stories INTEGER NOT NULL
);
-- The stories that each touched, and the records that belong to no story.
CREATE TABLE touch (story INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (story, number)) WITHOUT ROWID;
CREATE INDEX touch_number ON touch (number);
CREATE TABLE record_touch (path TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (path, number)) WITHOUT ROWID;
-- Stories and tasks that a commit put on a list or board, took off it, or moved between lanes.
CREATE TABLE card (item INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (item, number)) WITHOUT ROWID;
-- When a task, or with task 0 the story itself, came to stand otherwise: see Standing in file-state.ts.
CREATE TABLE turn (
  story INTEGER NOT NULL, number INTEGER NOT NULL, task INTEGER NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (story, number, task)
) WITHOUT ROWID;
`;
