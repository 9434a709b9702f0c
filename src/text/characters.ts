// Characters that deceive a reader or a machine: controls, bidi controls, invisible ones.

/** Why a character is refused; `name` is how it is written in a message, e.g. "U+202E". */
export interface BadCharacter {
  readonly offset: number;
  readonly kind: "control" | "bidi" | "invisible";
  readonly name: string;
}

// Anything outside printable ASCII, LF and tab is worth a second look; the rest of the world's text is clean by far most of the time.
const suspectInFrontMatter = /[^\n\x20-\x7e]/;
const refusedInFrontMatter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}\u{1d173}-\u{1d17a}]/gu;
const emojiJoin = /^\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]{0,2}\u200d\p{Extended_Pictographic}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const refusedInBody = /[\x00\r\u202a-\u202e\u2066-\u2069]/g;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;

/** Front matter holds no control, bidi, zero-width or tag characters; a joiner inside an emoji sequence is text. */
export function badInFrontMatter(text: string): BadCharacter | undefined {
  if (!suspectInFrontMatter.test(text)) return undefined;
  for (const match of text.matchAll(refusedInFrontMatter)) {
    if (match[0] === "\u200d" && joinsEmoji(text, match.index)) continue;
    return describe(match[0], match.index);
  }
  return undefined;
}

/** A body holds no NUL, no carriage return, and nothing that reorders the text around it. */
export function badInBody(text: string, from: number): BadCharacter | undefined {
  refusedInBody.lastIndex = from;
  const match = refusedInBody.exec(text);
  return match ? describe(match[0], match.index) : undefined;
}

/** One value as it came out of an escape or a foreign file: the same rule as for front matter. */
export function badInValue(value: string): BadCharacter | undefined {
  return badInFrontMatter(value) ?? (value.includes("\n") ? describe("\n", value.indexOf("\n")) : undefined);
}

/** The text without what front matter refuses, for importers: line breaks and tabs become blanks, the rest goes. */
export function cleanValue(text: string): string {
  return text
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, " ")
    .replace(refusedInFrontMatter, (found, offset: number, whole: string) =>
      found === "\u200d" && joinsEmoji(whole, offset) ? found : "",
    )
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The text without what a body refuses, for importers: CRLF becomes LF, the rest goes. */
export function cleanBody(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(refusedInBody, "");
}

// Small letters of other scripts that pass for Latin ones in most fonts.
const lookAlikes = "аеорсухѕіјһԁԛԝьӏᴦοαικνρτυχγηϲϳօոսհցքаАВЕКМНОРСТУХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
const mixed = new RegExp(
  `(?<![\\p{L}])(?=[${lookAlikes}a-zA-Z]*[a-zA-Z])(?=[a-zA-Z]*[${lookAlikes}])[${lookAlikes}a-zA-Z]+(?![\\p{L}])`,
  "u",
);

/** Whether a word is made of Latin letters and of others that look like them, so that nobody sees which is which. */
export function mixesLookAlikes(text: string): boolean {
  return mixed.test(text);
}

function joinsEmoji(text: string, at: number): boolean {
  // The pictograph before the joiner starts one to five units earlier: a surrogate pair, perhaps a skin tone or a variation selector.
  for (let start = Math.max(0, at - 6); start < at; start += 1) {
    const match = emojiJoin.exec(text.slice(start, at + 3));
    if (match && start + match[0].indexOf("\u200d") === at) return true;
  }
  return false;
}

function describe(character: string, offset: number): BadCharacter {
  const code = character.codePointAt(0) ?? 0;
  return {
    offset,
    kind: bidi.test(character) ? "bidi" : control.test(character) ? "control" : "invisible",
    name: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
  };
}
