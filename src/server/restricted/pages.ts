// The few pages of the restricted server itself: they say the same to everybody.

import { escapeHtml } from "../../site/escape.ts";
import { readOnly } from "../answer.ts";

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

/** What is said instead of an answer: a sentence for programs, a page for people. */
export interface Notice {
  readonly sentence: string;
  readonly page: string;
}

function notice(title: string, sentence: string, more = ""): Notice {
  return {
    sentence,
    page: plainPage(title, `<p>${escapeHtml(`${sentence[0]?.toUpperCase()}${sentence.slice(1)}`)}.${more}</p>`),
  };
}

export const notices = {
  signIn: notice("Sign in", "this tracker is for those it names", ' <a href="/login">Sign in</a>'),
  signedOut: notice("Signed out", "you have signed out", ' <a href="/login">Sign in again</a>'),
  stranger: notice(
    "Not known here",
    "you have signed in, and nobody of that identity is known to this tracker; its team can add it to a person",
  ),
  failed: notice("Not signed in", "that did not work", ' <a href="/login">Try again</a>'),
  refused: notice("Refused", "this request came from another site, or is not one of ours"),
  long: notice("Too long", "the address is too long"),
  readOnly: notice("Only reading", readOnly),
  busy: notice("Too many requests", "too many requests: wait a minute"),
  broken: notice("Something went wrong", "it is our fault, and has been noted"),
} satisfies Record<string, Notice>;

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
