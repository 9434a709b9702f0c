// A `git cat-file --batch` child: blobs by id, streamed in the order asked.

import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { Failure } from "../../text/failure.ts";
import { kernelPipe } from "./kernel-pipe.ts";
import type { Blob, Oid } from "./objects.ts";
import { finished, type GitRun, startGit, startGitInto } from "./process.ts";

/** Streams blobs; never holds one larger than `cap`. */
export async function* catBlobs(
  run: GitRun,
  oids: AsyncIterable<readonly Oid[]> | Iterable<readonly Oid[]>,
  cap: number,
): AsyncIterable<readonly Blob[]> {
  const batches = Symbol.asyncIterator in oids ? oids[Symbol.asyncIterator]() : oids[Symbol.iterator]();
  const first = await batches.next();
  if (first.done) return;
  const { child, input, output } = await startCatFile(run, first.value.length >= many);
  const end = finished(child, "cat-file", [0]);
  end.catch(() => undefined);
  let feedError: unknown;
  input.on("error", () => undefined);
  const feed = (async () => {
    for (let next: IteratorResult<readonly Oid[]> = first; !next.done; next = await batches.next()) {
      if (input.destroyed) return;
      // An empty line would be asked for as well.
      if (next.value.length === 0) continue;
      if (!input.write(`${next.value.join("\n")}\n`)) await new Promise((resolve) => input.once("drain", resolve));
    }
  })()
    .catch((error) => {
      feedError = error;
    })
    .finally(() => input.end());
  let complete = false;
  try {
    const parser = blobParser(cap);
    for await (const chunk of output) {
      const blobs = parser.push(chunk as Buffer);
      if (blobs.length > 0) yield blobs;
    }
    complete = true;
  } finally {
    if (!complete) child.kill("SIGKILL");
  }
  await feed;
  if (feedError) throw feedError;
  await end;
}

/** From so many blobs on, making a better pipe pays. */
const many = 100;

async function startCatFile(
  run: GitRun,
  bulk: boolean,
): Promise<{ readonly child: ChildProcess; readonly input: Writable; readonly output: Readable }> {
  const args = ["cat-file", "--batch", "--buffer"];
  const pipe = bulk ? await kernelPipe() : null;
  if (pipe) {
    const child = startGitInto(run, args, pipe.end);
    pipe.handedOver();
    return { child, input: child.stdin as Writable, output: pipe.output };
  }
  const child = startGit(run, args);
  return { child, input: child.stdin, output: child.stdout };
}

/** Takes apart what `cat-file --batch` writes: a header line, the bytes, LF. */
function blobParser(cap: number) {
  let pending: Buffer | null = null;
  let skip = 0;
  const parts: Buffer[] = [];
  let missing = 0;
  let current: { oid: Oid; size: number } | null = null;

  return {
    push(chunk: Buffer): Blob[] {
      const blobs: Blob[] = [];
      let data: Buffer = pending ? Buffer.concat([pending, chunk]) : chunk;
      pending = null;
      let at = 0;
      for (;;) {
        if (skip > 0) {
          const taken = Math.min(skip, data.length - at);
          skip -= taken;
          at += taken;
          if (skip > 0) break;
        }
        if (current) {
          const taken = Math.min(missing, data.length - at);
          parts.push(data.subarray(at, at + taken));
          missing -= taken;
          at += taken;
          if (missing > 0) break;
          const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
          blobs.push({ oid: current.oid, size: current.size, bytes });
          parts.length = 0;
          current = null;
          skip = 1;
          continue;
        }
        const lineEnd = data.indexOf(10, at);
        if (lineEnd === -1) {
          if (at < data.length) pending = Buffer.from(data.subarray(at));
          break;
        }
        const line = data.toString("latin1", at, lineEnd);
        at = lineEnd + 1;
        const blob = line.indexOf(" blob ");
        const size = blob === -1 ? -1 : Number(line.slice(blob + 6));
        if (size >= 0 && size <= cap) {
          // Most blobs lie whole in the chunk at hand and are used before the next arrives: no copy then.
          if (data.length - at > size) {
            blobs.push({ oid: line.slice(0, blob), size, bytes: data.subarray(at, at + size) });
            at += size + 1;
          } else {
            current = { oid: line.slice(0, blob), size };
            missing = size;
          }
          continue;
        }
        const [oid = "", type, length] = line.split(" ");
        if (length !== undefined) {
          blobs.push({ oid, size, bytes: null });
          skip = Number(length) + 1;
        } else if (type === "missing" || type === "ambiguous") blobs.push({ oid, size: -1, bytes: null });
        else throw new Failure("git-failed", "git cat-file wrote what it never does");
      }
      data = chunk;
      return blobs;
    },
  };
}
