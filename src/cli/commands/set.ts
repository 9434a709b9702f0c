// `storytree set TARGET… KEY=VALUE…`: fields of one record or of many.

import { fieldNames } from "../../model/field-value.ts";
import { isSlug, type NamedKind, namedKinds, pathOf, placeOf } from "../../model/place.ts";
import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import type { FileChange } from "../../tracker/change.ts";
import type { Assignment } from "../../tracker/plan-set.ts";
import type { RecordFile } from "../../tracker/record-file.ts";
import type { Workspace } from "../../tracker/workspace.ts";
import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { meantRecord } from "../meant-record.ts";
import type { Target } from "../targets.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";

export const setCommand: Command = {
  name: "set",
  arguments: "<words...>",
  summary: "change fields: TARGET… KEY=VALUE KEY+=ITEM KEY-=ITEM",
  details:
    "TARGET is a number, an alias, STORY/COMMENT, or a name such as project/openstack/nova. KEY= empties a field; lists take items " +
    'divided by commas. The value "me" of a person\'s field is you. With --query, task fields change on the tasks that match, story ' +
    "fields on their stories.",
  options: [
    { flags: "--query QUERY", description: "instead of targets: every story and task that a query finds" },
    { flags: "--new", description: "the target, such as person/alice, is a record that is not there yet" },
    ...writeOptions,
  ],
  async run(context, words, options) {
    const { assignmentOf } = await import("../../tracker/plan-set.ts");
    const assignments: Assignment[] = [];
    const refs: string[] = [];
    for (const word of words) {
      const assignment = assignmentOf(word);
      if (assignment) assignments.push(assignment);
      else refs.push(word);
    }
    const query = textOption(options, "query");
    if (assignments.length === 0)
      throw new Failure("usage", "nothing is to be set", {
        hint: `storytree set ${refs[0] ?? "48213377"} status=review`,
      });
    if ((query === undefined) === (refs.length === 0))
      throw new Failure(
        "usage",
        query === undefined ? "name what is to be changed" : "give targets or --query, not both",
      );
    const writing = await openForWriting(context, options);
    const meant = await withMe(writing, assignments);
    return retrying(writing, (current) => {
      if (flag(options, "new")) return createNamed(current, refs, meant);
      return query === undefined ? setTargets(current, refs, meant) : setMatching(current, query, meant);
    });
  },
};

/** "me" is the one who writes, in fields that name people. */
async function withMe(writing: Writing, assignments: readonly Assignment[]): Promise<Assignment[]> {
  const changed: Assignment[] = [];
  for (const each of assignments) {
    const isPerson = ["assignee", "owner", "access", "members", "maintainers"].includes(each.key);
    changed.push(isPerson && each.text === "me" ? { ...each, text: await writing.person() } : each);
  }
  return changed;
}

async function setTargets(writing: Writing, refs: readonly string[], assignments: readonly Assignment[]) {
  const { targetOf } = await import("../targets.ts");
  const found: Target[] = [];
  for (const ref of refs) found.push(await targetOf(writing, ref));
  const stories = [...new Set(found.flatMap((target) => storyOfTarget(target) ?? []))];
  const workspace = await writing.workspace(stories);
  const paths: string[] = [];
  const keys = assignments.map((each) => each.key);
  for (const target of found) paths.push(await meantRecord(workspace, target, keys));
  return change(writing, workspace, new Map([...new Set(paths)].map((path) => [path, assignments])));
}

function storyOfTarget(target: Target): number | undefined {
  if (target.kind === "story") return target.id;
  return "story" in target ? target.story : undefined;
}

/** Every row of a query: task fields go to its task, the others to its story. */
async function setMatching(writing: Writing, query: string, assignments: readonly Assignment[]) {
  const { catalogueOf } = await import("../tracker-at.ts");
  const { readQuery } = await import("../read-query.ts");
  const { context, tracker } = writing;
  const catalogue = await catalogueOf(context, tracker);
  let rows: readonly { readonly story: number; readonly task: number | null }[];
  try {
    rows = catalogue.rowNumbers(readQuery(query, catalogue, context.terminal.now().getTime()));
  } finally {
    catalogue.close();
  }
  if (rows.length === 0) {
    context.terminal.err("nothing matches\n");
    return 1 as const;
  }
  const workspace = await writing.workspace([...new Set(rows.map((row) => row.story))]);
  const config = workspace.config?.data;
  const [ofTask, ofStory] = [fieldNames("task", config), fieldNames("story", config)];
  const wanted = new Map<string, Assignment[]>();
  for (const { story, task } of rows) {
    for (const assignment of assignments) {
      const isTasks = ofTask.includes(assignment.key);
      if (task === null ? isTasks && !ofStory.includes(assignment.key) : false) continue;
      const path =
        isTasks && task !== null ? pathOf({ kind: "task", id: task, story }) : pathOf({ kind: "story", id: story });
      const list = wanted.get(path) ?? [];
      if (!list.includes(assignment)) list.push(assignment);
      wanted.set(path, list);
    }
  }
  return change(writing, workspace, wanted);
}

async function change(writing: Writing, workspace: Workspace, wanted: ReadonlyMap<string, readonly Assignment[]>) {
  const { assign, closeAsDuplicate } = await import("../../tracker/plan-set.ts");
  const { readRecordFiles } = await import("../../tracker/record-file.ts");
  const { changeSubject } = await import("../../tracker/plan-subject.ts");
  const { effectiveFiles } = await import("../../tracker/change.ts");
  const config = workspace.config?.data;
  const records = await readRecordFiles(workspace.files, [...wanted.keys()], workspace.fields);
  const files = new Map<string, FileChange>();
  for (const record of records) files.set(record.path, assign(record, wanted.get(record.path) ?? [], config));
  for (const record of records) {
    for (const closed of closeAsDuplicate(await tasksToClose(workspace, record, wanted), config)) {
      if (!files.has(closed.path)) files.set(closed.path, closed);
    }
  }
  const planned = { files: [...files.values()], message: "" };
  const changed = new Set(effectiveFiles(planned).map((file) => file.path));
  const message = changeSubject(
    records.filter((record) => changed.has(record.path)),
    wanted,
  );
  return finish(writing, workspace, { ...planned, message });
}

/** The tasks of a story that becomes a duplicate by this. */
async function tasksToClose(
  workspace: Workspace,
  { record }: RecordFile,
  wanted: ReadonlyMap<string, readonly Assignment[]>,
): Promise<RecordFile[]> {
  const becomes = wanted.get(record.path)?.some(({ key, text }) => key === "duplicate_of" && text !== "");
  if (record.kind !== "story" || !becomes) return [];
  const { listStory } = await import("../../tracker/find-record.ts");
  const { readRecordFiles } = await import("../../tracker/record-file.ts");
  const tasks = (await listStory(workspace.files, record.id)).filter(({ path }) => placeOf(path).kind === "task");
  return readRecordFiles(
    workspace.files,
    tasks.map((task) => task.path),
    workspace.fields,
  );
}

/** A record by name that is not there yet: a person, a project, a milestone … */
async function createNamed(writing: Writing, refs: readonly string[], assignments: readonly Assignment[]) {
  const { planNamed } = await import("../../tracker/plan-named.ts");
  const [ref = "", ...more] = refs;
  const [kind = "", ...rest] = ref.split("/");
  const name = rest.join("/");
  if (more.length > 0 || !(namedKinds as readonly string[]).includes(kind) || !rest.every(isSlug) || name === "") {
    throw new Failure("usage", "--new makes one record that is known by its name", {
      hint: 'storytree set --new person/alice "name=Alice"',
    });
  }
  const place = { kind: kind as NamedKind, name };
  const workspace = await writing.workspace([]);
  if (await workspace.files.readPath(pathOf(place), 0))
    throw new Failure("taken", `${quote(ref)} is there already`, { hint: "leave out --new to change it" });
  return finish(writing, workspace, planNamed(place.kind, name, assignments, workspace.config?.data));
}
