// A whole number given to an option.

import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";

/** The number, or `otherwise` when the option was not given. Failure "usage" for anything else. */
export function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure("usage", `${option} takes a whole number, not ${quote(text)}`);
}
