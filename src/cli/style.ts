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
