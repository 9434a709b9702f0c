// `storytree build --out DIR`: the site as files.

import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { packageRoot, programEdition } from "../package-files.ts";
import { catalogueOf, lookForProposals, progressBar, trackerAt } from "../tracker-at.ts";

export const buildCommand: Command = {
  name: "build",
  summary: "build the site as files",
  details:
    "Only a folder that is empty or that a build wrote is written to. Where it shows an earlier commit, what changed since is built and the rest stays; else the folder is replaced as a whole. Queries are judged at the commit's date, so that the same commit builds the same site. While a folder is brought up to date, pages of both commits stand side by side for a moment; with --switch, DIR becomes a link to one of two folders beside it, and is switched over when the other one is ready. Later builds go on like that by themselves.",
  options: [
    { flags: "--out DIR", description: "the folder to write" },
    { flags: "--url URL", description: "where the site is published, for feeds and the sitemap" },
    { flags: "--rev REV", description: "as of this commit" },
    { flags: "--full", description: "build everything anew" },
    {
      flags: "--switch",
      description: "keep two versions of the folder and switch a link over, so that readers see whole sites only",
    },
    { flags: "--now INSTANT", description: "judge queries at this moment, such as 2026-03-01T00:00:00Z" },
  ],
  async run(context, _args, options) {
    const out = textOption(options, "out");
    if (!out) throw new Failure("usage", "build needs to know where to write", { hint: "storytree build --out site" });
    const { asPublic } = await import("../../tracker/open.ts");
    const { buildSite } = await import("../../site/build.ts");
    const { siteOf } = await import("../../site/site.ts");
    const { templatesIn } = await import("../../site/templates.ts");
    const { buildWorkers } = await import("../build-workers.ts");
    const revision = textOption(options, "rev");
    const tracker = asPublic(await trackerAt(context, revision));
    const catalogue = await catalogueOf(context, tracker);
    const bar = progressBar(context, "building");
    try {
      const now =
        momentOf(textOption(options, "now")) ??
        momentOf(catalogue.commitTime ?? undefined) ??
        context.terminal.now().getTime();
      await lookForProposals(tracker, catalogue, now);
      const url = urlOf(textOption(options, "url"));
      const templates = templatesIn(join(packageRoot(), "templates", "site"));
      const site = siteOf({ tracker, catalogue, now, url, templates });
      const start = {
        directory: context.directory,
        revision,
        now,
        url,
        proposals: catalogue.proposals,
        variables: { ...context.terminal.variables },
      };
      const summary = await buildSite(site, {
        out: resolve(context.directory, out),
        keepOut: [tracker.root, ...(tracker.repository ? [tracker.repository.gitDir] : [])],
        progress: bar.show,
        // Whoever proposes something changes pages without a commit.
        edition: `${await programEdition()} ${digestOf(catalogue.proposals)}`,
        objects: (await showsCommit(tracker)) ? (tracker.objects ?? undefined) : undefined,
        full: flag(options, "full"),
        switched: flag(options, "switch"),
        workers: tracker.repository && site.heads().length >= manyStories ? buildWorkers(start) : undefined,
      });
      bar.end();
      const broken = catalogue.broken().length;
      if (context.json) context.terminal.out(`${JSON.stringify({ ...summary, broken })}\n`);
      else if (!context.quiet) {
        const megabytes = (summary.bytes / 1_000_000).toFixed(1);
        const what = summary.whole
          ? `${megabytes} MB`
          : `${summary.written} of them written (${megabytes} MB), ${summary.removed} removed`;
        context.terminal.err(`${summary.pages} pages, ${summary.files} files, ${what} in ${out}\n`);
        if (site.base === null)
          context.terminal.err(
            'no sitemap, and feeds with relative links: "--url" or tracker.yaml says where the site is\n',
          );
        if (broken > 0)
          context.terminal.err(
            `${broken} ${broken === 1 ? "file needs" : "files need"} repair: "storytree validate" says what is wrong\n`,
          );
      }
      return 0;
    } finally {
      bar.end();
      catalogue.close();
    }
  },
};

/** Fewer are rendered before another thread has started. */
const manyStories = 500;

/** Whether nothing but a commit is shown: no edits of a working tree on top of it. */
async function showsCommit(tracker: OpenTracker): Promise<boolean> {
  if (tracker.commit !== null) return true;
  if (tracker.head === null || !tracker.run || !tracker.objects) return false;
  const { dirtyPaths } = await import("../../tracker/dirty-paths.ts");
  return (await dirtyPaths(tracker.run, tracker.objects)).length === 0;
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

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
