// No link leads nowhere, whatever a tracker holds: every page of sites of trackers made at random, and every old address.

import { join, posix } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { answerOf } from "../../src/site/answer.ts";
import { buildSite } from "../../src/site/build.ts";
import { siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { asPublic } from "../../src/tracker/open.ts";
import { newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { linksOf } from "../support/links.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, now, opened, story } from "../support/random-tracker.ts";
import { isThorough } from "../support/thorough.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));

/** What people write in texts to lead elsewhere, some of it to what is not there. */
const mention = fc.constantFrom(
  ...["#10000000", "story 10001001", "task 20000000", "#99999999", "@alice", "@core", "@nobody"],
  ...[
    "[it](attachment:a.txt)",
    "![it](attachment:none.png)",
    "note[^1]\n\n[^1]: there",
    "[up](../x)",
    "[on](#story-x)",
  ],
  ...["LP: #42", "see lists/asked.md", "# Heading", "[to](#heading)"],
);

test("every link leads to a page that is there, and every old address to its story", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(story, fc.array(mention, { maxLength: 4 })), { minLength: 1, maxLength: 8 }),
      async (stories) => {
        const files = filesOf(
          stories.map(([each, words]) => ({ ...each, body: `${each.body}\n\n${words.join("\n\n")}\n` })),
        );
        const tracker = asPublic(opened(memoryFiles(files)));
        const catalogue = await openIndex(tracker, { now });
        const site = siteOf({ tracker, catalogue, now, templates, url: "https://x.example" });
        const out = join(newFolder(), "site");
        await buildSite(site, { out, keepOut: [] });
        const pages = readFolder(out);
        const lost: string[] = [];
        for (const [path, bytes] of pages) {
          if (!path.endsWith(".html")) continue;
          for (const { link, file, anchor } of linksOf(path, bytes.toString()))
            if (!pages.has(file)) lost.push(`${path}: ${link}`);
            else if (anchor && !pages.get(file)?.includes(` id="${anchor}"`)) lost.push(`${path}: no ${link}`);
        }
        expect(lost).toEqual([]);
        const numbers = [...files.values()].flatMap((text) =>
          [...text.matchAll(/launchpad:(\d+)/g)].map((match) => match[1]),
        );
        for (const number of numbers) {
          expect([number, pages.has(`bugs/${number}.html`)]).toEqual([number, true]);
          const answer = await answerOf(site, `/bugs/${number}`, new URLSearchParams());
          const [target = ""] = posix.join("bugs", answer?.location ?? "").split("#");
          expect([number, answer?.status, pages.has(target)]).toEqual([number, 301, true]);
        }
        catalogue.close();
      },
    ),
    { numRuns: isThorough ? 200 : 4 },
  );
});
