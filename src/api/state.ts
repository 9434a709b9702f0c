// A tracker as the API sees it at one moment, and what follows from that state, made once.

import type { Catalogue } from "../index/catalogue.ts";
import type { ObjectReader } from "../tracker/git/objects.ts";

export interface ApiState {
  readonly catalogue: Catalogue;
  /** Where history is read; null where there is no git. */
  readonly objects: ObjectReader | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether it is as of a commit that somebody asked for, not as the tracker is. */
  readonly isPast: boolean;
  /** Whether the tracker is restricted: what is shown is what one reader may see. */
  readonly isPrivate: boolean;
  /** What is the same for as long as this state is: made when it is first asked for. */
  memo<T>(key: string, make: () => T): T;
  /** To be done when it is closed. */
  atEnd(work: () => void): void;
  /** Closes the catalogue, the objects, and whatever was made of them. */
  close(): void;
}

export function apiState(
  catalogue: Catalogue,
  objects: ObjectReader | null,
  now: number,
  { isPast = false, isPrivate = false }: Partial<Pick<ApiState, "isPast" | "isPrivate">> = {},
): ApiState {
  const made = new Map<string, unknown>();
  const endings: (() => void)[] = [];
  return {
    catalogue,
    objects,
    now,
    isPast,
    isPrivate,
    memo<T>(key: string, make: () => T): T {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
    atEnd: (work) => void endings.push(work),
    close() {
      for (const work of endings) work();
      catalogue.close();
      objects?.close();
    },
  };
}
