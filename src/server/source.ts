// Which part answers: the API, the site's pages, or what watches over the server.

import { answerApi, problemAnswer as apiProblem, isOurs } from "../api/answer.ts";
import { openApi } from "../api/openapi.ts";
import { ApiProblem } from "../api/problem.ts";
import { referencePage } from "../api/reference-page.ts";
import { Failure } from "../text/failure.ts";
import type { Answer, AnswerSource, Asking } from "./answer.ts";
import type { LiveTracker, Sight } from "./live-tracker.ts";

const prefix = "/api/v1";
const json = "application/json; charset=utf-8";

/** What renders Markdown is half of the program: nobody waits for it who asks the API, and who asks for a page finds it loaded. */
const pages = () => import("../site/answer.ts");

export interface SourceOptions {
  /** The program's version. */
  readonly version: string;
}

export function sourceOf(live: LiveTracker, { version }: SourceOptions): AnswerSource {
  const answer = async (asking: Asking): Promise<Answer | null> => {
    const sight = await live.current();
    const { path } = asking;
    if (path !== prefix && !path.startsWith(`${prefix}/`))
      return (await pages()).answerOf(sight.site, path, asking.query);
    const below = path.slice(prefix.length) || "/";
    const title = sight.api.catalogue.config?.data.name ?? "Tracker";
    if (below === "/openapi.json")
      return { status: 200, contentType: json, body: JSON.stringify(openApi(title, version)), isOpen: true };
    if (below === "/" || below === "/index.html") return { status: 200, ...referencePage(openApi(title, version)) };
    const found = await answerApi(sight.api, (revision) => stateAt(live, sight, revision), {
      path: below,
      query: asking.query,
      viewer: { person: asking.person },
    });
    return { ...found, isOpen: true };
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
    async problem(status, sentence, { path, prefersJson }) {
      if (path.startsWith("/api/")) {
        const ours = path.startsWith(`${prefix}/`) && isOurs(path.slice(prefix.length));
        return { ...apiProblem(status, sentence, ours), isOpen: true };
      }
      if (prefersJson || path.endsWith(".json")) return { ...apiProblem(status, sentence, true), isOpen: true };
      return (await pages()).problemAnswer(live.seen.site, status, sentence);
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
