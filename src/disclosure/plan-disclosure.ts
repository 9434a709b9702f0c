// What of a private story becomes public: built anew from what may be published, field by field; nothing is copied that is not known.

import { facts } from "../model/generated/schema-facts.ts";
import type { CommentData, StoryData, TaskData } from "../model/generated/types.ts";
import { type NamedKind, pathOf } from "../model/place.ts";
import type { Comment, Story, Task } from "../model/record.ts";
import { newFile } from "../model/write-record.ts";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { readMatter } from "../text/matter.ts";
import { quote } from "../text/quote.ts";
import type { FileChange } from "../tracker/change.ts";
import { findNumber } from "../tracker/find-record.ts";
import { loadConfig, type Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { creditsOf } from "./credit.ts";
import { holdsReminder, withoutReminder } from "./reminder.ts";
import { type StillPrivate, stillPrivate, taskTaker, withoutPrivate } from "./still-private.ts";

export interface Disclosure {
  readonly files: readonly FileChange[];
  /** What is left out, dropped or rewritten, one sentence each. */
  readonly notes: readonly string[];
  /** What must stand in none of those files; see `refusePrivate`. */
  readonly secret: StillPrivate;
}

/** While it is put together. */
type Loose<T> = { -readonly [K in keyof T]: T[K] };
type Attachments = NonNullable<CommentData["attachments"]>;

/**
 * Failure "disclose-field", "disclose-reminder" or "disclose-reference", exit 5, for what must be put right by hand first.
 *
 * `together`: the stories that become public in the same commit; what refers to them leads somewhere.
 */
export async function planDisclosure(
  own: Tracker,
  ownFiles: TreeFiles,
  beyond: TreeFiles,
  id: number,
  together: ReadonlySet<number> = new Set(),
): Promise<Disclosure> {
  const story = own.stories.get(id) as Story;
  const config = (await loadConfig(beyond))?.data;
  const opened = new Set([id, ...together]);
  const secret = await stillPrivate(own, id, opened, beyond);
  const credits = creditsOf(story, await saysCredit(ownFiles, story.path), beyond);
  const notes: string[] = [];
  const files = new Map<string, string | Uint8Array>();
  const inPublic = async (kind: NamedKind, name: string) => (await beyond.readPath(pathOf({ kind, name }), 0)) !== null;
  const takes = taskTaker(beyond);
  const openedNumbers = new Set(
    [...opened]
      .flatMap((each) => [each, ...own.tasksOf(each).map((task) => task.id)])
      .filter((number) => !secret.numbers.has(number)),
  );

  const prose = (what: string, text: string): string => {
    const said = withoutPrivate(text, secret, (found) =>
      notes.push(`${what}: ${quote(found)} is still private, and is rewritten`),
    );
    if (secret.site !== undefined && said.toLowerCase().includes(secret.site))
      throw refusal("disclose-reference", `${what} gives the address of the restricted tracker`, "take it out first");
    if (holdsReminder(said))
      throw refusal("disclose-reminder", `${what} still has words of the embargo's reminder`, "take them out first");
    return said;
  };
  /** Numbers that lead somewhere public. */
  const numbers = async (what: string, given: readonly number[] | undefined): Promise<number[]> => {
    const kept: number[] = [];
    for (const number of given ?? []) {
      const leads = openedNumbers.has(number) || (!secret.numbers.has(number) && (await findNumber(beyond, number)));
      if (leads) kept.push(number);
      else notes.push(`${what}: ${number} is still private, and is dropped`);
    }
    return kept;
  };
  const known = async (what: string, kinds: readonly NamedKind[], name: string | undefined) => {
    if (name === undefined) return undefined;
    for (const kind of kinds) if (await inPublic(kind, name)) return name;
    notes.push(`${what}: ${quote(name)} is not known in the public tracker, and is dropped`);
    return undefined;
  };
  const attached = async (what: string, given: Attachments | undefined): Promise<Attachments> => {
    const entries = [];
    for (const entry of given ?? []) {
      const place = { kind: "attachment", story: id, name: entry.file } as const;
      const found = await ownFiles.readPath(pathOf(place), limits.attachmentBytes);
      if (!found?.bytes)
        throw refusal("disclose-field", `${what}: attachment ${quote(entry.file)} cannot be read`, "mend it");
      files.set(pathOf(place), found.bytes);
      entries.push({ ...entry, ...(entry.title ? { title: prose(what, entry.title) } : {}) });
    }
    return entries;
  };

  const fields = allowed("story", story.path, story.data, config?.fields);
  const type = ["bug", "feature", "vulnerability", ...Object.keys(config?.types ?? {})].includes(
    story.data.type ?? "bug",
  );
  if (!type) notes.push(`type ${quote(story.data.type)} is not one of the public tracker: it becomes "vulnerability"`);
  const storyData: Loose<StoryData> = {
    ...(fields as unknown as StoryData),
    title: prose("the title", story.data.title),
    author: await credits.of(story.data.author),
    ...(type ? {} : { type: "vulnerability" }),
    aliases: (story.data.aliases ?? []).filter((alias) => !/^(?:story|task):/.test(alias)),
    depends_on: await numbers("depends_on", story.data.depends_on),
    related: await numbers("related", story.data.related),
  };
  const assign = <T extends object, K extends keyof T>(data: T, key: K, value: T[K] | undefined) => {
    if (value === undefined) delete data[key];
    else data[key] = value;
  };
  assign(storyData, "milestone", await known("milestone", ["milestone"], story.data.milestone));
  const duplicate = story.data.duplicate_of;
  assign(
    storyData,
    "duplicate_of",
    duplicate === undefined ? undefined : (await numbers("duplicate_of", [duplicate]))[0],
  );
  if (story.data.attachments) storyData.attachments = [...(await attached("the story", story.data.attachments))];
  if (story.data.links)
    storyData.links = story.data.links
      .filter(({ url }) => {
        const leadsHere = secret.site !== undefined && url.toLowerCase().startsWith(secret.site);
        if (leadsHere) notes.push("a link that leads to the restricted tracker is dropped");
        return !leadsHere;
      })
      .map((link) => ({ ...link, url: link.url, ...(link.title ? { title: prose("a link", link.title) } : {}) }));
  files.set(story.path, newFile("story", storyData, prose("the story", withoutReminder(story.body))));

  for (const task of own.tasksOf(id)) await addTask(task);
  for (const comment of own.commentsOf(id)) await addComment(comment);
  const people = own.affectsOf(id).length;
  if (people > 0) notes.push(`${people} who said it affects them are left out`);
  for (const { name, path } of own.attachmentsOf(id))
    if (!files.has(path)) notes.push(`attachment ${quote(name)} is left out: nothing that is published names it`);

  async function addTask(task: Task): Promise<void> {
    const { project, assignee, milestone } = task.data;
    const what = `task ${task.id}`;
    if (!(await takes(task))) {
      notes.push(`${what} is left out: the public tracker has no project ${quote(project)}`);
      return;
    }
    const data: Loose<TaskData> = {
      ...(allowed("task", task.path, task.data, config?.fields) as unknown as TaskData),
      author: await credits.of(task.data.author ?? story.data.author),
      aliases: (task.data.aliases ?? []).filter((alias) => !/^(?:story|task):/.test(alias)),
      depends_on: await numbers(`${what}, depends_on`, task.data.depends_on),
    };
    if (task.data.title !== undefined) data.title = prose(what, task.data.title);
    assign(data, "assignee", await known(`${what}, assignee`, ["person", "team"], assignee));
    assign(data, "milestone", await known(`${what}, milestone`, ["milestone"], milestone));
    files.set(task.path, newFile("task", data, prose(what, task.body)));
  }

  async function addComment(comment: Comment): Promise<void> {
    const what = `comment ${comment.name}`;
    if (comment.data.disclose !== true || comment.data.hidden === true) {
      notes.push(`${what} is left out: ${comment.data.hidden ? "it is hidden" : "it is not marked disclose: true"}`);
      return;
    }
    const answered = own.commentsOf(id).find(({ name }) => name === comment.data.in_reply_to)?.data;
    const data: Loose<CommentData> = {
      ...(allowed("comment", comment.path, comment.data, undefined) as unknown as CommentData),
      author: await credits.of(comment.data.author),
    };
    if (answered?.disclose !== true || answered.hidden === true) assign(data, "in_reply_to", undefined);
    if (comment.data.attachments) data.attachments = [...(await attached(what, comment.data.attachments))];
    files.set(comment.path, newFile("comment", data, prose(what, comment.body)));
  }

  for (const [path, text] of credits.files) files.set(path, text);
  return { files: [...files].map(([path, after]) => ({ path, before: null, after })), notes, secret };
}

/** The fields that may stand in a public tracker. Failure for one of which nobody can say. */
function allowed(
  kind: "story" | "task" | "comment",
  path: string,
  data: object,
  declared: Readonly<Record<string, { readonly on: readonly string[] }>> | null | undefined,
): Record<string, unknown> {
  const { keys, restricted }: { readonly keys: readonly string[]; readonly restricted: readonly string[] } =
    facts[kind];
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (restricted.includes(key)) continue;
    if (!keys.includes(key) && !declared?.[key]?.on.includes(kind)) {
      const hint = "take it out first, or declare it in the public tracker";
      throw refusal(
        "disclose-field",
        `${quote(path)} has a key ${quote(key)} of which nobody can say whether it may be public`,
        hint,
      );
    }
    kept[key] = value;
  }
  return kept;
}

function refusal(code: string, message: string, hint: string): Failure {
  return new Failure(code, message, { exit: 5, hint });
}

async function saysCredit(files: TreeFiles, path: string): Promise<boolean> {
  const found = await files.readPath(path, limits.fileBytes);
  const matter = found?.bytes ? readMatter(path, found.bytes).value : undefined;
  return matter !== undefined && (matter.empty.includes("reporter_credit") || "reporter_credit" in matter.data);
}
