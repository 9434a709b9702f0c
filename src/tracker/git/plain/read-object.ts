// One object by its id, through isomorphic-git, which is given objects and nothing else. Its room.

import { readObject } from "isomorphic-git";
import { Failure } from "../../../text/failure.ts";
import { limits } from "../../../text/limits.ts";
import type { Oid } from "../objects.ts";
import { type ObjectHeader, type ObjectType, objectHeader } from "./object-header.ts";
import { type ObjectStores, virtualGitDir } from "./object-stores.ts";

export interface ReadObject {
  readonly type: ObjectType;
  readonly bytes: Buffer;
}

export interface Objects {
  readonly stores: ObjectStores;
  /** What an object is, or null when it is not here. */
  readonly header: (oid: Oid) => Promise<ObjectHeader | null>;
  /** An object's bytes, or null when it is not here. Failure "git-failed" for a damaged one. */
  readonly read: (oid: Oid) => Promise<ReadObject | null>;
}

// Known to git without being stored anywhere.
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Reads objects; what git packs or writes meanwhile is found. */
export function objectsOf(stores: ObjectStores): Objects {
  let cache = {};
  /** Once more when something changed meanwhile: git may have packed or written objects since the folders were read. */
  const again = async <T>(oid: Oid, work: () => Promise<T | null>): Promise<T | null> => {
    for (let left = 1; ; left -= 1) {
      try {
        const found = await work();
        if (found !== null || left === 0 || !stores.refresh(oid)) return found;
      } catch (error) {
        if (error instanceof Failure) throw error;
        if (left === 0 || !stores.refresh(oid)) throw damaged(oid, error);
      }
      cache = {};
    }
  };
  const header = async (oid: Oid) =>
    oid === emptyTree ? { type: "tree" as const, size: 0 } : again(oid, () => objectHeader(stores, oid));
  return {
    stores,
    header,
    read: async (oid) => {
      const found = await header(oid);
      if (!found) return null;
      if (found.size > limits.objectBytes)
        throw new Failure("git-too-much", `the object ${oid} has more than ${limits.objectBytes} bytes`);
      return again(oid, async () => {
        const { type, object } = await readObject({
          fs: stores.files,
          gitdir: virtualGitDir,
          oid,
          format: "content",
          cache,
        });
        // As asked for, an object's content is bytes, whatever its type.
        return { type: type as ObjectType, bytes: object as Buffer };
      });
    },
  };
}

function damaged(oid: Oid, cause: unknown): Failure {
  return new Failure("git-failed", `the object ${oid} cannot be read: it is damaged`, {
    hint: "`git fsck` says more",
    cause,
  });
}
