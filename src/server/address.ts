// What an address may look like before anything else sees it.

import { limits } from "../text/limits.ts";

/** Longer ones no client of ours makes. */
export const urlLength = 4_096;

export interface Refused {
  readonly status: 400 | 404 | 414 | 421;
  readonly sentence: string;
}

export interface Address {
  /** Decoded; begins with "/". */
  readonly path: string;
  readonly query: URLSearchParams;
}

const nothingHere = { status: 404, sentence: "there is nothing at this address" } as const;
const malformed = { status: 400, sentence: "the address is not well formed" } as const;

/** The path and the query of a request, or why it is refused. */
export function addressOf(url: string): Address | Refused {
  if (url.length > urlLength) return { status: 414, sentence: "the address is too long" };
  const question = url.indexOf("?");
  const raw = question === -1 ? url : url.slice(0, question);
  const rest = question === -1 ? "" : url.slice(question + 1);
  let path: string;
  try {
    path = decodeURIComponent(raw);
    // URLSearchParams replaces what it cannot decode; here it is refused.
    decodeURIComponent(rest.replaceAll("+", " "));
  } catch {
    return malformed;
  }
  // No address of ours holds a control character, a backslash, an empty or a dot segment, escaped or not.
  if (/[\p{Cc}\\]|\/\/|(?:^|\/)\.\.?(?:\/|$)/u.test(path) || !path.startsWith("/")) return nothingHere;
  const query = new URLSearchParams(rest);
  const names = new Set<string>();
  for (const [name, value] of query) {
    // Some parameters of the API may be repeated: it says itself which.
    const isRepeated = names.has(name) && !path.startsWith("/api/");
    if (isRepeated || /[[\]]/.test(name)) return { status: 400, sentence: "a parameter is one plain value" };
    names.add(name);
    if (value.includes("\0") || name.includes("\0")) return malformed;
    if (value.length > limits.queryLength) return { status: 414, sentence: "a parameter is too long" };
  }
  return { path, query };
}

/** Whether a Host header names this server; no list means that every name does. */
export function isOurHost(header: string | undefined, hosts: ReadonlySet<string>): boolean {
  if (hosts.size === 0) return true;
  // Nearly every request names the server as the one before it did.
  if (header !== undefined && header === lastHeader && hosts === lastHosts) return true;
  const isOurs = hosts.has((header ?? "").replace(/:\d+$/, "").toLowerCase());
  if (isOurs) [lastHeader, lastHosts] = [header, hosts];
  return isOurs;
}

let lastHeader: string | undefined;
let lastHosts: ReadonlySet<string> | undefined;
