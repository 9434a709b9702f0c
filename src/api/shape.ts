// The shapes of what the API answers, as JSON Schema 2020-12: said once, for the reference and for the tests.

export type Schema = Readonly<Record<string, unknown>>;

export const text = (description: string): Schema => ({ type: "string", description });
export const flag = (description: string): Schema => ({ type: "boolean", description });
export const count = (description: string): Schema => ({ type: "integer", minimum: 0, description });
export const number = (description: string): Schema => ({ type: "number", description });
/** A number that stays the same for as long as the thing is there. */
export const id = (description: string): Schema => ({ type: "integer", minimum: 1, description });
export const instant = (description: string): Schema => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+00:00$",
  description,
});
export const day = (description: string): Schema => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description,
});
export const oneOf = (values: readonly string[], description: string): Schema => ({
  type: "string",
  enum: [...values],
  description,
});
export const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The same, or null. */
export function orNull(schema: Schema): Schema {
  if ("$ref" in schema) return { anyOf: [schema, { type: "null" }] };
  const type = schema.type as string;
  return {
    ...schema,
    type: [type, "null"],
    ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
  };
}

/** An object with exactly these members; those of `optional` may be absent. */
export function object(
  description: string,
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  return {
    type: "object",
    description,
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

/** The first members of nearly everything. */
export const standing = {
  id: id("its number"),
  created_at: orNull(instant("when it came to be; null when history is cut off before it")),
  updated_at: orNull(instant("when it last changed; null when it has not, or when that is not known")),
};
