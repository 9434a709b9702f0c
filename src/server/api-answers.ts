// What programs are answered, on the public and the restricted server alike: the API, its reference, and as JSON what went wrong.

import { type ApiRequest, answerApi, isOurs, problemAnswer, type StateAt } from "../api/answer.ts";
import { openApi } from "../api/openapi.ts";
import { referencePage } from "../api/reference-page.ts";
import type { ApiState } from "../api/state.ts";
import type { Answer, Asking } from "./answer.ts";

const prefix = "/api/v1";

/** Whether a path is the API's. */
export function isBelowApi(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

/** The answer to a request below /api/v1, with its whole path. `at` null where no past is shown; `version` is the program's. */
export async function answerBelowApi(
  state: ApiState,
  at: StateAt | null,
  version: string,
  { path, ...rest }: ApiRequest,
): Promise<Answer> {
  const below = path.slice(prefix.length) || "/";
  const document = () => openApi(state.catalogue.config?.data.name ?? "Tracker", version, at !== null);
  if (below === "/openapi.json")
    return { status: 200, contentType: "application/json; charset=utf-8", body: JSON.stringify(document()) };
  if (below === "/" || below === "/index.html") return { status: 200, ...referencePage(document()) };
  return answerApi(state, at, { ...rest, path: below });
}

/** Why there is no answer, for a program, in the form that the route speaks; null for who reads pages. */
export function problemForPrograms(
  status: number,
  sentence: string,
  { path, prefersJson }: Pick<Asking, "path" | "prefersJson">,
): Answer | null {
  if (path.startsWith("/api/"))
    return problemAnswer(status, sentence, path.startsWith(`${prefix}/`) && isOurs(path.slice(prefix.length)));
  return prefersJson || path.endsWith(".json") ? problemAnswer(status, sentence, true) : null;
}

/** Whether a client would rather have JSON than a page, by its Accept header. */
export function prefersJson(accept: string | undefined): boolean {
  return accept !== undefined && /\bapplication\/(?:problem\+)?json\b/.test(accept) && !accept.includes("text/html");
}
