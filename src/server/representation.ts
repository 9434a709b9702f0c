// An answer as bytes: encoded as the client can read it, with the tag, the dates and the rules for caches that belong to it.

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { exposedHeaders } from "../api/answer.ts";
import type { Answer } from "./answer.ts";
import { securityHeaders } from "./security-headers.ts";

export type Encoding = "br" | "gzip" | "identity";

/** Bytes, or a file that holds them. */
export type Body = Buffer | { readonly path: string; readonly length: number };

export interface Representation {
  readonly status: number;
  /** Names and values in turns, as Node writes them fastest. */
  readonly headers: readonly string[];
  readonly etag: string | null;
  /** Milliseconds, whole seconds. */
  readonly modified: number | null;
  readonly body: Body;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Less than this gains nothing. */
const worthCompressing = 1_000;

export function isCompressible(contentType: string): boolean {
  return /^(?:text\/|application\/(?:json|problem\+json|xml|atom\+xml|manifest\+json)|image\/svg)/.test(contentType);
}

const encodings = new Map<string, Encoding>();

/** The best encoding that a client reads, by its Accept-Encoding; clients say few different things. */
export function encodingOf(header: string | string[] | undefined): Encoding {
  const text = String(header ?? "");
  const known = encodings.get(text);
  if (known) return known;
  const accepted = new Map(
    text.split(",").map((part) => {
      const [name = "", ...rest] = part.trim().toLowerCase().split(";");
      return [name.trim(), !rest.some((each) => /^\s*q=0(?:\.0*)?\s*$/.test(each))] as const;
    }),
  );
  const takes = (name: string) => accepted.get(name) ?? accepted.get("*") ?? false;
  const chosen = takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
  if (encodings.size < 1_000) encodings.set(text, chosen);
  return chosen;
}

/** The answer of a source in the encoding asked for. */
export async function representationOf(
  answer: Answer & { readonly body: string | Uint8Array },
  wanted: Encoding,
  modified: number | null,
): Promise<Representation> {
  const { body } = answer;
  const plain =
    typeof body === "string" ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const encoding = isCompressible(answer.contentType) && plain.length >= worthCompressing ? wanted : "identity";
  const bytes = await encoded(plain, encoding);
  return withHeaders(answer, encoding, bytes, digestOf(plain), modified);
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
}

/** The same around bytes that are there already. `digest`: of the bytes before they were compressed. */
export function withHeaders(
  answer: Omit<Answer, "body">,
  encoding: Encoding,
  body: Body,
  digest: string,
  modified: number | null,
): Representation {
  const isKept = answer.status === 200 && answer.isFleeting !== true;
  const etag = isKept ? `"${digest}${encoding === "identity" ? "" : `-${encoding}`}"` : null;
  const date = isKept && modified !== null ? Math.floor(modified / 1000) * 1000 : null;
  const varies = [
    "Accept-Encoding",
    ...(answer.isPersonal ? ["Authorization"] : []),
    ...(answer.status >= 400 ? ["Accept"] : []),
  ];
  const headers: Record<string, string> = {
    ...securityHeaders,
    "Content-Type": answer.contentType,
    // What is cached is asked for again each time, which costs little; what may not be is not kept at all.
    "Cache-Control": answer.isFleeting ? "no-store" : answer.isPersonal ? "private, no-cache" : "public, no-cache",
    Vary: varies.join(", "),
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    ...(etag === null ? {} : { ETag: etag }),
    ...(date === null ? {} : { "Last-Modified": new Date(date).toUTCString() }),
    ...(answer.location === undefined ? {} : { Location: answer.location }),
    ...(answer.download === undefined
      ? {}
      : { "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(answer.download)}` }),
    ...(answer.isOpen
      ? {
          "Access-Control-Allow-Origin": "*",
          "Access-Control-Expose-Headers": exposedHeaders,
          // Also where another site embeds what it may read.
          "Cross-Origin-Resource-Policy": "cross-origin",
        }
      : {}),
    ...answer.headers,
    "Content-Length": String(body.length),
  };
  return { status: answer.status, headers: Object.entries(headers).flat(), etag, modified: date, body };
}

async function encoded(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") {
    // A window no larger than the text: the usual one takes megabytes, in each thread that compresses.
    const window = Math.min(22, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes.length + 16))));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return compressBrotli(bytes, { params });
  }
  return encoding === "gzip" ? compressGzip(bytes, { level: 6 }) : bytes;
}

/** Whether the client has this very representation already. */
export function isUnchanged(
  request: Pick<IncomingMessage, "headers">,
  { status, etag, modified }: Representation,
): boolean {
  if (status !== 200 || etag === null) return false;
  const given = request.headers["if-none-match"];
  if (given !== undefined)
    return given.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
  const since = request.headers["if-modified-since"];
  return since !== undefined && modified !== null && Date.parse(since) >= modified;
}

// RFC 9110, 15.4.5: the cache has the others; what lets another site's page read the answer it needs each time.
const ofUnchanged = /^(?:cache-control|etag|vary|last-modified|access-control-[\w-]+)$/i;

/** The headers that belong to "304 Not Modified". */
export function headersOfUnchanged({ headers }: Representation): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    if (ofUnchanged.test(name)) kept.push(name, headers[at + 1] as string);
  }
  return kept;
}
