// What is said where nothing answers to a REF: of a story that was there once, where it still is.

import type { Catalogue } from "../index/catalogue.ts";
import { quote } from "../text/quote.ts";
import type { CommandContext } from "./command.ts";

export function sayMissing({ terminal }: CommandContext, catalogue: Catalogue, ref: string): void {
  terminal.err(`storytree: there is no ${quote(ref)} here\n`);
  const digits = /^#?(?:story\/)?([1-9]\d{0,7})$/.exec(ref)?.[1];
  const last = digits === undefined ? undefined : catalogue.turns(Number(digits)).findLast(({ task }) => task === 0);
  if (last?.standing === "gone")
    terminal.err(`  hint: it was removed; --rev ${last.commit.slice(0, 10)}^ shows it as it was\n`);
}
