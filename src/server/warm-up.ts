// A server that has just started is slow until its code has been compiled and its columns have been read: it asks itself what readers ask.

import { setImmediate } from "node:timers/promises";
import { tokens } from "../model/query/tokens.ts";
import type { Answer, AnswerSource } from "./answer.ts";

export interface WarmUpOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Nobody waits any more. */
  readonly isOver: () => boolean;
}

/** Milliseconds after which it ends, however much is left: in a large tracker each question takes long. */
const atMost = 1_000;

/** Asks for pages of the stories that changed last, and for the words of their titles. What goes wrong is for whoever asks to be told. */
export async function warmUp(source: AnswerSource, { now, isOver }: WarmUpOptions): Promise<void> {
  const end = now() + atMost;
  const ask = async (path: string, query = ""): Promise<Answer | null> => {
    // Whoever asks meanwhile waits for one page at most.
    await setImmediate();
    if (isOver() || now() > end) return null;
    return source.answer({ path, query: new URLSearchParams(query), person: null, prefersJson: false });
  };
  const search = (text: string) => `q=${encodeURIComponent(text)}`;
  try {
    const latest = await ask("/search.json", search("sort:updated"));
    const stories = storiesIn(latest);
    const words = new Set(stories.flatMap(({ title }) => tokens(title)));
    await ask("/");
    for (const { id } of stories.slice(0, 30)) await ask(`/stories/${id}`);
    for (const word of words) await ask("/search", search(`"${word}"`));
  } catch {
    // The tracker may be gone, or cannot be read: it is not this that has to say so.
  }
}

function storiesIn(answer: Answer | null): readonly { readonly id: number; readonly title: string }[] {
  return typeof answer?.body === "string" ? JSON.parse(answer.body).stories : [];
}
