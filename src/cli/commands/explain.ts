// `storytree explain CODE`: why a finding is one; `storytree explain query`: the query language.

import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Command } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  arguments: "[code]",
  summary: "say what a finding's code means, and why it matters; or, with query, the query language",
  paged: true,
  async run({ terminal, style, json }, [code]) {
    if (code === "query") {
      const { queryHelp } = await import("../query-help.ts");
      terminal.out(queryHelp(style));
      return 0;
    }
    const { explanations } = await import("../../validate/explanations.ts");
    const all = explanations();
    if (code === undefined) {
      if (json) terminal.out(`${JSON.stringify(all, null, 2)}\n`);
      else for (const each of all) terminal.out(`${style.bold(each.code)}  ${each.summary}\n`);
      return 0;
    }
    const found = all.find((each) => each.code === code);
    if (!found) {
      const guess = nearest(
        code,
        all.map((each) => each.code),
      );
      terminal.err(`storytree: there is no finding with the code ${quote(code)}\n`);
      if (guess) terminal.err(`  hint: did you mean "${guess}"?\n`);
      return 1;
    }
    terminal.out(
      json ? `${JSON.stringify(found, null, 2)}\n` : `${style.bold(found.code)}\n${found.summary}\n${found.why}\n`,
    );
    return 0;
  },
};
