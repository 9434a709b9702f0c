// Records as people write them by hand: other spacing and quoting, comments, keys of their own; and whether all of that is still there.

import type { RandomBelow } from "../../src/model/ids.ts";

/** The same record, written oddly. */
export function written(text: string, random: RandomBelow): string {
  const [, head = "", body = ""] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? [];
  const often = (percent: number) => random(100) < percent;
  const blocks = blocksOf(head).map((block) => {
    const [first = "", ...items] = block.trimEnd().split("\n");
    const [, key = "", value = ""] = /^([a-z_-]+):(?: (.*))?$/.exec(first) ?? [];
    const before = often(10) ? `# about ${key}\n` : "";
    const after = often(25) ? `   # ${key}, as it was` : "";
    if (items.length > 0) {
      const plain = items.every((item) => /^ {2}- [a-z0-9-]+$/.test(item));
      if (plain && often(20)) return `${before}${key}: [ ${items.map((item) => item.slice(4)).join(",  ")} ]${after}\n`;
      return `${before}${first}\n${items.map((item) => `${plain && often(30) ? `${item}   # kept` : item}\n`).join("")}`;
    }
    if (value === "") return `${before}${first}${after}\n`;
    if (/^(?:assignee|author|priority|type)$/.test(key) && often(30)) return `${before}${key}: '${value}'${after}\n`;
    return often(30) ? `${before}${key}:   ${value}${after}\n` : `${before}${block}`;
  });
  const own = often(40) ? "x-own:   'kept'   # like this\n" : "";
  return `---\n${blocks.join("")}${own}---\n${often(20) ? `\n${body}` : body}`;
}

/** Front matter cut where each top-level key begins; a comment by itself is a block of its own. */
export function blocksOf(head: string): string[] {
  return head.split(/^(?=[a-z#])/m).filter((block) => block !== "");
}

/** What of a record's text is not what an edit of these fields may change: its other blocks, in their order. */
export function untouched(text: string, fields: ReadonlySet<string>): string[] {
  const [, head = "", body = ""] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? [];
  const blocks = blocksOf(head).filter((block) => !fields.has(/^[a-z_-]+/.exec(block)?.[0] ?? ""));
  return fields.has("body") ? blocks : [...blocks, body];
}

/** The comments in some text. */
export function commentsIn(text: string): string[] {
  return [...(text.split(/^---$/m)[1] ?? "").matchAll(/# [a-z_-]+, as it was|# about [a-z_-]+/g)].map(
    ([found]) => found,
  );
}
