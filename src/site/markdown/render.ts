// Untrusted Markdown to HTML: raw HTML is shown as text, addresses are checked, and a small allow-list has the last word.

import { Marked, type Token, type Tokens } from "marked";
import markedFootnote from "marked-footnote";
import sanitizeHtml from "sanitize-html";
import { limits } from "../../text/limits.ts";
import { nestsTooDeep } from "../../text/markdown-depth.ts";
import { escapeHtml, safeUrl } from "../escape.ts";
import type { MarkdownContext } from "./context.ts";
import { highlight } from "./highlight.ts";
import { plainProse } from "./plain-prose.ts";
import { escapeText, linkReferences, textOfTokens } from "./references.ts";

/** Safe HTML of a text. What is too long or nests too deep is shown as it was written. */
export function renderMarkdown(text: string, context: MarkdownContext): string {
  if (text.trim() === "") return "";
  if (Buffer.byteLength(text) > limits.renderedBytes || nestsTooDeep(text)) return plain(text);
  try {
    const simple = plainProse(text, context);
    if (simple !== null) return simple;
    current = context;
    inLink = 0;
    headings = [];
    return sanitizeHtml(numberedReturns(withoutLostReturns(marked.parse(text, { async: false }))), allowed);
  } catch (error) {
    // The parser recurses; what our look beforehand let through must still end in a page.
    if (error instanceof RangeError) return plain(text);
    throw error;
  }
}

/** Where a note is referred to more than once, each way back is numbered: the number belongs to its name. */
function numberedReturns(html: string): string {
  return html.replace(/(aria-label="Back to reference [^"]*)(">↩<sup>(\d+)<\/sup>)/g, "$1-$3$2");
}

/** Notes count references that stand where none is shown, such as in a picture's name: from there nobody came. */
function withoutLostReturns(html: string): string {
  const way = / <a href="#([^"]*)" data-footnote-backref[^>]*>↩(?:<sup>\d+<\/sup>)?<\/a>/g;
  if (html.search(way) === -1) return html;
  const ids = new Set(Array.from(html.matchAll(/<a id="([^"]*)"/g), ([, id]) => id));
  return html.replace(way, (link, id) => (ids.has(id) ? link : ""));
}

function plain(text: string): string {
  return `<pre class="plain">${escapeText(text.slice(0, 4 * limits.renderedBytes))}</pre>`;
}

// Rendering is synchronous, so one parser serves every text, one after the other; this is the text it is at.
let current: MarkdownContext;
// Inside a link nothing else becomes one.
let inLink = 0;
// The depths of the headings that the one being written stands below.
let headings: number[] = [];

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeText(text),
    text(token: Tokens.Text | Tokens.Escape | Tokens.Tag) {
      if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
      // marked hands over text as it was written, entities and all; those it knows are kept by the allow-list.
      return inLink > 0
        ? escapeText(unescapeEntities(token.text))
        : linkReferences(unescapeEntities(token.text), current);
    },
    heading({ tokens, depth }: Tokens.Heading) {
      const level = nextLevel(depth);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    code({ text, lang }: Tokens.Code) {
      const language = /^[a-z0-9+#-]{1,20}/i.exec(lang ?? "")?.[0].toLowerCase() ?? "";
      return `<pre><code>${highlight(text, language)}</code></pre>\n`;
    },
    codespan: ({ text }: Tokens.Codespan) => `<code>${escapeText(text)}</code>`,
    checkbox: ({ checked }: Tokens.Checkbox) =>
      `<input type="checkbox" disabled${checked ? " checked" : ""} aria-label="${checked ? "done" : "to do"}"> `,
    link({ href, title, tokens }: Tokens.Link) {
      inLink += 1;
      const words = this.parser.parseInline(tokens);
      inLink -= 1;
      const target = attachmentOf(href, current)?.href ?? safeUrl(href);
      return target === null || inLink > 0
        ? words
        : anchor(target, words.trim() === "" ? escapeText(href) : words, title);
    },
    paragraph({ tokens }: Tokens.Paragraph) {
      return `<p${tokens.every(isPicture) ? ' class="picture"' : ""}>${this.parser.parseInline(tokens)}</p>\n`;
    },
    image({ href, title, tokens }: Tokens.Image) {
      const file = attachmentOf(href, current);
      const name = unescapeEntities(textOfTokens(tokens)).trim();
      if (file?.isImage) {
        // Shown in a frame of one size, so that nothing moves when it arrives; the link shows it whole, and needs a name.
        const picture = `<img src="${escapeHtml(file.href)}" alt="${escapeHtml(name || file.name)}" loading="lazy">`;
        return inLink > 0 ? picture : anchor(file.href, picture, title);
      }
      // A remote picture would tell its server who reads this page.
      const target = file?.href ?? safeUrl(href);
      const words = escapeText(name || href);
      return target === null || inLink > 0 ? words : anchor(target, words, title);
    },
  },
});
marked.use(markedFootnote({ prefixId: "footnote-", description: "Footnotes" }));
marked.use({ extensions: [{ name: "footnoteRef", renderer: () => (inLink > 0 ? "" : false) }] });

/** The level of a heading on the page: people skip levels, pages must not. */
function nextLevel(depth: number): number {
  headings = [...headings.filter((above) => above < depth), depth];
  return Math.min(6, current.headingLevel + headings.length - 1);
}

function anchor(href: string, words: string, title: string | null | undefined): string {
  return `<a href="${escapeHtml(href)}"${title ? ` title="${escapeHtml(title)}"` : ""}>${words}</a>`;
}

/** Of what stands in a paragraph: a picture that is shown, linked or not, or the blank beside one. */
function isPicture(token: Token): boolean {
  if (token.type === "image") return attachmentOf(token.href, current)?.isImage === true;
  if (token.type === "link") return (token.tokens ?? []).length > 0 && token.tokens?.every(isPicture) === true;
  return token.raw.trim() === "";
}

function attachmentOf(href: string, context: MarkdownContext) {
  const written = /^attachment:(.+)$/s.exec(href)?.[1];
  if (written === undefined) return null;
  // A name may hold what looks like an escape.
  for (const name of [decoded(written), written]) {
    const file = context.attachment(name);
    if (file) return { ...file, name };
  }
  return null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": "\u00a0",
};

/** The few entities that people write on purpose; any other stays visible as it was written. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity);
}

const relative = /^(?:[#?]|\.{0,2}\/(?!\/)|[A-Za-z0-9_%.~-]+(?:[/?#]|$))/;

/** Footnotes are the only ids; each text of a page has its own. */
function onThisPage(attributes: Record<string, string>): Record<string, string> {
  const prefixed = Object.entries(attributes).map(([name, value]) => [
    name,
    value.replace(/^(#?)(?=footnote-)/, `$1${current.idPrefix}`),
  ]);
  return Object.fromEntries(prefixed) as Record<string, string>;
}

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      "p",
      "br",
      "hr",
      "blockquote",
      "pre",
      "code",
      "em",
      "strong",
      "del",
      "sup",
      "sub",
      "ul",
      "ol",
      "li",
      "input",
      "span",
    ],
    ...["h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "section"],
  ],
  allowedAttributes: {
    a: [
      "href",
      "title",
      "class",
      "rel",
      "id",
      "aria-label",
      "aria-describedby",
      "data-footnote-ref",
      "data-footnote-backref",
    ],
    img: ["src", "alt", "loading"],
    ol: ["start", "dir"],
    ul: ["dir"],
    li: ["id"],
    p: ["id", "class"],
    section: ["class", "data-footnotes", "aria-label"],
    input: ["type", "disabled", "checked", "aria-label"],
    span: ["class"],
    td: ["align"],
    th: ["align"],
  },
  allowedClasses: {
    a: ["work", "work-*", "person"],
    span: ["hljs-*", "bidi", "function_", "class_", "language_", "constant_"],
    section: ["footnotes"],
    p: ["sr-only", "picture"],
  },
  allowedSchemes: ["https", "http", "mailto"],
  allowedSchemesAppliedToAttributes: ["href", "src"],
  allowProtocolRelative: false,
  disallowedTagsMode: "escape",
  transformTags: {
    // Markers stand where the text begins, which in some scripts is on the right.
    ul: sanitizeHtml.simpleTransform("ul", { dir: "auto" }),
    ol: sanitizeHtml.simpleTransform("ol", { dir: "auto" }),
    section: sanitizeHtml.simpleTransform("section", { "aria-label": "Footnotes" }),
    // The label of the footnotes is no heading of the page.
    h2: (tagName, attributes) => ({ tagName: attributes.id ? "p" : tagName, attribs: onThisPage(attributes) }),
    li: (tagName, attributes) => ({ tagName, attribs: onThisPage(attributes) }),
    a: (tagName, attributes) => {
      const ours = relative.test(attributes.href ?? "");
      return {
        tagName,
        attribs: ours ? onThisPage(attributes) : { ...attributes, rel: "nofollow noopener noreferrer ugc" },
      };
    },
  },
};

/** The words of a text without its marks, for excerpts and descriptions. */
export function plainText(text: string, length: number): string {
  const words = text
    .slice(0, length * 8)
    .replace(/```[^\n]*\n?|~~~[^\n]*\n?|^#{1,6} |^>+ ?|[*_`]+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > length ? `${words.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…` : words;
}
