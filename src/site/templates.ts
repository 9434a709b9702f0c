// The room of eta: templates/site/ compiled once; whatever they print is escaped for HTML unless they ask otherwise.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta";
import { escapeHtml } from "./escape.ts";

export interface Templates {
  readonly render: (name: string, data: object) => string;
  /** A file beside the templates: the stylesheet, the script. */
  readonly asset: (name: string) => string;
  /** The text of the JSON Schema of a kind of file. */
  readonly schema: (kind: string) => string;
  /** Differs whenever any of the files does. */
  readonly edition: string;
}

/** The templates of a folder. */
export function templatesIn(folder: string): Templates {
  // Scripts as readers get them, without words for people who read them, lie beside the program.
  const bundled = join(folder, "..", "..", "dist", "site");
  const eta = new Eta({
    views: folder,
    autoEscape: true,
    escapeFunction: (value) => escapeHtml(String(value ?? "")),
    cache: true,
    useWith: false,
    autoTrim: false,
  });
  // Each row of a list would have its template's place worked out anew.
  const resolve = eta.resolvePath.bind(eta);
  const places = new Map<string, string>();
  eta.resolvePath = (name, options) => {
    const key = `${options?.filepath ?? ""} ${name}`;
    const place = places.get(key) ?? resolve(name, options);
    places.set(key, place);
    return place;
  };
  return {
    render: (name, data) => eta.render(name, data),
    asset: (name) => readFileSync(join(existsSync(join(bundled, name)) ? bundled : folder, name), "utf8"),
    schema: (kind) => readFileSync(join(folder, "..", "..", "schema", `${kind}.schema.json`), "utf8"),
    get edition() {
      const hash = createHash("sha256");
      for (const from of [folder, bundled])
        for (const name of existsSync(from) ? readdirSync(from).sort() : [])
          hash.update(name).update(readFileSync(join(from, name)));
      return hash.digest("hex");
    },
  };
}
