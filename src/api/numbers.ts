// The numbers of stories and tasks in the API: their own, or the one StoryBoard knew them by where that was taken here.

import type { ApiState } from "./state.ts";

type Kind = "story" | "task";

interface Numbers {
  /** Ours to theirs, where they differ. */
  readonly shown: ReadonlyMap<number, number>;
  /** Theirs to ours. */
  readonly meant: ReadonlyMap<number, number>;
}

function numbersOf(state: ApiState, kind: Kind): Numbers {
  return state.memo(`numbers ${kind}`, () => {
    const shown = new Map<number, number>();
    const meant = new Map<number, number>();
    for (const { foreign, id } of state.catalogue.selection.foreignNumbers().filter((each) => each.kind === kind)) {
      if (shown.has(id) || meant.has(foreign)) continue;
      shown.set(id, foreign);
      meant.set(foreign, id);
    }
    return { shown, meant };
  });
}

/** The number that the API shows for a story or task. */
export function shownNumber(state: ApiState, kind: Kind, id: number): number {
  return numbersOf(state, kind).shown.get(id) ?? id;
}

/** The story or task that a number of the API means. */
export function meantNumber(state: ApiState, kind: Kind, number: number): number {
  return numbersOf(state, kind).meant.get(number) ?? number;
}
