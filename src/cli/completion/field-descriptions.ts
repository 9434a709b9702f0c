// What the schema says of each key, for those who choose one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../../model/place.ts";
import { packageRoot } from "../package-files.ts";

/** Key to the first sentence of its description. */
export function fieldDescriptions(kind: Kind): ReadonlyMap<string, string> {
  const text = readFileSync(join(packageRoot(), "schema", `${kind}.schema.json`), "utf8");
  const { properties = {} } = JSON.parse(text) as { properties?: Record<string, { description?: string }> };
  return new Map(
    Object.entries(properties).flatMap(([key, { description }]) =>
      description ? [[key, description.split(/[.;] /)[0]?.replace(/\.$/, "") ?? ""] as const] : [],
    ),
  );
}
