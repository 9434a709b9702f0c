// All stories in the order in which they were reported, a hundred a page: a page that is full stays as it is.

import type { StoryHead } from "../../index/catalogue.ts";
import { instantOfSeconds } from "../../model/instant.ts";
import type { PageKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";

const perPart = 100;

export const archiveKey = (part: number): PageKey => `archive/${part}`;

export function archiveParts(site: Site): number {
  return Math.ceil(site.heads().length / perPart);
}

/** The part that the story at this place in the order is in, counted from 0. */
export const archivePartAt = (place: number): number => Math.floor(place / perPart) + 1;

/** Where the parts begin and end. */
export function archivePage(site: Site): Page {
  const heads = site.heads();
  const parts = Array.from({ length: archiveParts(site) }, (_, index) => {
    const [first, last] = [index * perPart + 1, Math.min((index + 1) * perPart, heads.length)];
    const [from, to] = [dayOf(heads.slice(first - 1, first)[0]), dayOf(heads.slice(last - 1, last)[0])];
    return { key: archiveKey(index + 1), first, last, from, to };
  });
  return {
    key: "archive",
    title: "Archive",
    description: "All stories, in the order in which they were reported.",
    template: "archive",
    view: { parts: parts.reverse(), total: heads.length },
    json: { total: heads.length, parts },
    feedOf: "index",
    section: "stories",
  };
}

function dayOf(head: StoryHead | undefined): string {
  return head ? instantOfSeconds(head.created / 1000).slice(0, 10) : "";
}

/** One part; null past the end. */
export function archivePartPage(site: Site, part: number): Page | null {
  const heads = site.heads().slice((part - 1) * perPart, part * perPart);
  if (heads.length === 0) return null;
  const rows = site.listed(
    archiveKey(part),
    heads.map((head) => head.id),
  );
  const first = (part - 1) * perPart + 1;
  const last = first + heads.length - 1;
  const isLast = heads.length < perPart || site.heads().length === last;
  return {
    key: archiveKey(part),
    title: `Stories ${first} to ${last}`,
    description: "Stories in the order in which they were reported.",
    template: "archive-part",
    view: {
      rows,
      before: part > 1 ? archiveKey(part - 1) : null,
      // The last full page would change when the next one begins.
      after: isLast ? null : archiveKey(part + 1),
    },
    json: { first, last, stories: rows },
    section: "stories",
  };
}
