// How much one client may ask: the room of express-rate-limit, in front of everything, so that cached answers count as well.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";

export type Limiter = (
  request: IncomingMessage,
  response: ServerResponse,
  within: () => void,
  beyond: () => void,
) => void;

/** `perMinute` requests a minute from one address; 0 is no limit. */
export function limiter(perMinute: number, trustProxy: boolean): Limiter {
  if (perMinute === 0) return (_request, _response, within) => within();
  const limit: RequestHandler = rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    validate: false,
    keyGenerator: (request) => ipKeyGenerator(addressOf(request, trustProxy)),
    handler: (request) => (request as Request & { isBeyond?: () => void }).isBeyond?.(),
  });
  return (request, response, within, beyond) => {
    Object.assign(request, { isBeyond: beyond });
    void limit(request as Request, response as Response, within);
  };
}

/** The proxy in front adds the address that it saw at the end; what stands before it the client may have made up. */
function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const last = [forwarded ?? ""].flat().join(",").split(",").at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? "unknown");
}
