// The fast reader of front matter: a cheap scan admits the plain subset, in which js-yaml and yaml agree by property test.

import { CORE_SCHEMA, load } from "js-yaml";

// A value whose reading no two YAML parsers dispute. What begins like a number must be a whole number, an instant or a day;
// everything with quotes inside, escapes, flow collections, block scalars, tags, anchors or comments is left to the full reader.
const text = String.raw`[A-Za-z(/\u00c0-\u{1ffff}](?:[^\x00-\x1f#:\x7f]|:(?! |$)|(?<! )#)*(?<! )`;
const number = "-?(?:0|[1-9][0-9]{0,14})(?=$)";
const time = "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?(?=$)";
const quoted = String.raw`"[^"\\\x00-\x1f\x7f]*"(?=$)|'[^'\x00-\x1f\x7f]*'(?=$)`;
const value = `(?:${text}|${number}|${time}|${quoted})`;
const key = "(?!(?:null|true|false):)[a-z][a-z0-9_-]*";
const topLine = new RegExp(`^${key}:(?: ${value})?$`, "u");
const itemLine = new RegExp(`^  - ${value}$`, "u");
const keyedItem = new RegExp(`^  - ${key}: ${value}$`, "u");
const keyedMore = new RegExp(`^    ${key}: ${value}$`, "u");

/** The mapping, or undefined when the text is not plain (or not right): then the full reader decides. */
export function parsePlain(yaml: string): Record<string, unknown> | undefined {
  if (!isPlain(yaml)) return undefined;
  try {
    const read = load(yaml, { schema: CORE_SCHEMA });
    return read !== null && typeof read === "object" && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    // Whatever js-yaml refuses, a duplicate key for one, the full reader explains with a position.
    return undefined;
  }
}

function isPlain(yaml: string): boolean {
  if (!yaml.endsWith("\n")) return false;
  // What may stand before this line: an item needs an empty key above it or another item of its own shape.
  let open: "nothing" | "key" | "items" | "maps" = "nothing";
  let start = 0;
  while (start < yaml.length) {
    const end = yaml.indexOf("\n", start);
    const line = yaml.slice(start, end);
    start = end + 1;
    if (line.charCodeAt(0) !== 0x20) {
      if (!topLine.test(line)) return false;
      open = line.endsWith(":") ? "key" : "nothing";
    } else if (itemLine.test(line)) {
      if (open !== "key" && open !== "items") return false;
      open = "items";
    } else if (keyedItem.test(line)) {
      if (open !== "key" && open !== "maps") return false;
      open = "maps";
    } else if (!keyedMore.test(line) || open !== "maps") return false;
  }
  return true;
}
