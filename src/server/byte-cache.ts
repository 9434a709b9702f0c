// Finished representations, kept while what they show is unchanged: what was used longest ago goes when there is no more room.

import type { Representation } from "./representation.ts";
import { shortBody } from "./send.ts";

export interface ByteCache {
  /** Undefined when it is not there, or of another version. */
  get(key: string, version: string): Representation | undefined;
  /** The one that is there, or that somebody is making, or that `make` makes. Only what `make` allows is kept. */
  getOrMake(key: string, version: string, make: () => Promise<Made>): Promise<Representation>;
  readonly bytes: number;
  readonly entries: number;
}

export interface Made {
  readonly representation: Representation;
  readonly isKept: boolean;
}

/** A single answer above this would push out too much else. */
const largestEntry = 1 << 20;
/** Beside the body: headers as a list and as text, key, bookkeeping. */
const overhead = 4_000;

export function byteCache(room: number): ByteCache {
  let entries = new Map<string, Representation>();
  let making = new Map<string, Promise<Made>>();
  let shown = "";
  let bytes = 0;

  const settle = (version: string) => {
    if (version === shown) return;
    shown = version;
    entries = new Map();
    making = new Map();
    bytes = 0;
  };
  // A short body that is asked for again is kept as text as well: see send.ts.
  const sizeOf = ({ body }: Representation) => body.length * (body.length <= shortBody ? 2 : 1) + overhead;
  const keep = (key: string, representation: Representation) => {
    if (!Buffer.isBuffer(representation.body) || representation.body.length > largestEntry) return;
    entries.set(key, representation);
    bytes += sizeOf(representation);
    for (const [oldest, old] of entries) {
      if (bytes <= room) break;
      entries.delete(oldest);
      bytes -= sizeOf(old);
    }
  };

  return {
    get(key, version) {
      if (version !== shown) return undefined;
      const found = entries.get(key);
      // A Map remembers the order of insertion: what is used goes to the end.
      if (found && bytes > room / 2) {
        entries.delete(key);
        entries.set(key, found);
      }
      return found;
    },
    async getOrMake(key, version, make) {
      settle(version);
      const found = entries.get(key);
      if (found) return found;
      const known = making.get(key);
      if (known) return (await known).representation;
      const mine = making;
      const work = make();
      mine.set(key, work);
      try {
        const made = await work;
        if (made.isKept && mine === making) keep(key, made.representation);
        return made.representation;
      } finally {
        mine.delete(key);
      }
    },
    get bytes() {
      return bytes;
    },
    get entries() {
      return entries.size;
    },
  };
}
