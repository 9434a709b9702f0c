// What may be attached: not too large, no program, and nothing that pretends to be something else.

import { fileType } from "../file-type.ts";
import type { Rule } from "../rule.ts";

export const attachmentRefused: Rule = {
  code: "attachment-refused",
  summary: "An attachment is small enough, runs nothing when it is opened, and its content is what its name says.",
  why: "Readers open attachments by their name: a program called picture.png is a trap.",

  *attachment({ path, name, size, bytes }, { limit }) {
    if (size > limit) {
      const message = `the attachment has ${size} bytes, more than the ${limit} that are allowed`;
      yield { path, message, hint: "compress it, or link to it" };
      return;
    }
    const content = fileType(bytes);
    if (content === "program") {
      yield { path, message: "the attachment is a program", hint: "attach its source, or say where it can be had" };
      return;
    }
    const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
    const claimed = Object.hasOwn(claims, ending) ? (claims[ending] as string) : undefined;
    if (claimed !== undefined && content !== claimed && !(isText(claimed) && isText(content))) {
      const seems = content === "text" || content === "data" ? "is not" : `is ${content}`;
      const message = `the attachment's name says it is ${claimed}, its content ${seems}`;
      yield { path, message, hint: "give it the ending of what it is" };
      return;
    }
    if (
      (content === "svg" || /^(?:x?html?|xht)$/.test(ending)) &&
      scripted.test(Buffer.from(bytes).toString("latin1"))
    ) {
      const message = "the attachment runs a script when it is opened";
      yield { path, message, hint: "take the script out, or attach a picture of it" };
    }
  },
};

/** What an ending promises. */
const claims: Readonly<Record<string, string>> = {
  ...{ png: "png", jpg: "jpeg", jpeg: "jpeg", gif: "gif", webp: "webp", bmp: "bmp", tif: "tiff", tiff: "tiff" },
  ...{ ico: "ico", avif: "avif", heic: "heic", svg: "svg", pdf: "pdf", zip: "zip", gz: "gzip", tgz: "gzip" },
  ...{ bz2: "bzip2", xz: "xz", "7z": "7z", rar: "rar", zst: "zstd" },
  ...{ txt: "text", log: "text", md: "text", patch: "text", diff: "text", csv: "text", json: "text", yaml: "text" },
};

/** Text comes in many encodings, some of which look like data. */
const isText = (type: string) => type === "text" || type === "data" || type === "svg";

const scripted =
  /<script[\s>/]|<foreignObject[\s>]|<[a-z][^<>]*\s(?:on[a-z]{3,20}\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text\/html))/i;
