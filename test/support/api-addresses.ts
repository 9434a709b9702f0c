// Addresses of the API that ask for everything there is in a tracker, one by one and in lists, by every filter and in every order.

import { answerApi } from "../../src/api/answer.ts";
import { partsOf } from "../../src/api/match.ts";
import type { Parameter } from "../../src/api/parameters.ts";
import type { Route } from "../../src/api/route.ts";
import { apiState } from "../../src/api/state.ts";
import { routes } from "../../src/api/table.ts";
import { indexFiles } from "../../src/index/index-files.ts";
import { memoryFiles } from "./memory-files.ts";
import { frozenNow } from "./terminal.ts";

type Item = Readonly<Record<string, unknown>>;

/** Where the numbers are found that the parts of paths, and filters, stand for. */
const collections: Readonly<Record<string, string>> = {
  story_id: "/stories",
  task_id: "/tasks",
  comment_id: "/stories/{story_id}/comments",
  event_id: "/events",
  tag_id: "/tags",
  project: "/projects",
  project_id: "/projects",
  group: "/project_groups",
  project_group_id: "/project_groups",
  branch_id: "/branches",
  milestone_id: "/milestones",
  user_id: "/users",
  assignee_id: "/users",
  creator_id: "/users",
  subscriber_id: "/users",
  author_id: "/users",
  team: "/teams",
  worklist_id: "/worklists",
  filter_id: "/worklists/{worklist_id}/filters",
  board_id: "/boards",
  due_date_id: "/due_dates",
  subscription_id: "/subscriptions",
};

/** All of them for a tracker of these files; `words` are searched for, and put wherever a text may stand. */
export async function apiAddresses(
  files: ReadonlyMap<string, string | Uint8Array>,
  words: readonly string[],
): Promise<readonly string[]> {
  const catalogue = await indexFiles(memoryFiles(files));
  const state = apiState(catalogue, null, Date.parse(frozenNow), { isPrivate: true });
  const items = async (path: string): Promise<readonly Item[]> => {
    const { body } = await answerApi(state, null, { path, query: new URLSearchParams(), viewer: { person: null } });
    const found: unknown = JSON.parse(body as string);
    return Array.isArray(found) ? found : [];
  };
  const known = new Map<string, readonly string[]>();
  /** Numbers of a kind; of what lies in a story or list, "its number/sub/number". */
  const numbers = async (collection: string): Promise<readonly string[]> => {
    const before = known.get(collection);
    if (before) return before;
    const [owner, rest] = collection.split(/\/\{\w+\}/);
    const paths = rest === undefined ? [collection] : (await numbers(owner ?? "")).map((id) => `${owner}/${id}${rest}`);
    const found = (await Promise.all(paths.map(items))).flat().map(({ id, name }) => String(id ?? name));
    known.set(collection, [...new Set(found)]);
    return known.get(collection) ?? [];
  };
  const addresses = new Set<string>(["/openapi.json", "/", "/nothing"]);
  for (const route of routes) {
    const paths = await filled(route, async (name) => numbers(collections[name] ?? "/stories"));
    for (const path of paths) addresses.add(path);
    if (partsOf(route).length > 0) continue;
    const short = route.parameters.limit ? "&limit=3" : "";
    for (const [name, parameter] of Object.entries(route.parameters)) {
      const own = await numbers(route.isList ? route.path : "/stories").catch(() => []);
      const collection = collections[name];
      const of = collection === undefined ? own : await numbers(collection);
      for (const value of valuesOf(name, parameter, words, of))
        addresses.add(`${route.path}?${name}=${encodeURIComponent(value)}${short}`);
    }
  }
  state.close();
  return [...addresses].map((address) => `/api/v1${address}`);
}

/** A route's paths with every number in each of its places; of two places the first is the whole that holds the second, or the first there is. */
async function filled(route: Route, numbers: (name: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const parts = partsOf(route).map(({ name }) => name);
  const [first, second] = parts;
  if (first === undefined) return [route.path];
  const unknown = "12345678";
  const put = (values: readonly string[]) => {
    const left = [...values];
    return route.path.replace(/\{\w+\+?\}/g, () => encodeURIComponent(left.shift() ?? unknown));
  };
  if (first === "alias") return ["launchpad:1", "person:vera", "storyboard:story/7"].map((alias) => put([alias]));
  const outer = await numbers(first);
  if (second === undefined) return [...outer, unknown].map((value) => put([value]));
  const inner = await numbers(second);
  return [...inner, unknown].flatMap((value) => [...outer, unknown].map((whole) => put([whole, value])));
}

function valuesOf(
  name: string,
  { kind, choices }: Parameter,
  words: readonly string[],
  numbers: readonly string[],
): readonly string[] {
  switch (kind) {
    case "id":
      return name === "limit" ? [] : [...numbers.slice(0, 6), "12345678"];
    case "count":
      return ["0", "1"];
    case "flag":
      return ["true", "false"];
    case "instant":
      return ["2026-11-03T00:00:00Z"];
    case "choice":
      return choices ?? [];
    default:
      return name === "cursor" ? [] : words;
  }
}
