// How wide text is where every letter takes a column or two: a terminal, a commit's subject.

/** How many columns a text takes: wide East Asian letters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = 0;
  for (const segment of graphemesOf(text)) {
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
  if (isNarrow(text)) return `${text.slice(0, Math.max(0, width - 1))}…`;
  let kept = "";
  let used = 1;
  for (const segment of graphemesOf(text)) {
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

/** Whether its letters take one column each and join with nothing: Latin ones, punctuation, arrows. None of them is a control character. */
export function isNarrow(text: string): boolean {
  return !notNarrow.test(text);
}

const notNarrow = /[^\x20-\x7e\xa0-\xac\xae-\u02af\u2010-\u2027\u2190-\u21ff]/;

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one letter; cutting text up so takes a table that is long in loading. */
function* graphemesOf(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
