// A pipe of the kernel's own for a child's output. Node.js gives its children a socket, and git writes every blob by itself: so many
// small writes to a socket take half as long again as the reading.

import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { makeFifo } from "./process.ts";

export interface KernelPipe {
  /** The file descriptor that the child writes to. */
  readonly end: number;
  readonly output: Readable;
  /** To be called once the child has been started. */
  readonly handedOver: () => void;
}

/** Null where the system has no named pipes: then the socket has to do. */
export async function kernelPipe(): Promise<KernelPipe | null> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "storytree-pipe-"));
    const path = join(folder, "blobs");
    await makeFifo(path);
    const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const end = openSync(path, constants.O_WRONLY);
    const output = new Socket({ fd: readEnd, readable: true, writable: false });
    return { end, output, handedOver: () => closeSync(end) };
  } catch {
    return null;
  } finally {
    // Both ends are open: nobody needs the name any more, however this ends.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
