// The page of a story: what it is about, the work by project, what was said and what happened.

import type { StoryDetail } from "../../index/catalogue.ts";
import { storyFolder } from "../../model/place.ts";
import type { Affects, Comment, Story } from "../../model/record.ts";
import { attachmentKey, storyKey } from "../addresses.ts";
import { safeUrl } from "../escape.ts";
import { plainText } from "../markdown/render.ts";
import type { Page } from "../page.ts";
import { storyJson } from "../record-json.ts";
import { addressElsewhere } from "../redirects.ts";
import { editorPage } from "../review-pages.ts";
import type { Site } from "../site.ts";
import { imageName, markdownFor } from "./markdown.ts";
import { relations } from "./story-relations.ts";
import { inRuns, linesOf, storyStream } from "./story-stream.ts";
import { tasksView } from "./story-tasks.ts";
import { partInStory } from "./take-part.ts";

/** `known`: the story, when it has been read already. */
export function storyPage(site: Site, id: number, known?: StoryDetail): Page | null {
  const detail = known ?? site.catalogue.story(id);
  if (!detail) return brokenStoryPage(site, id);
  const { story, row } = detail;
  const key = storyKey(id);
  const markdown = markdownFor(site, key, detail);
  const stream = storyStream(site, detail, markdown);
  const view = {
    id,
    path: story.path,
    row,
    data: story.data,
    body: markdown(story.body, "story-"),
    lines: linesOf(story.body, 150),
    tasks: tasksView(detail.tasks, markdown, (path) => editorPage(site.config, path)),
    relations: relations(site, detail),
    stream: inRuns(stream),
    aliases: (story.data.aliases ?? []).map((alias) => ({ alias, url: addressElsewhere(alias) })),
    comments: detail.comments.length,
    newest: stream.findLast(({ kind }) => kind === "comment")?.anchor,
    attachments: detail.attachments.map(({ name, size }) => ({
      name,
      size: sizeOf(size),
      isImage: imageName.test(name),
      key: attachmentKey(id, name),
      ...attachmentTitle(detail, name),
    })),
    links: (story.data.links ?? []).flatMap(({ url, title }) => (safeUrl(url) ? [{ url, title: title ?? url }] : [])),
    affects: detail.affects.map((person: Affects) => ({
      name: person.name,
      words: plainText(person.body, 300),
    })),
    part: partInStory(site, { id, path: story.path, time: row.updated ?? row.created }),
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
    feed: { kind: "stream", of: detail, stream },
    section: "stories",
  };
}

/** A story whose story.md cannot be read keeps its page, and says what is wrong. */
function brokenStoryPage(site: Site, id: number): Page | null {
  const files = site.catalogue.broken().filter((file) => file.path.startsWith(`${storyFolder(id)}/`));
  if (files.length === 0) return null;
  const title = `Story ${id} needs repair`;
  const json = { id, kind: "story", broken: files };
  return { key: storyKey(id), title, description: title, template: "repair", view: { files, story: id }, json };
}

function attachmentTitle(detail: StoryDetail, name: string): { title: string } {
  const told = detail.comments.filter(({ data }) => data.hidden !== true);
  const named = [detail.story as Story | Comment, ...told].flatMap((record) => record.data.attachments ?? []);
  return { title: named.find((file) => file.file === name)?.title ?? "" };
}

/** A size as people say it; unknown ones stay unsaid. */
function sizeOf(bytes: number): string | null {
  if (bytes < 0) return null;
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function extraFields(site: Site, story: Story): readonly (readonly [name: string, value: string])[] {
  const declared = site.config?.fields ?? {};
  const data: Readonly<Record<string, unknown>> = { ...story.data };
  return Object.entries(declared).flatMap(([key, field]) =>
    data[key] === undefined ? [] : [[field.title ?? key, [data[key]].flat().join(", ")] as const],
  );
}
