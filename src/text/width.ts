// How wide text is where every letter takes a column or two: a terminal, a commit's subject.

/** How many columns a text takes: wide East Asian letters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    const wide =
      /\p{Emoji_Presentation}|\ufe0f/u.test(segment) ||
      /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        segment,
      );
    width += wide ? 2 : /^\p{M}+$/u.test(segment) ? 0 : 1;
  }
  return width;
}

/** The text cut to a width, ending in "…" when something was cut. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The text filled up with blanks to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
