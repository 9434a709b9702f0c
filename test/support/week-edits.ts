// The edits of a busy week: each a command line, and what it must do to the tracker, worked out beside the program.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RandomBelow } from "../../src/model/ids.ts";
import { newFolder } from "./folder.ts";
import { type Fields, fieldOf, listOf, type State, setValue } from "./week-model.ts";

/** Where an edit is made, and the tracker as it is there. */
export interface Scene {
  readonly state: State;
  readonly person: string;
  readonly random: RandomBelow;
  /** The instant of the edit, and a number that no other edit has. */
  readonly now: string;
  readonly serial: number;
  /** The identity that a path has after it was given to a record that was elsewhere. */
  readonly rename: (from: string, to: string) => void;
  /** Paths below a folder, as the clone has them now. */
  readonly paths: (folder: string) => readonly string[];
  /** The project that the task at a path is on, as the clone has it now. */
  readonly projectOf: (path: string) => string;
}

export interface Edit {
  readonly args: readonly string[];
  /** Does to the state what the command must have done; `out` is what it printed. */
  readonly effect: (out: string) => void;
}

const pick = <T>(random: RandomBelow, from: readonly T[]): T => from[random(from.length)] as T;
const pathOf = (fields: Fields) => String(fieldOf(fields, "path"));
const idOf = (fields: Fields) => /(\d+)(?:\/story)?\.md$/.exec(pathOf(fields))?.[1] ?? "";
const shard = (id: string) => id.slice(-3).padStart(3, "0");

function those(state: State, pattern: RegExp): Fields[] {
  const found = [...state.values()].filter((fields) => pattern.test(pathOf(fields)));
  return found.filter((fields) => fields.get("locked") === undefined).sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}
const stories = (state: State) => those(state, /\/story\.md$/).filter((story) => idOf(story) !== "19552873");
const tasks = (state: State) => those(state, /\/tasks\//).filter((task) => !pathOf(task).includes("/19552873/"));

const people = ["hugo", "ines", "bjorn", "kofi", "dunya", "amina", "noor", "farid"];
const projects = ["lantern/client", "lantern/docs", "lantern/dashboard", "lantern/images"];
const day = (random: RandomBelow) => `2027-0${1 + random(9)}-1${random(10)}`;
const milestones = (state: State) => those(state, /^milestones\//).map((each) => pathOf(each).slice(11, -3));

type Maker = (scene: Scene) => Edit;

function setOne(record: Fields, key: string, value: string): Edit {
  return {
    args: ["set", idOf(record), `${key}=${value}`],
    effect() {
      if (key === "status" && value !== "invalid") record.delete("reason");
      setValue(record, key, value);
    },
  };
}

function changeList(record: Fields, key: string, item: string, add: boolean): Edit {
  return {
    args: ["set", idOf(record), `${key}${add ? "+" : "-"}=${item}`],
    effect() {
      const items = listOf(record, key).filter((each) => each !== item);
      setValue(record, key, add ? [...items, item] : items);
    },
  };
}

const setTask: Maker = ({ state, random }) => {
  const task = pick(random, tasks(state));
  const [key, value] = pick(random, [
    ["status", pick(random, ["todo", "inprogress", "review", "merged"])],
    ["status", pick(random, ["todo", "inprogress", "review", "merged"])],
    ["assignee", pick(random, [...people, ""])],
    ["priority", pick(random, ["critical", "high", "medium", "low", "wishlist"])],
    ["milestone", pick(random, [...milestones(state), ""])],
    ["due", pick(random, [day(random), ""])],
  ] as const);
  return setOne(task, key, value);
};

const setStory: Maker = ({ state, random, serial }) => {
  const story = pick(random, stories(state));
  const [key, value] = pick(random, [
    ["title", `It's "$1" & #${serial}: 'odd' \\ title`],
    ["type", pick(random, ["bug", "feature", "audit"])],
    ["triage", pick(random, ["new", "incomplete", "confirmed", "triaged"])],
    ["milestone", pick(random, [...milestones(state), ""])],
    ["due", pick(random, [day(random), ""])],
  ] as const);
  return setOne(story, key, value);
};

const tagStory: Maker = ({ state, random }) => {
  const story = pick(random, stories(state));
  const tags = listOf(story, "tags").filter((tag) => tag !== "security");
  const remove = tags.length > 0 && random(3) === 0;
  return changeList(story, "tags", remove ? pick(random, tags) : `t-${random(40)}`, !remove);
};

const addChange: Maker = ({ state, random, serial }) =>
  changeList(pick(random, tasks(state)), "changes", `https://review.lantern.example/c/${90_000 + serial}`, true);

const depend: Maker = ({ state, random }) => {
  // From larger to smaller numbers only, so that no circle closes.
  const [one, two] = [pick(random, stories(state)), pick(random, stories(state))];
  const [high, low] = Number(idOf(one)) > Number(idOf(two)) ? [one, two] : [two, one];
  if (high === low) return tagOrSet({ state, random } as Scene);
  return changeList(high, "depends_on", idOf(low), true);
};
const tagOrSet: Maker = (scene) => tagStory(scene);

const editText: Maker = ({ state, random, serial }) => {
  const story = pick(random, stories(state));
  const text = `Text ${serial}.\n\n> quoted\n\n--- no end ---`;
  return { args: ["edit", idOf(story), "-m", text], effect: () => setValue(story, "body", `${text}\n`) };
};

const comment: Maker = ({ state, random, serial, person }) => {
  const id = idOf(pick(random, stories(state)));
  return {
    args: ["comment", id, "-m", `Comment ${serial}`],
    effect(out) {
      const path = `stories/${shard(id)}/${id}/comments/${out.trim()}.md`;
      const fields: Fields = new Map();
      for (const [key, value] of Object.entries({ path, author: person, body: `Comment ${serial}\n` }))
        setValue(fields, key, value);
      state.set(path, fields);
    },
  };
};

const attach: Maker = ({ state, random, serial }) => {
  const story = pick(random, stories(state));
  const file = join(newFolder(), `trace-${serial}.log`);
  writeFileSync(file, `trace ${serial}\n`);
  return {
    args: ["attach", idOf(story), file],
    effect() {
      setValue(story, "attachments", [
        ...listOf(story, "attachments"),
        JSON.stringify({ file: `trace-${serial}.log` }),
      ]);
      const path = `stories/${shard(idOf(story))}/${idOf(story)}/attachments/trace-${serial}.log`;
      state.set(path, new Map([["content", JSON.stringify(`trace ${serial}\n`)]]));
    },
  };
};

function newTask(scene: Scene, path: string, project: string): void {
  const fields: Fields = new Map();
  const data = { path, project, status: "todo", author: scene.person, created: scene.now };
  for (const [key, value] of Object.entries(data)) setValue(fields, key, value);
  scene.state.set(path, fields);
}

const open: Maker = (scene) => {
  const { state, random, serial, person, now } = scene;
  const title = `A new story, number ${serial}`;
  const wanted = [...new Set(Array.from({ length: random(3) }, () => pick(random, projects)))];
  return {
    args: ["new", title, "-m", "Why.", "--no-similar", ...wanted.flatMap((project) => ["-p", project])],
    effect(out) {
      const folder = `stories/${shard(out.trim())}/${out.trim()}`;
      const fields: Fields = new Map();
      const data = { path: `${folder}/story.md`, title, author: person, type: "bug", created: now, triage: "new" };
      for (const [key, value] of Object.entries({ ...data, body: "Why.\n" })) setValue(fields, key, value);
      state.set(`${folder}/story.md`, fields);
      const made = scene.paths(`${folder}/tasks`);
      // Which of its tasks got which number is chance; that there is one for each project is not.
      const on = made.map((path) => scene.projectOf(path));
      if (on.sort().join() !== wanted.sort().join()) throw new Error(`tasks on ${on}, not on ${wanted}`);
      for (const path of made) newTask(scene, path, scene.projectOf(path));
    },
  };
};

const addTask: Maker = (scene) => {
  const id = idOf(pick(scene.random, stories(scene.state)));
  const project = pick(scene.random, projects);
  return {
    args: ["task", id, "-p", project],
    effect: (out) => newTask(scene, `stories/${shard(id)}/${id}/tasks/${out.trim()}.md`, project),
  };
};

const moveCard: Maker = ({ state, random }) => {
  const card = pick(random, [...stories(state), ...tasks(state)]);
  const board = state.get("boards/release.md") ?? new Map();
  const list = state.get("lists/next-up.md") ?? new Map();
  const isTask = pathOf(card).includes("/tasks/");
  const lane = pick(random, isTask ? ["Watch", "Next for", "In review"] : ["Watch", "Next for"]);
  return {
    args: ["move", idOf(card), lane],
    effect() {
      const id = idOf(card);
      const others = listOf(board, "lanes/3/items").filter((each) => each !== id);
      setValue(board, "lanes/3/items", lane === "Watch" ? [...others, id] : others);
      if (lane === "Next for") setValue(list, "items", [...listOf(list, "items").filter((each) => each !== id), id]);
      if (lane !== "In review") return;
      card.delete("reason");
      setValue(card, "status", "review");
    },
  };
};

const moveTask: Maker = ({ state, random, rename }) => {
  const task = pick(random, tasks(state));
  const story = pick(random, stories(state));
  const [from, to] = [pathOf(task), idOf(story)];
  if (from.includes(`/${to}/`)) return setOne(task, "priority", "low");
  return {
    args: ["move", idOf(task), to],
    effect(out) {
      const [old, id] = [idOf(task), out.trim()];
      const path = `stories/${shard(to)}/${to}/tasks/${id}.md`;
      rename(from, path);
      setValue(task, "path", path);
      setValue(task, "aliases", [...listOf(task, "aliases"), `task:${old}`]);
      for (const fields of state.values()) {
        for (const key of [...fields.keys()].filter((each) =>
          /^(?:depends_on|related|items|lanes\/\d+\/items)$/.test(each),
        ))
          setValue(
            fields,
            key,
            listOf(fields, key).map((each) => (each === old ? id : each)),
          );
      }
    },
  };
};

const renameTag: Maker = ({ state, serial, random }) => {
  const used = [...new Set(stories(state).flatMap((story) => listOf(story, "tags")))].filter(
    (tag) => tag !== "security",
  );
  const from = pick(random, used.sort());
  return {
    args: ["rename", `tag/${from}`, `renamed-${serial}`],
    effect() {
      for (const fields of state.values()) {
        // People watch queries, which name tags too.
        const tagged = new RegExp(`\\btag:${from}(?![\\w-])`, "g");
        const watched = listOf(fields, "watch").map((each) => each.replace(tagged, `tag:renamed-${serial}`));
        setValue(fields, "watch", watched);
        const tags = listOf(fields, "tags");
        if (tags.includes(from))
          setValue(
            fields,
            "tags",
            tags.map((tag) => (tag === from ? `renamed-${serial}` : tag)),
          );
      }
    },
  };
};

const renameMilestone: Maker = ({ state, serial, rename }) => {
  const milestone = those(state, /^milestones\//).find((each) => !/2026-2/.test(pathOf(each))) as Fields;
  const from = pathOf(milestone).slice(11, -3);
  const path = `milestones/m-${serial}.md`;
  return {
    args: ["rename", `milestone/${from}`, `m-${serial}`],
    effect() {
      rename(pathOf(milestone), path);
      setValue(milestone, "path", path);
      setValue(milestone, "aliases", [...listOf(milestone, "aliases"), `milestone:${from}`]);
      for (const fields of state.values())
        if (fieldOf(fields, "milestone") === from) setValue(fields, "milestone", `m-${serial}`);
    },
  };
};

const bulk: Maker = ({ state, random }) => {
  const project = pick(random, projects);
  const priority = pick(random, ["high", "low", "wishlist"]);
  const matching = tasks(state).filter(
    (task) => fieldOf(task, "project") === project && fieldOf(task, "status") === "todo",
  );
  // A locked story's tasks are nobody's here, and the query must not find them either.
  const query = `project:${project} task:todo -id:19552873`;
  return {
    args: ["set", "--query", query, `priority=${priority}`],
    effect() {
      for (const task of matching) setValue(task, "priority", priority);
    },
  };
};

const many = <T>(count: number, what: T): T[] => Array<T>(count).fill(what);

/** Every kind of edit, as often as it comes up. */
const kinds: readonly (readonly [string, Maker])[] = [
  ...many(30, ["set task", setTask] as const),
  ...many(15, ["set story", setStory] as const),
  ...many(8, ["tag", tagStory] as const),
  ...many(6, ["change", addChange] as const),
  ...many(4, ["depend", depend] as const),
  ...many(6, ["edit", editText] as const),
  ...many(12, ["comment", comment] as const),
  ...many(3, ["attach", attach] as const),
  ...many(8, ["new", open] as const),
  ...many(5, ["task", addTask] as const),
  ...many(4, ["card", moveCard] as const),
  ...many(3, ["move task", moveTask] as const),
  ...many(1, ["rename tag", renameTag] as const),
  ...many(1, ["rename milestone", renameMilestone] as const),
  ...many(2, ["bulk", bulk] as const),
];

/** One edit of a kind that chance, or `at`, chooses. */
export function anEdit(scene: Scene, at?: number): { readonly kind: string; readonly edit: Edit } {
  const distinct = [...new Map(kinds)];
  const [kind, make] =
    at === undefined ? pick(scene.random, kinds) : (distinct[at % distinct.length] as [string, Maker]);
  return { kind, edit: make(scene) };
}
