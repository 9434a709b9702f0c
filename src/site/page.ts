// A page is a value: which template shows what, and the same as JSON.

import type { PageKey } from "./addresses.ts";

export interface Page {
  readonly key: PageKey;
  /** In the window's title and the heading. */
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  readonly template:
    | "home"
    | "story"
    | "collection"
    | "board"
    | "names"
    | "changes"
    | "repair"
    | "rules"
    | "search"
    | "problem";
  readonly view: object;
  /** What `.json` beside the page says; absent when there is nothing more than the page. */
  readonly json?: unknown;
  /** Which entry of the navigation is lit. */
  readonly section?: string;
}
