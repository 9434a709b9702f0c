// What the parts of the server say to each other: an answer without the rules of HTTP, and why there is none.

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** Parts of a text are for what is too long to be held whole. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it has moved: a path of this site. */
  readonly location?: string;
  /** Save it, do not show it: what strangers attached. */
  readonly download?: string;
  /** Depends on who asks: nobody else may get it from a cache. */
  readonly isPersonal?: boolean;
  /** Never the same twice, or of no use later: not kept anywhere. */
  readonly isFleeting?: boolean;
  /** Scripts from other places may read it. */
  readonly isOpen?: boolean;
}

/** What is said to whoever wants to write. */
export const readOnly =
  "this server only reads: to change something, propose a commit to the tracker's repository (storytree propose)";

export interface Asking {
  /** Decoded; begins with "/". */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The person a client says it reads for. */
  readonly person: string | null;
  /** The client would rather have JSON than a page. */
  readonly prefersJson: boolean;
}

export interface AnswerSource {
  /** What is answered now: the same version means the same answers. May wait for a look at the tracker. */
  version(): Promise<string>;
  /** The version that was last seen, without a look. */
  readonly seen: string;
  /** False when nobody has looked for long; else a look begins when it is time for one, and nobody waits for it. */
  isFresh(): boolean;
  /** The committer date of what is shown, in milliseconds; null when edits lie on top of it. */
  readonly modified: number | null;
  /** The answer, or null when there is none. */
  answer(asking: Asking): Promise<Answer | null>;
  /** What is not there, or went wrong: 400, 404, 405, 414, 421, 429, 500, 503. */
  problem(status: number, sentence: string, asking: Pick<Asking, "path" | "prefersJson">): Promise<Answer>;
}
