// Prose without a single mark, which is most of what people write: its paragraphs are HTML at once, without a parser.

import type { MarkdownContext } from "./context.ts";
import { linkReferences } from "./references.ts";

/** Letters, digits, and punctuation that means nothing in Markdown wherever it stands. */
const unmarked = /^[\p{L}\p{N}\p{M} ,;:?!.()'"%\n-]*$/u;

/** A line that begins or ends like a list, a rule, an indented block or a break; or that holds an address. */
const telling = /^(?:[ -]|\d{1,9}[.)](?: |$))| $|\bwww\.|:$/m;

/** The HTML of such a text; null when it may hold anything else. */
export function plainProse(text: string, context: MarkdownContext): string | null {
  if (!unmarked.test(text) || telling.test(text)) return null;
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${linkReferences(paragraph.replace(/^\n|\n$/g, ""), context)}</p>\n`)
    .join("");
}
