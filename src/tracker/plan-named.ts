// A new person, project, milestone or other record that is known by its name, as a planned change.

import { fieldForm, fieldValue, itemValue, unknownField } from "../model/field-value.ts";
import type { TrackerData } from "../model/generated/types.ts";
import { type NamedKind, pathOf } from "../model/place.ts";
import { newFile } from "../model/write-record.ts";
import type { Plain } from "../text/emit.ts";
import type { Change } from "./change.ts";
import type { Assignment } from "./plan-set.ts";

/** What the assignments leave out is for validation to miss. */
export function planNamed(
  kind: NamedKind,
  name: string,
  assignments: readonly Assignment[],
  config: TrackerData | undefined,
): Change {
  const data: Record<string, Plain> = {};
  for (const { key, operator, text } of assignments) {
    const form = fieldForm(kind, key, config);
    if (!form) throw unknownField(kind, key, config);
    const before = Array.isArray(data[key]) ? (data[key] as Plain[]) : [];
    if (operator === "=") data[key] = fieldValue(key, text, form);
    else if (operator === "+=" && form.isList && form.type === "object")
      data[key] = [...before, itemValue(key, text, form)];
    else if (operator === "+=") data[key] = fieldValue(key, [...before, text].join(","), form);
  }
  const path = pathOf({ kind, name });
  return {
    files: [{ path, before: null, after: newFile(kind, data as never, "") }],
    message: `${kind} ${name}: new\n`,
  };
}
