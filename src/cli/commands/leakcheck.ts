// `storytree leakcheck --against PATH`: whether anything of this restricted tracker is in something public.

import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Leak } from "../../disclosure/find-leaks.ts";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import type { Command, CommandContext } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { schemaFiles, templateFiles } from "../package-files.ts";
import { progressLine, trackerAt } from "../tracker-at.ts";

export const leakcheckCommand: Command = {
  name: "leakcheck",
  summary: "look for words, texts, numbers, hashes and file names of private stories in anything public",
  details:
    "PATH is a repository (its whole history, unreachable objects and all), a built site, a pack, a mail, a log, or any folder. What is " +
    "found is said by place and sort; --show says what it is, which is for nobody else's eyes. Exit 5 when there is anything, also when " +
    "a file is packed so that it cannot be looked into (zip, xz, zstd …).",
  options: [
    { flags: "--against PATH", description: "what is or will be public" },
    { flags: "--harmless FILE", description: "a list of what was found before and is no leak; it can be published" },
    { flags: "--accept", description: "add what is found to that list, after somebody has looked at it" },
    { flags: "--show", description: "print what was found" },
  ],
  async run(context, _args, options) {
    const { findLeaks } = await import("../../disclosure/find-leaks.ts");
    const { piecesIn } = await import("../../disclosure/haystack.ts");
    const { readHarmless } = await import("../../disclosure/harmless.ts");
    const { gitProgram } = await import("../../tracker/git/process.ts");
    const { terminal, json, quiet } = context;
    const against = textOption(options, "against");
    if (against === undefined)
      throw new Failure("usage", "say what is to be looked at", { hint: "storytree leakcheck --against ../public" });
    const path = resolve(context.directory, against);
    if (!existsSync(path))
      throw new Failure("no-such-file", `there is nothing at "${against}"`, { hint: "check the path" });
    const list = textOption(options, "harmless");
    const listPath = list === undefined ? undefined : resolve(context.directory, list);
    if (flag(options, "accept") && listPath === undefined)
      throw new Failure("usage", "--accept adds to the list that --harmless names");
    const tracker = await trackerAt(context);
    if (tracker.visibility === "public")
      throw new Failure("not-restricted", "this tracker is public: there is nothing private to look for", {
        hint: "run it in the restricted one",
      });
    if (resolve(tracker.root) === path) throw new Failure("usage", "that is the restricted tracker itself");
    const harmless = readHarmless(listPath && existsSync(listPath) ? await readFile(listPath, "utf8") : null);
    const needles = await needlesFor(tracker, (story, why) =>
      terminal.err(`story ${story} has been disclosed, but ${terminalText(why)}: all of it counts as private here\n`),
    );
    const leaks: Leak[] = [];
    let known = 0;
    const line = progressLine(context);
    for await (const leak of findLeaks(piecesIn(path, gitProgram(terminal.variables)), needles)) {
      line.show(`looking: ${leak.place}`);
      if (harmless.has(leak)) known += 1;
      else leaks.push(leak);
    }
    line.end();
    if (flag(options, "accept") && listPath !== undefined) {
      await writeFile(listPath, harmless.with(leaks));
      if (!quiet) terminal.err(`${leaks.length} findings are known to be harmless now\n`);
      return 0;
    }
    report(context, leaks, flag(options, "show"));
    if (!json && !quiet)
      terminal.err(
        leaks.length === 0
          ? `nothing private was found${known > 0 ? ` (${known} known to be harmless)` : ""}\n`
          : `${leaks.length} signs of something private\n`,
      );
    return leaks.length > 0 ? 5 : 0;
  },
};

async function needlesFor(tracker: OpenTracker, cannotSay: (story: number, why: string) => void) {
  const { commonplace, needlesOf } = await import("../../disclosure/needles.ts");
  const { publicSibling } = await import("../../tracker/public-sibling.ts");
  const { loadTracker } = await import("../../tracker/tracker.ts");
  const own = await loadTracker(tracker.files);
  const sibling = await publicSibling(tracker);
  const common = [...(await schemaFiles()).values(), ...(await templateFiles("tracker")).values()];
  // What the public tracker had said before the first of these reports came in is nobody's secret.
  const since = [...own.stories.values()].map(({ data }) => data.created).sort()[0];
  if (sibling && since !== undefined) common.push(...(await textsBefore(sibling, since)));
  return needlesOf(own, tracker.files, sibling?.files, commonplace(common), tracker.run, cannotSay);
}

async function textsBefore({ run, objects }: OpenTracker, instant: string): Promise<string[]> {
  if (!run || !objects) return [];
  const { gitText } = await import("../../tracker/git/process.ts");
  const { commitFiles } = await import("../../tracker/commit-files.ts");
  const { isOid } = await import("../../tracker/git/revision.ts");
  const { limits } = await import("../../text/limits.ts");
  const commit = await gitText(run, ["rev-list", "--max-count=1", `--before=${instant}`, "HEAD", "--"]);
  if (!isOid(commit)) return [];
  const files = commitFiles(objects, commit);
  const said = ["log", "--max-count=50000", "--format=%an %ae %cn %ce %B", commit, "--"];
  const texts = [await gitText(run, said, { cap: 1 << 28 })];
  for await (const batch of files.read(files.list(), limits.fileBytes))
    for (const { file, bytes } of batch) if (bytes) texts.push(file.path, Buffer.from(bytes).toString("utf8"));
  return texts;
}

function report({ terminal, json }: CommandContext, leaks: readonly Leak[], show: boolean): void {
  if (json) {
    const shown = leaks.map(({ place, sort, value }) => ({ place, sort, ...(show ? { value } : {}) }));
    terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  const places = new Map<string, Leak[]>();
  for (const leak of leaks) places.set(leak.place, [...(places.get(leak.place) ?? []), leak]);
  for (const [place, found] of places) {
    const sorts = [...new Set(found.map(({ sort }) => sort))].map((sort) => {
      const values = found.filter((each) => each.sort === sort).map(({ value }) => value);
      return show && sort !== "text"
        ? `${sort} ${values.join(", ")}`
        : `${values.length} ${sort}${values.length === 1 ? "" : sort === "hash" ? "es" : "s"}`;
    });
    terminal.out(`${terminalText(place)}: ${terminalText(sorts.join("; "))}\n`);
  }
}
