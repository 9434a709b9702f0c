// What a page may load and where its forms lead: the server says it in a header, each page in its head for hosts that send none.

/** Directives of a Content-Security-Policy, and what each allows. */
export const contentPolicy: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "style-src": ["'self'"],
  "script-src": ["'self'"],
  "img-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
};

/** The same as a page's head says it. */
export const writtenPolicy = Object.entries(contentPolicy)
  .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
  .join("; ");
