// What pages are made from beside the tracker's records: whether any of it is another now is told by one word.

import { createHash } from "node:crypto";
import type { Site } from "./site.ts";

/** Differs whenever the program, the templates, the site's address or the tracker's configuration do. */
export function madeFrom(site: Site, edition: string): string {
  const { catalogue, base, config, templates } = site;
  const facts = [edition, templates.edition, base, config ?? null, catalogue.historyCut?.commit ?? null];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
}
