// Which part answers: the API, the site's pages, or what watches over the server.

import { ApiProblem } from "../api/problem.ts";
import { Failure } from "../text/failure.ts";
import type { Answer, AnswerSource, Asking } from "./answer.ts";
import { answerBelowApi, isBelowApi, problemForPrograms } from "./api-answers.ts";
import type { LiveTracker, Sight } from "./live-tracker.ts";

/** What renders Markdown is half of the program: nobody waits for it who asks the API, and who asks for a page finds it loaded. */
const pages = async () => {
  loaded ??= await import("../site/answer.ts");
  return loaded;
};
let loaded: typeof import("../site/answer.ts") | undefined;

export interface SourceOptions {
  /** The program's version. */
  readonly version: string;
}

export function sourceOf(live: LiveTracker, { version }: SourceOptions): AnswerSource {
  const answer = async (asking: Asking): Promise<Answer | null> => {
    const sight = await live.current();
    const { path, query } = asking;
    if (!isBelowApi(path)) return (await pages()).answerOf(sight.site, path, query);
    const at = (revision: string) => stateAt(live, sight, revision);
    const found = await answerBelowApi(sight.api, at, version, { path, query, viewer: { person: asking.person } });
    return { ...found, isOpen: !found.contentType.startsWith("text/html") };
  };
  return {
    version: async () => (await live.current()).version,
    get seen() {
      return live.seen.version;
    },
    isFresh: () => live.isFresh(),
    get modified() {
      return live.seen.modified;
    },
    answer,
    async problem(status, sentence, asking) {
      const forPrograms = problemForPrograms(status, sentence, asking);
      if (forPrograms) return { ...forPrograms, isOpen: true };
      return (await pages()).problemAnswer(live.seen.site, status, sentence, asking.path);
    },
  };
}

/** Only commits that are on the branch which is shown: nothing else in the repository has been published. */
async function stateAt(live: LiveTracker, sight: Sight, revision: string) {
  const { objects, catalogue } = sight.api;
  const unknown = () => new ApiProblem(404, "that is no commit of this tracker's history", "at");
  if (!objects) throw unknown();
  try {
    const commit = await objects.resolve(revision);
    if (catalogue.selection.commitTime(commit) === undefined) throw unknown();
    return (await live.at(commit)).api;
  } catch (error) {
    if (error instanceof Failure && error.code === "bad-revision")
      throw new ApiProblem(400, "at is a commit, a tag or a branch", "at");
    if (error instanceof Failure && error.code !== "git-failed") throw unknown();
    throw error;
  }
}
