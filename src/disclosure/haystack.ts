// Anything that is or will be public, taken apart into texts: files, sites, mails, git repositories with their whole history, packs.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { limits } from "../text/limits.ts";
import { type GitProgram, type GitRun, runGit, startGit } from "../tracker/git/process.ts";
import { repositoryAt } from "../tracker/git/repository.ts";

/** One piece, and where it is. */
export interface Piece {
  readonly place: string;
  readonly bytes: Uint8Array;
  /** The id of the git object that it is. */
  readonly oid?: string;
}

/** Everything below a folder, or in one file; whatever in it is a repository or a pack is opened, its unreachable objects too. */
export async function* piecesIn(path: string, git: GitProgram): AsyncIterable<Piece> {
  if (!statSync(path).isDirectory()) {
    yield* fileIn(path, path, git);
    return;
  }
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    const name = place.slice(path.length + 1);
    // Git brings these itself.
    if (/(?:^|\/)hooks\/[a-z-]+\.sample$/.test(name)) continue;
    yield { place: name, bytes: Buffer.from(entry.name) };
    if (entry.isFile()) yield* fileIn(place, name, git);
    else if (entry.isDirectory() && entry.name === ".git") yield* repositoryIn(join(place, ".."), name, git);
  }
  if (repositoryAt(path)?.workTree === null) yield* repositoryIn(path, "", git);
}

async function* fileIn(path: string, place: string, git: GitProgram): AsyncIterable<Piece> {
  // Objects of a repository are read through it.
  if (/(?:^|\/)objects\/(?:[0-9a-f]{2}\/[0-9a-f]{38,62}|pack\/[^/]+|info\/[^/]+)$/.test(place)) return;
  const { size } = statSync(path);
  if (size > limits.attachmentBytes * 20) {
    yield { place, bytes: Buffer.alloc(0) };
    return;
  }
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 4).toString("latin1") === "PACK") {
    yield* packIn(bytes, place, git);
    return;
  }
  yield { place, bytes };
  const inside = unpacked(bytes);
  if (inside) yield { place: `${place} (unpacked)`, bytes: inside };
}

/** What is in a file that gzip has packed; null for any other. */
export function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.attachmentBytes * 20 });
  } catch {
    // No archive after all, or one that is too large: it is looked at as it is.
    return null;
  }
}

/** A pack by itself, read in a repository of a moment. */
async function* packIn(bytes: Uint8Array, place: string, git: GitProgram): AsyncIterable<Piece> {
  const folder = mkdtempSync(join(tmpdir(), "storytree-pack-"));
  try {
    mkdirSync(join(folder, "objects"));
    mkdirSync(join(folder, "refs"));
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
    const repository = repositoryAt(folder);
    if (!repository) return;
    await runGit({ git, repository }, ["index-pack", "--stdin", "--fix-thin"], { input: bytes, expect: [0, 1, 128] });
    yield* objectsIn({ git, repository }, place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* repositoryIn(folder: string, place: string, git: GitProgram): AsyncIterable<Piece> {
  const repository = repositoryAt(folder);
  if (repository) yield* objectsIn({ git, repository }, place || "repository");
}

/** Every object that a repository has, in no order. */
async function* objectsIn(run: GitRun, place: string): AsyncIterable<Piece> {
  const child = startGit(run, ["cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch"]);
  child.stdin.end();
  child.stderr.resume();
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of child.stdout) {
    rest = rest.length === 0 ? (part as Buffer) : Buffer.concat([rest, part as Buffer]);
    for (;;) {
      const end = rest.indexOf(10);
      if (end === -1) break;
      const [oid = "", type = "", size = ""] = rest.toString("latin1", 0, end).split(" ");
      const length = Number(size);
      if (type === "missing" || Number.isNaN(length)) {
        rest = rest.subarray(end + 1);
        continue;
      }
      if (rest.length < end + 2 + length) break;
      const bytes = rest.subarray(end + 1, end + 1 + length);
      yield { place: `${place}: ${type} ${oid.slice(0, 12)}`, bytes: Buffer.from(bytes), oid };
      rest = rest.subarray(end + 2 + length);
    }
  }
}

/** A piece as texts: as it is, and as what it stands for when it is written as HTML, JSON, an address or a mail. */
export function* textsOf(bytes: Uint8Array): Iterable<string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  yield text;
  if (/<[a-z!/]/i.test(text) || /&(?:#|[a-z]+;)/i.test(text)) yield withoutMarkup(text);
  if (/\\u[0-9a-f]{4}|\\[nt"]/i.test(text))
    yield text.replace(/\\u([0-9a-f]{4})|\\[nt"]/gi, (_, hex: string | undefined) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : " ",
    );
  if (/%[0-9a-f]{2}/i.test(text)) yield percentDecoded(text);
  if (/=[0-9A-F]{2}|=\r?\n/.test(text)) yield quotedPrintable(text);
  for (const [run] of text.matchAll(/(?:[A-Za-z0-9+/_-]{16,}\r?\n?)+={0,2}/g)) {
    const decoded = Buffer.from(run.replace(/\s/g, ""), "base64");
    if (decoded.length >= 12 && isMostlyText(decoded)) yield decoded.toString("utf8");
  }
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?(?:p|div|li|h\d|td|tr|br|article|section|ul|ol|pre|blockquote)\b[^>]*>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, number?: string, name?: string) =>
      name ? (entities[name.toLowerCase()] ?? whole) : safePoint(hex ? Number.parseInt(hex, 16) : Number(number)),
    );
}

function safePoint(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : " ";
}

function percentDecoded(text: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function quotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function isMostlyText(bytes: Buffer): boolean {
  let odd = 0;
  for (const byte of bytes.subarray(0, 400)) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) odd += 1;
  return odd * 20 < Math.min(bytes.length, 400);
}
