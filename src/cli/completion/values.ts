// What each option's value and each argument may be, by their names: a new command gets most of it by calling things as the others do.

import { placeOf } from "../../model/place.ts";
import { queryFields } from "../../model/query/fields.ts";
import { listStory } from "../../tracker/find-record.ts";
import { setWords } from "./assignments.ts";
import { type Answer, type Candidate, nothing } from "./candidate.ts";
import type { Line } from "./command-line.ts";
import type { Known } from "./known.ts";
import { queryWords } from "./queries.ts";
import { references } from "./references.ts";
import { shells } from "./shells.ts";
import { choices, people, priorityWords, revisions, tags, types } from "./vocabulary.ts";

/** What is asked: a line, in a tracker, now (milliseconds since 1970). */
export interface Asked {
  readonly line: Line;
  readonly word: string;
  readonly known: Known;
  readonly now: number;
}

type Source = (asked: Asked) => Promise<readonly Candidate[]> | readonly Candidate[];

/** By the long name of the option. */
const ofOptions: Readonly<Record<string, Source>> = {
  as: ({ known, word }) => known.names("person", word),
  assignee: async ({ known, word }) => [{ value: "me", about: "you" }, ...(await people(known, word))],
  project: ({ known, word }) => known.names("project", word),
  milestone: ({ known, word }) => known.names("milestone", word),
  template: ({ known, word }) => known.names("template", word),
  board: ({ known, word }) => known.names("board", word),
  tag: ({ known }) => tags(known),
  type: ({ known }) => types(known),
  priority: () => priorityWords,
  query: ({ known, word, now }) => queryWords(known, word, now),
  rev: ({ known, word }) => revisions(known, word),
  base: ({ known, word }) => revisions(known, word),
  since: ({ known, word }) => revisions(known, word),
  topic: ({ known }) => choices(known.tracker.proposals.map(({ topic }) => topic)),
  by: () => queryFields.map(({ name, description }) => ({ value: name, about: description })),
  actor: async ({ known, word }) => [{ value: "committer" }, ...(await known.names("person", word))],
  reply: (asked) => comments(asked),
  comment: (asked) => comments(asked),
};

/** By the name of the argument. */
const ofArguments: Readonly<Record<string, Source>> = {
  ref: ({ known, word, now }) => references(known, word, now),
  story: ({ known, word, now }) => references(known, word, now, ["story", "task"]),
  card: ({ known, word, now }) => references(known, word, now, ["story", "task"]),
  board: ({ known, word }) => known.names("board", word),
  lane: (asked) => lanes(asked),
  words: ({ known, word, line, now }) => setWords(known, word, line.given, line.options.has("query"), now),
  query: ({ known, word, now }) => queryWords(known, word, now),
  range: ({ known, word }) => revisions(known, word),
};

/** Answers that need no tracker. */
const always: Readonly<Record<string, Answer>> = {
  "--C": { candidates: [], files: "folders" },
  "--out": { candidates: [], files: "folders" },
  "--to": { candidates: [], files: "folders" },
  "--file": { candidates: [], files: "files" },
  "--attach": { candidates: [], files: "files" },
  dir: { candidates: [], files: "folders" },
  files: { candidates: [], files: "files" },
  path: { candidates: [], files: "files" },
  source: { candidates: [], files: "files" },
  shell: { candidates: choices(shells) },
};

/** The answer for an option's value ("--name") or an argument ("name") that no tracker is needed for. */
export async function valueAnywhere(name: string): Promise<Answer | undefined> {
  if (name !== "code") return Object.hasOwn(always, name) ? always[name] : undefined;
  const { explanations } = await import("../../validate/explanations.ts");
  return { candidates: explanations().map(({ code, summary }) => ({ value: code, about: summary })) };
}

/** The same for what stands in the tracker. */
export async function valueInTracker(name: string, asked: Asked): Promise<Answer> {
  const sources = name.startsWith("--") ? ofOptions : ofArguments;
  const key = name.replace(/^--/, "");
  return Object.hasOwn(sources, key) ? { candidates: (await sources[key]?.(asked)) ?? [] } : nothing;
}

/** The comments of the story that is named, the newest first. */
async function comments({ known, line }: Asked): Promise<Candidate[]> {
  const story = Number(line.given[0]?.replace(/^(?:#|story\/)/, ""));
  if (!Number.isSafeInteger(story)) return [];
  const files = await listStory(known.tracker.files, story);
  const detail = known.catalogue?.story(story);
  return files
    .flatMap(({ path }) => {
      const place = placeOf(path);
      if (place.kind !== "comment") return [];
      const said = detail?.comments.find((each) => each.name === place.name);
      return [{ value: place.name, ...(said ? { about: `${said.data.author}: ${said.body}` } : {}) }];
    })
    .reverse();
}

/** The lanes of the board that is named, else of all; a task may also go to another story. */
async function lanes({ known, line, word, now }: Asked): Promise<Candidate[]> {
  if (/^#?\d/.test(word)) return references(known, word, now, ["story"]);
  const named = line.options
    .get("board")
    ?.at(-1)
    ?.replace(/^board\//, "");
  const boards = (known.catalogue?.allNamed("board") ?? []).filter(({ name }) => named === undefined || name === named);
  return boards.flatMap(({ data, name }) =>
    (data.lanes ?? []).map(({ title }) => ({ value: title, about: `board/${name}` })),
  );
}
