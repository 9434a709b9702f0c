// What may be attached: not too large, and nothing that pretends to be something else.

import type { Rule } from "../rule.ts";

export const attachmentRefused: Rule = {
  code: "attachment-refused",
  summary: "An attachment is small enough, and its content is what its name says.",
  why: "Readers open attachments by their name: a program called picture.png is a trap.",

  *attachment({ path, name, size, head }, { limit }) {
    if (size > limit) {
      yield {
        path,
        message: `the attachment has ${size} bytes, more than the ${limit} that are allowed`,
        hint: "compress it, or link to it",
      };
      return;
    }
    const content = sniff(head);
    if (content === "program") {
      yield { path, message: "the attachment is a program", hint: "attach its source, or say where it can be had" };
      return;
    }
    const claimed = pictures[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ""];
    if (claimed !== undefined && content !== claimed) {
      yield {
        path,
        message: `the attachment's name says it is a picture (${claimed}), its content does not`,
        hint: "give it the ending of what it is",
      };
    }
  },
};

const pictures: Readonly<Record<string, string>> = { png: "png", jpg: "jpeg", jpeg: "jpeg", gif: "gif", webp: "webp" };

/** What the first bytes say a file is. */
function sniff(head: Uint8Array): string {
  const text = Buffer.from(head).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  if (/^GIF8[79]a/.test(text)) return "gif";
  if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return "webp";
  if (/^(?:\x7fELF|MZ|\xfe\xed\xfa|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)/.test(text)) return "program";
  return "other";
}
