// Colour and width on a terminal; without one, plain text.

export interface Style {
  readonly color: boolean;
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

/** `when` as `--color` gives it; NO_COLOR and a dumb terminal count as "never" for "auto". */
export function styleOf(
  when: "auto" | "always" | "never",
  columns: number | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Style {
  const automatic = columns !== undefined && !variables.NO_COLOR && variables.TERM !== "dumb";
  const color = when === "always" || (when === "auto" && automatic);
  const paint = (start: number, end: number) => (text: string) =>
    color && text !== "" ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return {
    color,
    width: columns ?? Number.POSITIVE_INFINITY,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
  };
}

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
