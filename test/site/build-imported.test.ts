// A site of what an import brought, brought up to date: what its own files tell of the time before, lists in other orders, links that go.

import { join } from "node:path";
import { expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { buildSite } from "../../src/site/build.ts";
import { siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import { commit, differences, newFolder, newRepository, projectRoot } from "../support/folder.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));
const program = gitProgram({ PATH: process.env.PATH });

/** The site in `out` brought to HEAD, and what of it is other than in one that is made anew; and whether it was made anew itself. */
async function brought(
  folder: string,
  out: string,
): Promise<{ readonly differ: readonly string[]; readonly whole: boolean }> {
  const tracker = asPublic(await openTracker(folder, program, "HEAD"));
  const catalogue = await openIndex(tracker, { now: Date.parse("2026-11-24T12:00:00Z") });
  const site = () => siteOf({ tracker, catalogue, now: Date.parse(catalogue.commitTime ?? ""), templates });
  const options = { keepOut: [folder], objects: tracker.objects ?? undefined };
  const anew = join(newFolder(), "site");
  const { whole } = await buildSite(site(), { ...options, out });
  await buildSite(site(), { ...options, out: anew });
  catalogue.close();
  tracker.objects?.close();
  return { differ: differences(out, anew), whole };
}

const header = "author: alice\ncreated: 2020-01-01T00:00:00Z\n";
const story = (title: string, more = "") => `---\ntitle: ${title}\n${header}${more}---\n`;
const task = (status: string) => `---\nproject: a/b\nstatus: ${status}\n${header}---\n`;
const said = "---\nauthor: alice\n---\nHm.\n";
const list = (query: string) => `---\ntitle: L\nquery: "${query}"\n---\n`;
const folders = Array.from({ length: 22 }, (_, nth) => `stories/000/${20_000 + nth}000`);
const [one = "", two = "", three = ""] = folders;

async function imported() {
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: A\nvisibility: public\n",
    "lists/l.md": list("sort:updated"),
  });
  const brings = {
    ...Object.fromEntries(folders.map((each, nth) => [`${each}/story.md`, story(`Story ${nth}`)])),
    [`${one}/tasks/10000000.md`]: task("merged"),
    [`${one}/comments/20220301T100000Z-aaaa.md`]: said,
    [`${two}/tasks/11000000.md`]: task("merged"),
    // A clock that ran ahead there.
    [`${two}/comments/20990301T100000Z-aaaa.md`]: said,
    [`${three}/story.md`]: story("Three", "related:\n  - 20003000\n"),
  };
  commit(folder, brings, "Import", "2026-03-01T12:00:00Z");
  const out = join(newFolder(), "site");
  await brought(folder, out);
  return { folder, out };
}

test.each<[string, Record<string, string | null>]>([
  ["a comment from before it came", { [`${one}/comments/20240301T100000Z-bbbb.md`]: said }],
  ["a comment that goes", { [`${one}/comments/20220301T100000Z-aaaa.md`]: null }],
  ["a change of what had a comment of the future", { [`${two}/story.md`]: story("Otherwise") }],
  ["a task more from before", { [`${one}/tasks/12000000.md`]: task("merged") }],
  ["a list in the order of reporting", { "lists/l.md": list("sort:created") }],
  ["a story that others are related to, and that goes", { [`${folders[3]}/story.md`]: null }],
  ["fields that a commit changes", { [`${three}/story.md`]: story("Three", "triage: confirmed\n") }],
])("%s makes no difference to how the site came to be", async (_, files) => {
  const { folder, out } = await imported();
  commit(folder, files, "Later", "2026-04-01T12:00:00Z");
  expect(await brought(folder, out)).toEqual({ differ: [], whole: false });
  // And back.
  commit(
    folder,
    { "lists/l.md": list("sort:updated"), [`${two}/tasks/11000000.md`]: task("todo") },
    "Last",
    "2026-04-02T12:00:00Z",
  );
  expect(await brought(folder, out)).toEqual({ differ: [], whole: false });
});
