// One escaper per context; templates escape for HTML by themselves.

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text inside HTML, in an attribute or between tags. */
export function escapeHtml(text: string): string {
  // Most texts hold none of them, and looking is quicker than replacing nothing.
  return !/[&<>"']/.test(text) ? text : text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}

/** Text inside Atom: what XML 1.0 has no place for goes. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML refuses these
  return escapeHtml(text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ""));
}

/** An address from a stranger: https, http or mailto, else nothing. */
export function safeUrl(url: string): string | null {
  // Browsers drop tabs and line breaks, and trim controls, before they look at the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x20\x7f]/.test(url.trim()) && /[\x00-\x1f\x7f]/.test(url)) return null;
  // Without slashes it would lead on from the page that shows it, where that is of the same scheme.
  if (/^\s*https?:(?!\/\/)/i.test(url)) return null;
  try {
    const { protocol } = new URL(url);
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:" ? url : null;
  } catch {
    return null;
  }
}
