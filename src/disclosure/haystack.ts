// Anything that is or will be public, taken apart: files, sites, mails, git repositories with their whole history, packs and bundles.

import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { quote } from "../text/quote.ts";
import { type GitProgram, type GitRun, gitText, runGit, streamGit } from "../tracker/git/process.ts";
import { repositoryAt } from "../tracker/git/repository.ts";

/** One piece, and where it is. */
export interface Piece {
  readonly place: string;
  readonly bytes: Uint8Array;
  /** The id of the git object that it is. */
  readonly oid?: string;
  /** It is packed in a way that nobody here can look into; what tells it from others. */
  readonly unread?: string;
}

/** More than this is read in portions that overlap. */
const portion = limits.attachmentBytes * 20;
const overlap = 1 << 16;

/** Everything below a folder, or in one file; whatever in it is a repository or a pack is opened, its unreachable objects too. */
export async function* piecesIn(path: string, git: GitProgram): AsyncIterable<Piece> {
  if (statSync(path).isDirectory()) yield* folderIn(path, "", git, new Set());
  else yield* fileIn(path, path, git);
}

/** `seen` are the folders that were looked at already: a link may lead anywhere, also back. */
async function* folderIn(path: string, name: string, git: GitProgram, seen: Set<string>): AsyncIterable<Piece> {
  const real = realpathSync(path);
  if (seen.has(real)) return;
  seen.add(real);
  const repository = repositoryAt(path);
  // Several work trees may have the same objects.
  const store = repository && `objects of ${realpathSync(repository.commonDir)}`;
  if (store && !seen.has(store)) {
    seen.add(store);
    yield* objectsIn({ git, repository }, name || "repository");
  }
  const isGitDir = repository?.gitDir === path;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const place = join(path, entry.name);
    const below = name === "" ? entry.name : `${name}/${entry.name}`;
    // Git brings these itself; and objects are read through their repository.
    if (isGitDir && entry.name === "objects") continue;
    if (/(?:^|\/)hooks\/[a-z-]+\.sample$/.test(below)) continue;
    yield { place: below, bytes: Buffer.from(entry.name) };
    if (entry.isSymbolicLink()) yield { place: below, bytes: Buffer.from(readlinkSync(place)) };
    const status = entry.isSymbolicLink() ? statSync(place, { throwIfNoEntry: false }) : entry;
    if (status?.isDirectory()) yield* folderIn(place, below, git, seen);
    else if (status?.isFile()) yield* fileIn(place, below, git);
  }
}

async function* fileIn(path: string, place: string, git: GitProgram): AsyncIterable<Piece> {
  if (statSync(path).size > portion) {
    yield* portionsOf(path, place);
    return;
  }
  const bytes = readFileSync(path);
  const pack = packOf(bytes);
  if (pack) {
    yield* packIn(pack, place, git);
    if (pack.length === bytes.length) return;
  }
  yield { place, bytes };
  const inside = unpacked(bytes) ?? looseObject(path, bytes);
  if (inside) yield { place: `${place} (unpacked)`, bytes: inside };
  if (isArchive(bytes))
    yield { place, bytes: new Uint8Array(), unread: createHash("sha256").update(bytes).digest("hex") };
}

/** A file that is too large to be held, piece by piece. Failure "too-large" when it is packed: then all of it would be needed. */
function* portionsOf(path: string, place: string): Iterable<Piece> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(portion);
    for (let at = 0; ; at += portion - overlap) {
      const bytes = buffer.subarray(0, readSync(file, buffer, 0, portion, at));
      if (at === 0 && (packOf(bytes) || isArchive(bytes) || isGzip(bytes)))
        throw new Failure("too-large", `${quote(place)} is too large to be looked into`, { hint: "unpack it first" });
      yield { place, bytes: Buffer.from(bytes) };
      if (bytes.length < portion) return;
    }
  } finally {
    closeSync(file);
  }
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What is in a file that gzip has packed; null for any other. */
export function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (!isGzip(bytes)) return null;
  try {
    return gunzipSync(bytes, { maxOutputLength: portion });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Failure("too-large", "what is packed in a file is too large to be looked into", {
        hint: "unpack it first",
      });
    // No archive after all: it is looked at as it is.
    return null;
  }
}

/** An object of git's that lies outside any repository. */
function looseObject(path: string, bytes: Uint8Array): Uint8Array | null {
  if (!/\/[0-9a-f]{2}\/[0-9a-f]{38,62}$/.test(path)) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: portion });
  } catch {
    return null;
  }
}

/** Zip, xz, zstd, bzip2, 7z and rar, by their first bytes. */
function isArchive(bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 6)).toString("hex");
  return /^(?:504b0304|fd377a585a|28b52ffd|425a68|377abcaf271c|526172211a07)/.test(first);
}

/** The pack that a file is, or that is in a bundle of git's. */
function packOf(bytes: Buffer): Buffer | null {
  if (bytes.subarray(0, 4).toString("latin1") === "PACK") return bytes;
  if (!/^# v[23] git bundle\n/.test(bytes.subarray(0, 20).toString("latin1"))) return null;
  const end = bytes.indexOf("\n\nPACK");
  return end === -1 ? null : bytes.subarray(end + 2);
}

/** A pack by itself, read in a repository of a moment. Failure when git cannot read it: then nothing can be said of it. */
async function* packIn(bytes: Uint8Array, place: string, git: GitProgram): AsyncIterable<Piece> {
  const folder = mkdtempSync(join(tmpdir(), "storytree-pack-"));
  try {
    mkdirSync(join(folder, "objects"));
    mkdirSync(join(folder, "refs"));
    writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
    const repository = repositoryAt(folder);
    if (!repository) throw new Error("a repository that was just made is none");
    await runGit({ git, repository }, ["index-pack", "--stdin"], { input: bytes });
    yield* objectsIn({ git, repository }, place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of its branches, and every object that a repository has, in no order. */
async function* objectsIn(run: GitRun, place: string): AsyncIterable<Piece> {
  const refs = await gitText(run, ["for-each-ref", "--format=%(refname)"]);
  yield { place: `${place}: refs`, bytes: Buffer.from(refs) };
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of streamGit(run, ["cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch"])) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
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
      const bytes = Buffer.from(rest.subarray(end + 1, end + 1 + length));
      const name = `${place}: ${type} ${oid.slice(0, 12)}`;
      yield { place: name, bytes, oid };
      const inside = type === "blob" ? unpacked(bytes) : null;
      if (inside) yield { place: `${name} (unpacked)`, bytes: inside };
      if (type === "blob" && isArchive(bytes)) yield { place: name, bytes: new Uint8Array(), unread: oid };
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
