// Requests so plain that no parser of HTTP is needed: one GET of HTTP/1.1, whole, alone and without a body; any doubt is for Node to settle.

export interface PlainRequest {
  /** As it came; begins with "/". */
  readonly url: string;
  /** What follows the address: most clients say the same each time. */
  readonly rest: string;
}

/** Of a request that came in one piece, each byte a character; null when it is not plain. Its `rest` is judged by `plainHeaders`. */
export function plainRequest(text: string): PlainRequest | null {
  if (text.length > longest || !text.startsWith("GET /") || !text.endsWith("\r\n\r\n")) return null;
  const end = text.indexOf(" ", 4);
  const url = text.slice(4, end);
  return /^[!-~]+$/.test(url) ? { url, rest: text.slice(end) } : null;
}

const longest = 8_192;
const wholeHead = /^ HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t -~\u0080-\u00ff]*\r\n)+\r\n$/;
const eachHeader = /([\w!#$%&'*+.^`|~-]+):([^\r]*)\r\n/g;

/** The headers that an answer may depend on. */
const telling: readonly string[] = [
  ...["host", "accept", "accept-encoding", "if-none-match", "if-modified-since"],
  "connection",
];
/** With these a request is no plain one. */
const special =
  /^(?:content-.*|transfer-encoding|trailer|te|expect|upgrade|http2-settings|authorization|keep-alive|proxy-.*)$/;

/** The headers that an answer may depend on, by their names in lower case; null when the head is not plain. */
export function plainHeaders(rest: string): Readonly<Record<string, string>> | null {
  if (!wholeHead.test(rest)) return null;
  const headers: Record<string, string> = {};
  for (const [, written = "", padded = ""] of rest.matchAll(eachHeader)) {
    const name = written.toLowerCase();
    const value = withoutPadding(padded);
    if (special.test(name) || (name === "connection" && !/^(?:keep-alive|close)$/i.test(value))) return null;
    if (!telling.includes(name)) continue;
    // Two of a kind are Node's to join or to refuse.
    if (Object.hasOwn(headers, name)) return null;
    headers[name] = value;
  }
  return headers.host === undefined ? null : headers;
}

/** Letter by letter: an expression for the blanks at the end would try each blank of a long run as their beginning. */
function withoutPadding(text: string): string {
  const isBlank = (at: number) => text[at] === " " || text[at] === "\t";
  let [start, end] = [0, text.length];
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return text.slice(start, end);
}
