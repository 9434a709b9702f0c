// A representation onto the wire, or only that nothing has changed.

import type { IncomingMessage, ServerResponse } from "node:http";
import { headersOfUnchanged, isUnchanged, type Representation } from "./representation.ts";
import { sendFile } from "./spool.ts";

/** A request with the number it was given. */
export interface Numbered extends IncomingMessage {
  watched?: { readonly id: string };
}

/** Writes status, headers and, unless it is a HEAD, the bytes. */
export function send(request: Numbered, response: ServerResponse, representation: Representation): void {
  const { status, headers, body } = representation;
  const own = ["X-Request-Id", request.watched?.id ?? ""];
  if (isUnchanged(request, representation)) {
    response.writeHead(304, [...unchanged(representation), ...own]);
    response.end();
    return;
  }
  response.writeHead(status, [...headers, ...own]);
  if (request.method === "HEAD") response.end();
  else if (Buffer.isBuffer(body)) {
    if (body.length <= shortBody) response.end(shortText(representation, body), "latin1");
    else response.end(body);
  } else void sendFile(response, body.path);
}

/** Up to so many bytes copying is quicker than writing in two pieces. */
export const shortBody = 32_768;
const texts = new WeakMap<Representation, string>();

/** Node joins headers and a body that is text to one write; in this encoding a character is a byte, whatever it stands for. */
export function shortText(representation: Representation, body: Buffer): string {
  let text = texts.get(representation);
  if (text === undefined) {
    text = body.toString("latin1");
    texts.set(representation, text);
  }
  return text;
}

const shortened = new WeakMap<Representation, string[]>();

function unchanged(representation: Representation): string[] {
  let headers = shortened.get(representation);
  if (!headers) {
    headers = [...headersOfUnchanged(representation)];
    shortened.set(representation, headers);
  }
  return headers;
}
