// What a commit's message tells about its review: where it was reviewed, and what it takes back.

export interface Review {
  /** The page of the review. */
  readonly url: string | null;
  /** How the host calls it: "#12", "group/project!12", a Change-Id. */
  readonly id: string | null;
}

/** The review that a message speaks of, in its trailers or as hosts write the subjects of merges; null when it speaks of none. */
export function reviewOf(message: string): Review | null {
  const trailer = (name: string, value: string) => new RegExp(`^${name}: ?(${value})\\s*$`, "im").exec(message)?.[1];
  const url = trailer("Reviewed-on", 'https?://[^\\s<>"]{1,300}') ?? null;
  const subject = message.split("\n", 1)[0] ?? "";
  const id =
    /^Merge pull request (?:'.*' \()?(#\d{1,9})\)? from /.exec(subject)?.[1] ??
    /^See merge request (\S{1,200}!\d{1,9})$/m.exec(message)?.[1] ??
    trailer("Change-Id", "I[0-9a-f]{40}") ??
    / \(([#!]\d{1,9})\)$/.exec(subject)?.[1] ??
    null;
  return url === null && id === null ? null : { url, id };
}

/** The commit that a message says it takes back, as it names it; null when it takes none back. */
export function revertedBy(message: string): string | null {
  return /^This reverts commit ([0-9a-f]{7,64})\b/m.exec(message)?.[1] ?? null;
}
