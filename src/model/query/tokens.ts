// The words of a text, as search sees them: case and accents do not count; scripts without blanks are cut letter by letter.

const plain = /[a-z0-9]+/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ascii = /^[\x00-\x7f]*$/;

/** Whether a text cannot hold a word, which is told without cutting it into its words; false where that is not sure. */
export function surelyLacks(text: string, word: string): boolean {
  return ascii.test(text) && !text.toLowerCase().includes(word);
}

/** Whether a word is a letter of a script that is cut letter by letter: no other word begins with it. */
export function standsAlone(word: string): boolean {
  return !ascii.test(word) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u.test(word);
}

/** A text without case and accents. */
function fold(lower: string): string {
  if (ascii.test(lower)) return lower;
  // Up and down again, since case is more than a letter's size: "ß" is "SS" and "ς" is "Σ" in capitals.
  const bare = lower.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return bare.replace(/[æœøłđðþħŧ]/g, (letter) => spelled[letter] ?? letter);
}

/** Letters whose stroke or joint is a part of them, as who lacks them on a keyboard writes them. */
const spelled: Readonly<Record<string, string>> = {
  ...{ æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t" },
};

/** What a title is sorted by: by the alphabet, whatever its case and accents; those that differ in nothing else by these. */
export function titleKey(title: string): string {
  return `${fold(title.toLowerCase())}\0${title}`;
}

/** The words, folded, in order. A word is a run of letters and digits. */
export function tokens(text: string): string[] {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower.match(plain) ?? [];
  const folded = fold(lower);
  // Written here, since reading it takes a millisecond, and most programs never come by.
  const word =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{Co}]+?(?=$|[^\p{L}\p{N}\p{Co}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;
  return folded.match(word) ?? [];
}
