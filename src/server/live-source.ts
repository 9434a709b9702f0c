// The site of a tracker that changes: looked at again at most once a second, so that what was just written shows.

import type { Catalogue } from "../index/catalogue.ts";
import { answerOf, problemAnswer } from "../site/answer.ts";
import { type Site, siteOf } from "../site/site.ts";
import type { Templates } from "../site/templates.ts";
import type { PublicTracker } from "../tracker/open.ts";
import type { Answer, AnswerSource } from "./app.ts";

export interface LiveOptions {
  readonly open: () => Promise<PublicTracker>;
  readonly catalogueOf: (tracker: PublicTracker) => Promise<Catalogue>;
  readonly templates: Templates;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const lookAgainAfter = 1_000;

export async function liveSource(options: LiveOptions): Promise<AnswerSource & { readonly close: () => void }> {
  let site = await make();
  let looked = options.now();
  let looking: Promise<void> | null = null;

  async function make(): Promise<Site> {
    const tracker = await options.open();
    const catalogue = await options.catalogueOf(tracker);
    return siteOf({ tracker, catalogue, now: options.now(), templates: options.templates });
  }
  async function refresh(): Promise<void> {
    try {
      const fresh = await make();
      const old = site;
      site = fresh;
      // Whoever is reading from the old one finishes first.
      setTimeout(() => old.catalogue.close(), 10_000).unref();
    } catch {
      // The repository is being written to, or was moved away: what was seen last is still true of then.
    } finally {
      looked = options.now();
      looking = null;
    }
  }
  async function current(): Promise<Site> {
    if (options.now() - looked >= lookAgainAfter) {
      looking ??= refresh();
      await looking;
    }
    return site;
  }

  return {
    answer: async (path, query): Promise<Answer | null> => answerOf(await current(), path, query),
    problem: async (status, sentence): Promise<Answer> => problemAnswer(site, status, sentence),
    close: () => site.catalogue.close(),
  };
}
