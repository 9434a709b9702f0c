// From a path to its route and the values in it; fixed words go before names, as "/stories/search" before "/stories/{story_id}".

import { check, type Parameter } from "./parameters.ts";
import { ApiProblem, notFound } from "./problem.ts";
import type { Route } from "./route.ts";

export interface Matched {
  readonly route: Route;
  readonly inPath: Readonly<Record<string, string>>;
}

const number: Parameter = { kind: "id", description: "its number" };

/** What a part of a route's path is, by its name. */
export function partOf(route: Route, name: string): Parameter {
  return route.inPath?.[name] ?? number;
}

export function partsOf(route: Route): readonly { readonly name: string; readonly many: boolean }[] {
  return [...route.path.matchAll(/\{(\w+)(\+?)\}/g)].map(([, name = "", many]) => ({ name, many: many === "+" }));
}

interface Pattern {
  readonly route: Route;
  readonly pattern: RegExp;
}

/** A function from decoded paths below /api/v1 to routes; undefined where there is none, an ApiProblem 404 for a wrong number. */
export function matcherOf(routes: readonly Route[]): (path: string) => Matched | undefined {
  const patterns: readonly Pattern[] = [...routes]
    .sort((a, b) => weight(a) - weight(b))
    .map((route) => {
      const source = route.path.replace(/\{(\w+)(\+?)\}/g, (_, name, many) => `(?<${name}>${many ? ".+" : "[^/]+"})`);
      return { route, pattern: new RegExp(`^${source}$`, "u") };
    });
  return (path) => {
    // StoryBoard takes a slash at the end, and some clients write it.
    const plain = path.length > 1 ? path.replace(/\/$/, "") : path;
    for (const { route, pattern } of patterns) {
      const match = pattern.exec(plain);
      if (!match) continue;
      const inPath = { ...match.groups };
      for (const [name, value] of Object.entries(inPath)) checkPart(route, name, value);
      return { route, inPath };
    }
    return undefined;
  };
}

/** What cannot be the number of anything is as unknown as a number that is not there. */
function checkPart(route: Route, name: string, value: string): void {
  try {
    check(name, partOf(route, name), value);
  } catch (problem) {
    if (problem instanceof ApiProblem) throw notFound();
    throw problem;
  }
}

function weight(route: Route): number {
  return [...route.path.matchAll(/\{\w+(\+?)\}/g)].reduce((sum, [, many]) => sum + (many ? 100 : 1), 0);
}
