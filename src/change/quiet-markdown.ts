// Text of strangers inside a review comment: nothing in it is markup, mentions anybody, links anywhere or commands the host.

import type { DiffPart } from "../text/diff/word-diff.ts";
import { terminalText } from "../text/terminal-text.ts";

/** Characters of one value. */
const longest = 300;

/**
 * One value on one line, as code: hosts look for no mentions, references or links there. What could end the code or a table's
 * cell is written as entities, which never make structure.
 */
export function codeOf(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : text;
  const line = terminalText(cut).replace(/\s+/g, " ").trim();
  if (line === "") return "_none_";
  if (!/[`|\\]/.test(line)) return `\`${line}\``;
  const entities = line.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${entities}</code>`;
}

/** Lines as a block of code, in a fence longer than any in them; no line of them begins a line by itself without a mark of ours. */
export function fenced(lines: readonly string[], language: string): string {
  const text = terminalText(lines.join("\n"));
  const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(Math.max(3, longestRun + 1));
  return `${fence}${language}\n${text}\n${fence}\n`;
}

const kept = new Set("p blockquote pre code em strong del ul ol li br hr table thead tbody tr th td".split(" "));

/**
 * Rendered HTML that a host may show: safe tags without attributes, addresses as code beside their words, and an empty character
 * behind whatever a host could take for a mention, a reference or an address. All on one line, so that no line begins with a
 * command to the host and none is blank, which would end the HTML.
 */
export function quietHtml(html: string): string {
  const open: string[] = [];
  let inCode = 0;
  const parts = [...html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi)].map((match) => {
    const [, slash = "", name = "", attributes = "", text] = match;
    if (text !== undefined) return inCode > 0 ? oneLine(text, inCode > 0) : quietText(oneLine(text, false));
    const tag = name.toLowerCase();
    if (tag === "a") {
      if (slash === "") {
        open.push(/\bhref="([^"]*)"/.exec(attributes)?.[1] ?? "");
        return "";
      }
      const href = open.pop() ?? "";
      return href === "" ? "" : ` <code>${href.replace(/[<>`|\s]/g, "")}</code>`;
    }
    if (/^h[1-6]$/.test(tag)) return slash === "" ? "<p><strong>" : "</strong></p>";
    if (!kept.has(tag)) return "";
    if (tag === "code" || tag === "pre") inCode += slash === "" ? 1 : -1;
    return `<${slash}${tag}>`;
  });
  return parts.join("").trim();
}

/** A word diff as HTML, as quiet as the rest; a long one is cut. */
export function quietDiff(parts: readonly DiffPart[]): string {
  let left = longestDiff;
  return parts
    .map(({ text, change }) => {
      const cut = text.length > left ? `${text.slice(0, Math.max(0, left)).replace(/[\ud800-\udbff]$/, "")}…` : text;
      if (left <= 0) return "";
      left -= text.length;
      const words = quietText(escapeHtml(terminalText(cut))).replace(/\n/g, "<br>");
      return { same: words, added: `<ins>${words}</ins>`, removed: `<del>${words}</del>` }[change];
    })
    .join("");
}

const longestDiff = 4_000;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? "&quot;");
}

function oneLine(text: string, isCode: boolean): string {
  return terminalText(text).replace(/\s*\n/g, isCode ? "&#10;" : " ");
}

const nothing = "&#8203;";

function quietText(text: string): string {
  return text
    .replace(/&(?:#\d+|#x[0-9a-f]+|[a-z0-9]+);|[\s\S]/gi, (piece) => {
      if (piece === "&amp;" || /^[@#!~%$^:/&\\*[\]|`]$/.test(piece)) return piece + nothing;
      return piece;
    })
    .replace(/\bwww(?=\.)/gi, (found) => found + nothing)
    .replace(/([A-Za-z]-)(?=\d)/g, `$1${nothing}`)
    .replace(/[0-9a-f]{6}(?=[0-9a-f])/gi, (found) => found + nothing);
}
