// The reminder at the beginning of an embargoed story: written when it is opened, taken out when it is disclosed.

/** By these words validation knows it, in a public tracker too. */
const sign = /This issue is being treated as a potential security risk under\s+(?:>\s*)?embargo/i;

/** The reminder, as a Markdown quotation; `until` is an instant. */
export function reminderText(until: string): string {
  return [
    "> This issue is being treated as a potential security risk under embargo.",
    "> Say nothing of it in public before it is disclosed: not in mailing lists, code review, chat or other trackers. Tell nobody who",
    "> is not named in its access, and pass this reminder on to whoever is let in. Fixes are attached here, and go nowhere else.",
    `> The embargo ends on ${until} at the latest, fix or no fix.`,
    "",
    "",
  ].join("\n");
}

/** The body without the quotation that holds the reminder. */
export function withoutReminder(body: string): string {
  return body
    .replace(/(?:^|\n)(?:>[^\n]*(?:\n|$))+/g, (quotation) =>
      sign.test(quotation) ? (quotation.startsWith("\n") ? "\n" : "") : quotation,
    )
    .replace(/^\n+/, "");
}

/** Whether any of the reminder is left in a text. */
export function holdsReminder(text: string): boolean {
  return sign.test(text);
}
