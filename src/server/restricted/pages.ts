// The few pages of the restricted server itself: they say the same to everybody.

import { escapeHtml } from "../../site/escape.ts";

/** A page of one heading and a few lines of HTML that is ours. */
export function plainPage(title: string, content: string, head = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="color-scheme" content="light dark">
${head}<link rel="stylesheet" href="/style.css">
</head>
<body><main id="main"><h1>${escapeHtml(title)}</h1>
${content}
</main></body>
</html>
`;
}

export const signInPage = plainPage(
  "Sign in",
  '<p>This tracker is for those it names. <a href="/login">Sign in</a></p>',
);

export const signedOutPage = plainPage("Signed out", '<p><a href="/login">Sign in again</a></p>');

export const strangerPage = plainPage(
  "Not known here",
  "<p>You have signed in, and nobody of that identity is known to this tracker. Its team can add it to a person.</p>",
);

export const failedPage = plainPage("Not signed in", '<p>That did not work. <a href="/login">Try again</a></p>');

export const refusedPage = plainPage("Refused", "<p>This request came from another site, or is not one of ours.</p>");

export const brokenPage = plainPage("Something went wrong", "<p>It is our fault, and has been noted.</p>");

/** Goes on by itself, as a step within this site and no longer from the provider's. */
export function onwardPage(to: string): string {
  const address = escapeHtml(to);
  return plainPage(
    "Signed in",
    `<p><a href="${address}">Go on</a></p>`,
    `<meta http-equiv="refresh" content="0;url=${address}">\n`,
  );
}

export function accountPage(person: string): string {
  return plainPage(
    "Your account",
    `<p>You are ${escapeHtml(person)}.</p>
<form method="post" action="/logout"><button>Sign out</button></form>
<form method="post" action="/logout-everywhere"><button>Sign out everywhere</button></form>
<p><a href="/">Back to the tracker</a></p>`,
  );
}
