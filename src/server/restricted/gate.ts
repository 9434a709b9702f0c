// Which requests come in at all: what a foreign page makes a browser ask is turned away before anything private is touched.

import type { RequestHandler } from "express";

/** Where a foreign page may lead a browser: sign-in comes back from the provider, and a link in a mail opens a page. */
const fromElsewhere = /^\/(?:login|callback)(?:\?|$)|^[^?]*$/;

/**
 * A browser says where a request comes from (Sec-Fetch-Site). From another site only a whole page may be opened, by a plain address:
 * a search that others could start they could also time. What changes something must come from here.
 */
export function fetchGate(origin: string, refuse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const { headers, method, url } = request;
    const site = headers["sec-fetch-site"];
    if (method !== "GET" && method !== "HEAD" && method !== "OPTIONS") {
      const isOwn = site === undefined ? headers.origin === origin : site === "same-origin";
      // A page that sends no referrer calls itself "null" when it sends a form.
      const isForeign = headers.origin !== undefined && headers.origin !== origin && headers.origin !== "null";
      return isOwn && !isForeign ? next() : refuse(request, response, next);
    }
    if (site === undefined || site === "same-origin" || site === "none") return next();
    const isPage = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
    return method === "GET" && isPage && fromElsewhere.test(url) ? next() : refuse(request, response, next);
  };
}
