// A tracker opened with its index, for as long as a test asks it.

import type { Catalogue } from "../../src/index/catalogue.ts";
import { openIndex } from "../../src/index/open-index.ts";
import type { ObjectReader } from "../../src/tracker/git/objects.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { frozenNow } from "./terminal.ts";

export interface Opened {
  readonly catalogue: Catalogue;
  readonly objects: ObjectReader;
}

export async function withTracker<T>(folder: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const tracker = await openTracker(folder, gitProgram({ PATH: process.env.PATH }));
  const catalogue = await openIndex(tracker, { now: Date.parse(frozenNow) });
  try {
    return await work({ catalogue, objects: tracker.objects as ObjectReader });
  } finally {
    catalogue.close();
  }
}
