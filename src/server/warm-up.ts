// A server that has just started is slow until its code has been compiled and its columns have been read: it asks itself what readers ask.

import { tokens } from "../model/query/tokens.ts";
import type { Answer, AnswerSource } from "./answer.ts";

export interface WarmUpOptions {
  /** Milliseconds, from whenever. */
  readonly now: () => number;
  /** For so many milliseconds nobody has asked for anything. */
  readonly quietFor: () => number;
  /** The server ends. */
  readonly isOver: () => boolean;
}

/** Milliseconds that it works for, however much is left: in a large tracker each question takes long. */
const atMost = 1_000;
/** Whoever asks something is likely to ask for more: nobody waits for this. */
const quiet = 50;
/** Who has asked for so many milliseconds has done the same. */
const patience = 10_000;

/** Asks for pages of the stories that changed last, and for the words of their titles. What goes wrong is for whoever asks to be told. */
export async function warmUp(source: AnswerSource, { now, quietFor, isOver }: WarmUpOptions): Promise<void> {
  let [worked, waited] = [0, 0];
  const ask = async (path: string, query = ""): Promise<Answer | null> => {
    do {
      await rest(quietFor() < quiet ? quiet : 0);
      if (quietFor() < quiet) waited += quiet;
      if (isOver() || worked > atMost || waited > patience) return null;
    } while (quietFor() < quiet);
    const begun = now();
    const answer = await source.answer({ path, query: new URLSearchParams(query), person: null, prefersJson: false });
    worked += now() - begun;
    return answer;
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

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function storiesIn(answer: Answer | null): readonly { readonly id: number; readonly title: string }[] {
  return typeof answer?.body === "string" ? JSON.parse(answer.body).stories : [];
}
