// A `git cat-file --batch` child: blobs by id, streamed in the order asked.

import { Failure } from "../../text/failure.ts";
import type { Blob, Oid } from "./objects.ts";
import { finished, type GitRun, startGit } from "./process.ts";

/** Streams blobs; never holds one larger than `cap`. */
export async function* catBlobs(
  run: GitRun,
  oids: AsyncIterable<readonly Oid[]> | Iterable<readonly Oid[]>,
  cap: number,
): AsyncIterable<readonly Blob[]> {
  const child = startGit(run, ["cat-file", "--batch", "--buffer"]);
  const end = finished(child, "cat-file", [0]);
  end.catch(() => undefined);
  let feedError: unknown;
  child.stdin.on("error", () => undefined);
  const feed = (async () => {
    for await (const batch of oids) {
      if (child.stdin.destroyed) return;
      if (!child.stdin.write(`${batch.join("\n")}\n`))
        await new Promise((resolve) => child.stdin.once("drain", resolve));
    }
  })()
    .catch((error) => {
      feedError = error;
    })
    .finally(() => child.stdin.end());
  let complete = false;
  try {
    const parser = blobParser(cap);
    for await (const chunk of child.stdout) {
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
          // Most blobs lie whole in one chunk and are used before the next arrives: no copy then.
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
        const [oid = "", type = "", size = ""] = data.toString("latin1", at, lineEnd).split(" ");
        at = lineEnd + 1;
        if (type === "blob" && Number(size) <= cap) {
          current = { oid, size: Number(size) };
          missing = current.size;
          continue;
        }
        if (size !== "" && type !== "missing") {
          blobs.push({ oid, size: type === "blob" ? Number(size) : -1, bytes: null });
          skip = Number(size) + 1;
          continue;
        }
        if (type !== "missing" && type !== "ambiguous")
          throw new Failure("git-failed", "git cat-file wrote what it never does");
        blobs.push({ oid, size: -1, bytes: null });
      }
      data = chunk;
      return blobs;
    },
  };
}
