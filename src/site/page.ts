// A page is a value: which template shows what, and the same as JSON.

import type { StoryDetail } from "../index/catalogue.ts";
import type { PageKey } from "./addresses.ts";
import type { StreamEntry } from "./views/story-stream.ts";

/** Stories that a query gives, the last changed ones; some stories, the last changed first; the changes of the tracker; or what happened on one story. */
export type FeedSource =
  | { readonly kind: "query"; readonly query: string }
  | { readonly kind: "stories"; readonly ids: readonly number[] }
  | { readonly kind: "changes" }
  | { readonly kind: "stream"; readonly of: StoryDetail; readonly stream: readonly StreamEntry[] };

export interface Page {
  readonly key: PageKey;
  /** Where its JSON and its feed are asked for, when that is more than the key: a search has its query. */
  readonly asked?: PageKey;
  /** In the window's title and the heading. */
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  readonly template:
    | "archive"
    | "archive-part"
    | "format"
    | "home"
    | "story"
    | "collection"
    | "board"
    | "names"
    | "new"
    | "changes"
    | "repair"
    | "report"
    | "rules"
    | "search"
    | "problem";
  readonly view: object;
  /** What `.json` beside the page says; absent when there is nothing more than the page. */
  readonly json?: unknown;
  /** What its Atom feed tells of; absent where nothing comes and goes. */
  readonly feed?: FeedSource;
  /** The page whose feed tells of the same stories, where this one has none. */
  readonly feedOf?: PageKey;
  /** What was asked for cannot be read: the page says so. */
  readonly isWrong?: boolean;
  /** Which entry of the navigation is lit. */
  readonly section?: string;
}
