// Answers too long for memory: written once to files, plain and compressed, so that their length and their tag are known.

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sweepLeftovers } from "../tracker/leftovers.ts";
import type { Answer } from "./answer.ts";
import { type Encoding, type Representation, withHeaders } from "./representation.ts";

export interface Spool {
  /** Both representations of an answer; the same key and version are written once. */
  write(
    key: string,
    version: string,
    answer: Answer & { readonly body: AsyncIterable<string> },
    modified: number | null,
  ): Promise<Readonly<Record<"identity" | "gzip", Representation>>>;
  /** What was written under this key and version, or is being written. */
  find(key: string, version: string): Promise<Readonly<Record<"identity" | "gzip", Representation>>> | undefined;
  /** How many are being written. */
  readonly busy: number;
  close(): void;
}

/** Versions whose files are kept: somebody may be reading the one before. */
const keptVersions = 2;

/** `folder` is made when it is first needed; what killed processes left there goes. */
export function spoolIn(folder: string): Spool {
  const versions = new Map<string, Map<string, ReturnType<Spool["write"]>>>();
  const files = new Map<string, string[]>();
  let number = 0;
  let busy = 0;
  let isReady = false;
  // One after the other: two at a time would take twice the memory and be no faster.
  let last: Promise<unknown> = Promise.resolve();

  const prepare = () => {
    if (isReady) return;
    mkdirSync(folder, { recursive: true });
    sweepLeftovers(folder, /^(\d+)-\d+\./);
    isReady = true;
  };
  const forgetOld = () => {
    for (const version of [...versions.keys()].slice(0, -keptVersions)) {
      versions.delete(version);
      for (const path of files.get(version) ?? []) rmSync(path, { force: true });
      files.delete(version);
    }
  };

  return {
    find: (key, version) => versions.get(version)?.get(key),
    write(key, version, answer, modified) {
      if (!versions.has(version)) versions.set(version, new Map());
      forgetOld();
      const known = versions.get(version) as Map<string, ReturnType<Spool["write"]>>;
      const before = known.get(key);
      if (before) return before;
      number += 1;
      const path = join(folder, `${process.pid}-${number}.json`);
      files.set(version, [...(files.get(version) ?? []), path, `${path}.gz`]);
      busy += 1;
      const work = last.then(() => {
        prepare();
        return writeBoth(path, answer, modified);
      });
      last = work.catch(() => undefined).finally(() => (busy -= 1));
      known.set(key, work);
      work.catch(() => known.delete(key));
      return work;
    },
    get busy() {
      return busy;
    },
    close() {
      for (const paths of files.values()) for (const path of paths) rmSync(path, { force: true });
    },
  };
}

async function writeBoth(
  path: string,
  answer: Answer & { readonly body: AsyncIterable<string> },
  modified: number | null,
): Promise<Readonly<Record<"identity" | "gzip", Representation>>> {
  const hash = createHash("sha256");
  let length = 0;
  const plain = createWriteStream(path);
  const zipped = createWriteStream(`${path}.gz`);
  let zippedLength = 0;
  const gzip = createGzip({ level: 6 });
  gzip.on("data", (part: Buffer) => {
    zippedLength += part.length;
  });
  const zipping = pipeline(gzip, zipped);
  await pipeline(
    Readable.from(answer.body),
    async function* (parts: AsyncIterable<string>) {
      for await (const part of parts) {
        const bytes = Buffer.from(part);
        hash.update(bytes);
        length += bytes.length;
        if (!gzip.write(bytes)) await new Promise((resolve) => gzip.once("drain", resolve));
        yield bytes;
      }
      gzip.end();
    },
    plain,
  );
  await zipping;
  const digest = hash.digest("base64url").slice(0, 27);
  const of = (encoding: Encoding, body: { path: string; length: number }) =>
    withHeaders(answer, encoding, body, digest, modified);
  return {
    identity: of("identity", { path, length }),
    gzip: of("gzip", { path: `${path}.gz`, length: zippedLength }),
  };
}

/** Sends a file after the headers; a client that leaves takes the stream with it. */
export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), response);
  } catch {
    response.destroy();
  }
}
