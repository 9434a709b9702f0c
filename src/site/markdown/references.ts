// Numbers and names in prose: #48213377, story 48213377, commit 1f2e3d4 and @alice become links, where there is something to link to.

import type { Tokens } from "marked";
import { escapeHtml } from "../escape.ts";
import type { MarkdownContext } from "./context.ts";

const reference =
  /(?<![\p{L}\p{N}_&#/.])(?:(#|(?:story|task) #?)([1-9]\d{0,7})(?![\p{L}\p{N}_])|(?:commit )?([0-9a-f]{7,40})(?![\p{L}\p{N}_])|@([a-z0-9][a-z0-9._-]*[a-z0-9]|[a-z0-9]))/giu;

/** The HTML of a piece of plain text. */
export function linkReferences(text: string, context: MarkdownContext): string {
  let html = "";
  let at = 0;
  for (const match of text.matchAll(reference)) {
    const link = linkOf(match, context);
    if (link === null) continue;
    html += escapeText(text.slice(at, match.index)) + link;
    at = match.index + match[0].length;
  }
  return html + escapeText(text.slice(at));
}

function linkOf(match: RegExpExecArray, context: MarkdownContext): string | null {
  const [whole, , number, commit, name] = match;
  if (number !== undefined) {
    const work = context.work(Number(number));
    if (!work) return null;
    const title = escapeHtml(`${work.title} (${work.status})`);
    return `<a class="work work-${escapeHtml(work.status)}" href="${escapeHtml(work.href)}" title="${title}">${escapeHtml(whole)}</a>`;
  }
  if (commit !== undefined) {
    const found = context.commit(commit.toLowerCase());
    if (!found) return null;
    return `<a class="commit" href="${escapeHtml(found.href)}" title="${escapeHtml(found.subject)}" rel="nofollow noopener noreferrer">${escapeHtml(whole)}</a>`;
  }
  const person = name === undefined ? null : context.person(name.toLowerCase());
  return (
    person &&
    `<a class="person" href="${escapeHtml(person.href)}" title="${escapeHtml(person.name)}">${escapeHtml(whole)}</a>`
  );
}

/** Text, with characters that would reorder the page shown for what they are. */
export function escapeText(text: string): string {
  return escapeHtml(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `<span class="bidi">U+${code}</span>`;
  });
}

export function textOfTokens(tokens: readonly Tokens.Generic[]): string {
  return tokens
    .map((token) => (token.tokens ? textOfTokens(token.tokens) : String(token.text ?? token.raw ?? "")))
    .join("");
}
