// Values to YAML: the plainest form that every reader (YAML 1.2, YAML 1.1, gray-matter) reads as the same value.

/** What front matter can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Which strings are instants or days and stay unquoted, by the pointer's pattern ("/created", "/branches/ * /eol" without blanks). */
export type IsTime = (pointer: string) => boolean;

const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/;
const safeStart = /^[^\s\-?:,[\]{}#&*!|>'"%@`=<~]/;
const reserved = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
// Anything made only of what numbers, dates and times are made of might be read as one by some YAML reader.
const numberLike = /^[-+.0-9][-+.0-9a-fA-FoxbXOBeE_:,TtZz ]*$/;

/** One scalar on one line. `keepTime`: an instant or day may stand unquoted. */
export function emitScalar(value: string | number | boolean | null, keepTime: boolean): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  if (keepTime && time.test(value)) return value;
  const plain =
    safeStart.test(value) &&
    !value.endsWith(" ") &&
    !value.endsWith(":") &&
    !value.includes(": ") &&
    !value.includes(" #") &&
    !/[\n\t\\]/.test(value) &&
    !reserved.test(value) &&
    !numberLike.test(value) &&
    !value.startsWith("...");
  if (plain) return value;
  // Single quotes keep what double ones would have to escape.
  return /["\\]/.test(value) && !/['\n\t]/.test(value) ? `'${value}'` : JSON.stringify(value);
}

/** One key with its value, as lines that end in LF; an empty value is the key alone. */
export function emitEntry(key: string, value: Plain, isTime: IsTime, pointer = `/${key}`, indent = ""): string {
  const name = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !reserved.test(key) ? key : JSON.stringify(key);
  if (value === null || (Array.isArray(value) && value.length === 0)) return `${indent}${name}:\n`;
  if (typeof value !== "object") return `${indent}${name}: ${emitScalar(value, isTime(pointer))}\n`;
  if (Array.isArray(value)) {
    return `${indent}${name}:\n${value.map((item: Plain) => emitItem(item, isTime, `${pointer}/*`, `${indent}  `)).join("")}`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return `${indent}${name}: {}\n`;
  const lines = entries.map(([inner, child]) => emitEntry(inner, child, isTime, `${pointer}/${inner}`, `${indent}  `));
  return `${indent}${name}:\n${lines.join("")}`;
}

/** One item of a list, as lines that end in LF. */
export function emitItem(item: Plain, isTime: IsTime, pointer: string, indent = "  "): string {
  if (item === null || typeof item !== "object") return `${indent}- ${emitScalar(item, isTime(pointer)) || "null"}\n`;
  if (Array.isArray(item)) return `${indent}- [${item.map((inner: Plain) => JSON.stringify(inner)).join(", ")}]\n`;
  const entries = Object.entries(item);
  if (entries.length === 0) return `${indent}- {}\n`;
  return entries
    .map(([key, child], index) => {
      const lines = emitEntry(key, child, isTime, `${pointer}/${key}`, `${indent}  `);
      return index === 0 ? `${indent}- ${lines.slice(indent.length + 2)}` : lines;
    })
    .join("");
}

/** A whole file: front matter in the order given, and a body that ends in LF. */
export function emitMatter(data: Readonly<Record<string, Plain>>, body: string, isTime: IsTime): string {
  const keys = Object.entries(data).map(([key, value]) => emitEntry(key, value, isTime));
  return `---\n${keys.join("")}---\n${body === "" || body.endsWith("\n") ? body : `${body}\n`}`;
}
