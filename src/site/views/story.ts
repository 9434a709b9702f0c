// The page of a story: what it is about, the work by project, and the discussion.

import type { StoryDetail, StoryRow } from "../../index/catalogue.ts";
import type { Affects, Comment, Story, Task } from "../../model/record.ts";
import { isOpen } from "../../model/story-status.ts";
import { attachmentKey, commentAnchor, namedKey, storyKey, timeOfComment } from "../addresses.ts";
import { safeUrl } from "../escape.ts";
import { plainText } from "../markdown/render.ts";
import type { Page } from "../page.ts";
import { storyJson } from "../record-json.ts";
import type { Site } from "../site.ts";
import { markdownFor } from "./markdown.ts";

/** Above this many tasks, those of one project fold away. */
const foldAbove = 12;

export function storyPage(site: Site, id: number): Page | null {
  const detail = site.catalogue.story(id);
  if (!detail) return brokenStoryPage(site, id);
  const { story, row } = detail;
  const key = storyKey(id);
  const markdown = markdownFor(site, key, detail);
  const view = {
    id,
    path: story.path,
    row,
    data: story.data,
    body: markdown(story.body, "story-"),
    groups: taskGroups(detail.tasks).map(({ project, tasks }) => ({
      project,
      open: tasks.filter((task) => isOpen(task.data.status)).length,
      tasks: tasks.map((task) => ({ ...taskView(task), body: markdown(task.body, `task-${task.id}-`, 3) })),
    })),
    folded: detail.tasks.length > foldAbove,
    taskCount: detail.tasks.length,
    relations: relations(site, detail),
    comments: thread(detail.comments).map(({ comment, depth, answers }) =>
      commentView(comment, depth, answers, markdown, id),
    ),
    attachments: detail.attachments.map(({ name, size }) => ({
      name,
      size,
      key: attachmentKey(id, name),
      ...attachmentTitle(detail, name),
    })),
    links: (story.data.links ?? []).flatMap(({ url, title }) => (safeUrl(url) ? [{ url, title: title ?? url }] : [])),
    affects: detail.affects.map((person: Affects) => ({
      name: person.name,
      body: markdown(person.body, `affects-${person.name}-`),
    })),
    changes: site.catalogue.changes({ limit: 15, offset: 0 }, id),
    broken: detail.broken,
    proposals: site.catalogue.proposals.filter((proposal) => proposal.story === id),
    extra: extraFields(site, story),
  };
  return {
    key,
    title: story.data.title,
    description: plainText(story.body, 160) || story.data.title,
    template: "story",
    view,
    json: storyJson(detail),
  };
}

/** A story whose story.md cannot be read keeps its page, and says what is wrong. */
function brokenStoryPage(site: Site, id: number): Page | null {
  const files = site.catalogue.broken().filter((file) => file.path.includes(`/${id}/`));
  if (files.length === 0) return null;
  const title = `Story ${id} needs repair`;
  const json = { id, kind: "story", broken: files };
  return { key: storyKey(id), title, description: title, template: "repair", view: { files, story: id }, json };
}

function taskGroups(tasks: readonly Task[]) {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) groups.set(task.data.project, [...(groups.get(task.data.project) ?? []), task]);
  return [...groups].map(([project, of]) => ({ project, tasks: of })).sort((a, b) => (a.project < b.project ? -1 : 1));
}

function taskView({ id, data }: Task) {
  return {
    id,
    data,
    changes: (data.changes ?? []).flatMap((url) => (safeUrl(url) ? [{ url, name: changeName(url) }] : [])),
  };
}

/** A review's address as people call it: its number, or the beginning of a commit's id. */
function changeName(url: string): string {
  const last = url.replace(/\/+$/, "").split("/").at(-1) ?? url;
  return /^[0-9a-f]{12,}$/.test(last) ? last.slice(0, 10) : /^\d+$/.test(last) ? `#${last}` : last.slice(0, 24);
}

/** Answers stand below what they answer, everything else in the order it was written. */
function thread(comments: readonly Comment[]) {
  const byName = new Map(comments.map((comment) => [comment.name, comment]));
  const below = new Map<string, Comment[]>();
  const tops: Comment[] = [];
  for (const comment of comments) {
    const parent = comment.data.in_reply_to;
    // Only what was written before can be answered; so no circle of answers hides itself.
    if (parent !== undefined && byName.has(parent) && parent < comment.name)
      below.set(parent, [...(below.get(parent) ?? []), comment]);
    else tops.push(comment);
  }
  const flat: { comment: Comment; depth: number; answers: Comment | undefined }[] = [];
  const waiting = tops.map((comment) => ({ comment, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    flat.push({ ...next, answers: byName.get(next.comment.data.in_reply_to ?? "") });
    const answers = below.get(next.comment.name) ?? [];
    for (const answer of [...answers].reverse()) waiting.push({ comment: answer, depth: Math.min(3, next.depth + 1) });
  }
  return flat;
}

function commentView(
  comment: Comment,
  depth: number,
  answers: Comment | undefined,
  markdown: (text: string, prefix: string, headingLevel: number) => string,
  story: number,
) {
  const anchor = commentAnchor(comment.name);
  return {
    anchor,
    depth,
    author: comment.data.author,
    time: timeOfComment(comment.name),
    hidden: comment.data.hidden === true,
    answers: answers ? { anchor: commentAnchor(answers.name), author: answers.data.author } : null,
    body: comment.data.hidden === true ? "" : markdown(comment.body, `${anchor}-`, 3),
    attachments: (comment.data.attachments ?? []).map((file) => ({
      name: file.file,
      title: file.title ?? file.file,
      key: attachmentKey(story, file.file),
    })),
  };
}

function attachmentTitle(detail: StoryDetail, name: string): { title: string } {
  const named = [detail.story as Story | Comment, ...detail.comments].flatMap(
    (record) => record.data.attachments ?? [],
  );
  return { title: named.find((file) => file.file === name)?.title ?? "" };
}

const relationNames: Readonly<Record<string, readonly [to: string, from: string]>> = {
  depends_on: ["Depends on", "Blocks"],
  related: ["Related", "Related"],
  duplicate_of: ["Duplicate of", "Duplicates"],
};

/** Where this story points, and who points here; a number that leads nowhere stays a bare number. */
function relations(site: Site, detail: StoryDetail) {
  const { story, tasks, backlinks } = detail;
  const found = new Map<string, Map<number, { id: number; row: StoryRow | undefined }>>();
  const add = (name: string, id: number) => {
    const owner = site.catalogue.storyOfTask(id) ?? id;
    if (owner === story.id) return;
    const group = found.get(name) ?? new Map();
    group.set(id, { id, row: site.catalogue.rows([owner])[0] });
    found.set(name, group);
  };
  for (const id of [...(story.data.depends_on ?? []), ...tasks.flatMap((task) => task.data.depends_on ?? [])])
    add("Depends on", id);
  if (story.data.duplicate_of !== undefined) add("Duplicate of", story.data.duplicate_of);
  for (const id of story.data.related ?? []) add("Related", id);
  for (const link of backlinks) add(relationNames[link.field]?.[1] ?? "Mentioned by", link.story);
  return [...found].map(([name, items]) => ({ name, items: [...items.values()] }));
}

function extraFields(site: Site, story: Story): readonly (readonly [name: string, value: string])[] {
  const declared = site.catalogue.config?.data.fields ?? {};
  const data: Readonly<Record<string, unknown>> = { ...story.data };
  return Object.entries(declared).flatMap(([key, field]) =>
    data[key] === undefined ? [] : [[field.title ?? key, [data[key]].flat().join(", ")] as const],
  );
}

/** The key of the page of a person or team. */
export function personOrTeamKey(site: Site, name: string): string {
  return site.catalogue.named("person", name) || !site.catalogue.named("team", name)
    ? namedKey("person", name)
    : namedKey("team", name);
}
