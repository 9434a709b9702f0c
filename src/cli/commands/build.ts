// `storytree build --out DIR`: the site as files.

import { join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import { packageRoot } from "../package-files.ts";
import { catalogueOf, lookForProposals, progressBar, trackerAt } from "../tracker-at.ts";

export const buildCommand: Command = {
  name: "build",
  summary: "build the site as files",
  details:
    "The folder is replaced as a whole, and only when a build wrote it. Queries are judged at the commit's date, so that the same commit builds the same site.",
  options: [
    { flags: "--out DIR", description: "the folder to write" },
    { flags: "--url URL", description: "where the site is published, for feeds and the sitemap" },
    { flags: "--rev REV", description: "as of this commit" },
    { flags: "--now INSTANT", description: "judge queries at this moment, such as 2026-03-01T00:00:00Z" },
  ],
  async run(context, _args, options) {
    const out = textOption(options, "out");
    if (!out) throw new Failure("usage", "build needs to know where to write", { hint: "storytree build --out site" });
    const { asPublic } = await import("../../tracker/open.ts");
    const { buildSite } = await import("../../site/build.ts");
    const { siteOf } = await import("../../site/site.ts");
    const { templatesIn } = await import("../../site/templates.ts");
    const tracker = asPublic(await trackerAt(context, textOption(options, "rev")));
    const catalogue = await catalogueOf(context, tracker);
    const bar = progressBar(context, "building");
    try {
      const now =
        momentOf(textOption(options, "now")) ??
        momentOf(catalogue.commitTime ?? undefined) ??
        context.terminal.now().getTime();
      await lookForProposals(tracker, catalogue, now);
      const site = siteOf({
        tracker,
        catalogue,
        now,
        url: urlOf(textOption(options, "url")),
        templates: templatesIn(join(packageRoot(), "templates", "site")),
      });
      const keepOut = [tracker.root, ...(tracker.repository ? [tracker.repository.gitDir] : [])];
      const summary = await buildSite(site, { out: resolve(context.directory, out), keepOut, progress: bar.show });
      bar.end();
      const broken = catalogue.broken().length;
      if (context.json) context.terminal.out(`${JSON.stringify({ ...summary, broken })}\n`);
      else if (!context.quiet) {
        const megabytes = (summary.bytes / 1_000_000).toFixed(1);
        context.terminal.err(`${summary.pages} pages, ${summary.files} files, ${megabytes} MB in ${out}\n`);
        if (broken > 0) context.terminal.err(`${broken} files need repair: "storytree validate" says what is wrong\n`);
      }
      return 0;
    } finally {
      bar.end();
      catalogue.close();
    }
  },
};

function urlOf(url: string | undefined): string | undefined {
  if (url === undefined || /^https?:\/\/[^\s<>"?#]+$/i.test(url)) return url;
  throw new Failure("usage", `"${url}" is not an address`, { hint: "such as https://tracker.example.org" });
}

function momentOf(instant: string | undefined): number | undefined {
  if (instant === undefined) return undefined;
  const time = Date.parse(instant);
  if (Number.isNaN(time))
    throw new Failure("usage", `"${instant}" is not a moment`, { hint: "such as 2026-03-01T00:00:00Z" });
  return time;
}
