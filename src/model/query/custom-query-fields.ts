// The fields that tracker.yaml declares, as fields of the query language.

import type { TrackerData } from "../generated/types.ts";
import type { QueryField } from "./fields.ts";

type Schema = Pick<NonNullable<TrackerData["fields"]>[string]["schema"], "type" | "format" | "enum">;

/** How queries ask for the fields a tracker declares. */
export function customQueryFields(config: TrackerData | undefined): QueryField[] {
  return Object.entries(config?.fields ?? {}).map(([name, { schema: whole, title, description }]) => {
    // Of a list each value is asked for by itself.
    const schema: Schema = (whole.type === "array" && whole.items) || whole;
    const text = description ?? title ?? "A field of this tracker.";
    if (schema.type === "integer" || schema.type === "number")
      return { name, type: "number", description: text, example: `${name}:>=1` };
    if (schema.format === "day" || schema.format === "instant")
      return { name, type: "date", description: text, example: `${name}:<30d` };
    if (schema.type === "boolean")
      return { name, type: "choice", choices: ["true", "false"], description: text, example: `${name}:true` };
    if (schema.type === "string" && schema.enum) {
      const choices = schema.enum.map(String);
      return { name, type: "choice", choices, description: text, example: `${name}:${choices[0]}` };
    }
    return { name, type: "word", description: text, example: `${name}:value` };
  });
}
