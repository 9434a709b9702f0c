// The words of a text, as search sees them: case and accents do not count; scripts without blanks are cut letter by letter.

const plain = /[a-z0-9]+/g;

/** The words, folded, in order. A word is a run of letters and digits. */
export function tokens(text: string): string[] {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(lower)) return lower.match(plain) ?? [];
  // Up and down again, since case is more than a letter's size: "ß" is "SS" and "ς" is "Σ" in capitals.
  const folded = lower.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase().replaceAll("ς", "σ");
  // Written here, since reading it takes a millisecond, and most programs never come by.
  const word =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{Co}]+?(?=$|[^\p{L}\p{N}\p{Co}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;
  return folded.match(word) ?? [];
}
