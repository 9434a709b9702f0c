// Markdown as it stands on one page: its references resolved against the tracker, its attachments against its story.

import type { StoryDetail } from "../../index/catalogue.ts";
import { attachmentKey, linkBetween, namedKey, type PageKey, storyKey } from "../addresses.ts";
import { renderMarkdown } from "../markdown/render.ts";
import { commitPage } from "../review-pages.ts";
import { known, type Site } from "../site.ts";

/** Pictures that a browser shows without running anything. */
export const imageName = /\.(?:png|jpe?g|gif|webp)$/i;

/** A renderer for the texts of one page; `detail` is the story whose attachments they may show. */
export function markdownFor(
  site: Site,
  page: PageKey,
  detail?: StoryDetail,
): (text: string, idPrefix: string, headingLevel?: number) => string {
  const { catalogue } = site;
  const files = new Set(detail?.attachments.map((file) => file.name));
  return (text, idPrefix, headingLevel = 2) =>
    renderMarkdown(text, {
      idPrefix,
      headingLevel,
      work(id) {
        const owner = catalogue.rows([id])[0] ? id : catalogue.storyOfTask(id);
        const row = owner === undefined ? undefined : catalogue.rows([owner])[0];
        return row ? { href: linkBetween(page, storyKey(row.id)), title: row.title, status: row.status } : null;
      },
      commit(id) {
        const found = site.commit(id);
        const href = found && commitPage(site.config, found.commit);
        return href ? { href, subject: found.subject } : null;
      },
      person(name) {
        const person = known(site, "person").has(name) ? catalogue.named("person", name) : undefined;
        return person ? { href: linkBetween(page, namedKey("person", name)), name: person.data.name } : null;
      },
      attachment(file) {
        if (!detail || !files.has(file)) return null;
        return { href: linkBetween(page, attachmentKey(detail.story.id, file)), isImage: imageName.test(file) };
      },
    });
}
