// What a text may refer to: its links are resolved by whoever knows the tracker.

export interface MarkdownContext {
  /** The link for a story's or task's number, or null when it is unknown: then it stays plain text. */
  readonly work: (id: number) => { readonly href: string; readonly title: string; readonly status: string } | null;
  /** The page of the tracker's commit whose id begins so, or null when there is none, or more than one. */
  readonly commit: (id: string) => { readonly href: string; readonly subject: string } | null;
  readonly person: (name: string) => { readonly href: string; readonly name: string } | null;
  /** The address of an attachment ("attachment:trace.log"), or null. */
  readonly attachment: (file: string) => { readonly href: string; readonly isImage: boolean } | null;
  /** The level of the text's first heading, so that the page's headings step down one at a time. */
  readonly headingLevel: number;
  /** What ids of ours begin with, unique on the page. */
  readonly idPrefix: string;
}

/** A text by itself, as in a comment on a review: nothing that it refers to is linked. */
export const nowhere: MarkdownContext = {
  work: () => null,
  commit: () => null,
  person: () => null,
  attachment: () => null,
  headingLevel: 4,
  idPrefix: "",
};
