// What a route is: its address, what it may be asked, what it answers; the table of them is the API and its reference.

import type { Asked, Parameters } from "./parameters.ts";
import type { Schema } from "./shape.ts";
import type { ApiState } from "./state.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A list as asked: a part of it, or all of it, which may come in portions. */
export interface Listed {
  readonly items: readonly unknown[] | AsyncIterable<readonly unknown[]>;
  /** Absent where StoryBoard tells none. */
  readonly total?: number;
  readonly limit?: number;
  readonly offset?: number;
  readonly marker?: number;
  /** Where the next page begins; absent on the last one. */
  readonly cursor?: string;
}

export interface Viewer {
  /** The person who signed in on a restricted server; on a public one whoever the client says it reads for, which decides nothing. */
  readonly person: string | null;
}

export interface Route {
  /** Below /api/v1: "/stories/{id}/tasks". `{name+}` may hold slashes. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: Parameters;
  /** The kind of each part of the path in braces; "id" unless said otherwise. */
  readonly inPath?: Parameters;
  /** The shape of the answer, or of each item of the list. */
  readonly shape: Schema;
  readonly isList?: boolean;
  /** StoryBoard has no such route: what goes wrong is told as RFC 9457 says. */
  readonly isOurs?: boolean;
  /** The answer depends on who asks. */
  readonly isPersonal?: boolean;
  readonly answer: (state: ApiState, asked: Asked, viewer: Viewer) => Promise<Json | Listed> | Json | Listed;
}

/** The routes of one resource, with the shapes they name. */
export interface Resource {
  readonly name: string;
  readonly description: string;
  readonly shapes: Readonly<Record<string, Schema>>;
  readonly routes: readonly Route[];
}
