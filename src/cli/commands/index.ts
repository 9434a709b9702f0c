// `storytree index`: brings the index up to date, or makes it anew.

import type { Command } from "../command.ts";
import { trackerWithCatalogue } from "../tracker-at.ts";

export const indexCommand: Command = {
  name: "index",
  summary: "bring the index up to date",
  details: "Other commands do so by themselves. The index lies in the git directory; deleting it is always safe.",
  async run(context) {
    const { catalogue } = await trackerWithCatalogue(context);
    try {
      const { total } = catalogue;
      const broken = catalogue.broken().length;
      if (context.json)
        context.terminal.out(`${JSON.stringify({ commit: catalogue.commit, stories: total, broken })}\n`);
      else {
        const at = catalogue.commit ? ` at ${catalogue.commit.slice(0, 10)}` : "";
        context.terminal.out(
          `${total} stories${at}${broken > 0 ? `, ${broken} ${broken === 1 ? "file needs" : "files need"} repair` : ""}\n`,
        );
      }
      return 0;
    } finally {
      catalogue.close();
    }
  },
};
