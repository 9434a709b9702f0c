// Portions of the site that are rendered by themselves, by this thread or another: a block of stories, some lists, some stories.

import type { StoryDetail } from "../index/catalogue.ts";
import type { PageKey } from "./addresses.ts";
import { withHistories } from "./changed-fields.ts";
import { idsOfBlock, SearchBlock, searchDocument } from "./search/search-files.ts";
import type { Site } from "./site.ts";
import { attachmentsOfStory, filesOfPage, filesOfStory } from "./site-files.ts";
import type { Write, Written } from "./written.ts";

export type SitePart =
  /** Stories that were reported one after the other, and what search loads of them. */
  | { readonly kind: "block"; readonly block: number }
  | { readonly kind: "stories"; readonly ids: readonly number[] }
  | { readonly kind: "pages"; readonly keys: readonly PageKey[] };

/** Renders a part and writes its files. */
export async function renderPart(site: Site, part: SitePart, write: Write): Promise<Written> {
  const files: string[] = [];
  let [pages, bytes] = [0, 0];
  const put = ({ file, body }: { readonly file: string; readonly body: string | Uint8Array }) => {
    bytes += write(file, body);
    files.push(file);
    if (file.endsWith(".html")) pages += 1;
  };
  if (part.kind === "pages") for (const key of part.keys) for (const file of filesOfPage(site, key)) put(file);
  else {
    const block = part.kind === "block" ? new SearchBlock(part.block) : null;
    const ids = part.kind === "block" ? idsOfBlock(site, part.block) : part.ids;
    for await (const id of withHistories(site, ids)) {
      const detail: StoryDetail | undefined = site.catalogue.story(id);
      for (const file of filesOfStory(site, id, detail)) put(file);
      if (!detail) continue;
      for await (const file of attachmentsOfStory(site, detail)) put(file);
      block?.add(searchDocument(site, detail));
    }
    for (const file of block?.files() ?? []) put(file);
  }
  return { files, pages, bytes };
}
