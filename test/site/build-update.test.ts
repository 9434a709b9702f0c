// A site brought from commit to commit is the one that a whole build makes, to the byte, whatever the commits hold.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { buildSite } from "../../src/site/build.ts";
import { siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import { commit, git, newFolder, newRepository, projectRoot, readFolder, tinyTracker } from "../support/folder.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));
const program = gitProgram({ PATH: process.env.PATH });

async function build(folder: string, out: string, full = false) {
  const tracker = asPublic(await openTracker(folder, program, "HEAD"));
  const now = Date.parse("2026-11-24T12:00:00Z");
  const catalogue = await openIndex(tracker, { now });
  const site = siteOf({
    tracker,
    catalogue,
    now: Date.parse(catalogue.commitTime ?? ""),
    templates,
    url: "https://x.example",
  });
  const summary = await buildSite(site, { out, keepOut: [folder], objects: tracker.objects ?? undefined, full });
  catalogue.close();
  tracker.objects?.close();
  return summary;
}

function copyOfTiny(): string {
  const files = Object.fromEntries([...readFolder(tinyTracker)]);
  return newRepository(files);
}

/** What is different between two folders, by path. */
function differences(a: string, b: string): string[] {
  const [one, other] = [readFolder(a), readFolder(b)];
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  return paths.filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.from("absent")));
}

const story = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

/** Changes of a tracker, each a commit; some make files that cannot be read. */
const edits: Readonly<Record<string, (folder: string, n: number) => Record<string, string | null>>> = {
  comment: (_, n) => ({
    [`${story(48213377)}/comments/202603${String(10 + (n % 15))}T10000${n % 10}Z-ab${n % 10}z.md`]: `---\nauthor: ${n % 2 ? "noor" : "nobody-yet"}\n---\nSee #52910377 and @bjorn, ${n}.\n`,
  }),
  title: (folder) => ({
    [`${story(52910377)}/story.md`]: read(folder, `${story(52910377)}/story.md`).replace(
      /^title: (.*)$/m,
      "title: $1 again",
    ),
  }),
  status: (folder, n) => {
    const tasks = `${story(48213377)}/tasks`;
    const [name = ""] = readdirSync(join(folder, tasks)).sort();
    const statuses = ["todo", "inprogress", "review", "merged", "invalid"];
    return {
      [`${tasks}/${name}`]: read(folder, `${tasks}/${name}`).replace(/^status: .*$/m, `status: ${statuses[n % 5]}`),
    };
  },
  newStory: (_, n) => ({
    [`${story(70000377 + n * 1000)}/story.md`]: `---\ntitle: New ${n}\nauthor: noor\ntype: bug\ncreated: 20${20 + (n % 7)}-03-0${1 + (n % 9)}T09:12:33Z\ntriage: new\ntags:\n  - tag-${n % 3}\naliases:\n  - launchpad:${1000 + n}\nmilestone:\ndepends_on:\n  - 48213377\ndue:\n---\nLike #48213377.\n`,
  }),
  removeStory: (folder, n) => {
    const id = 70000377 + n * 1000;
    return existsSync(join(folder, `${story(id)}/story.md`)) ? { [`${story(id)}/story.md`]: null } : {};
  },
  person: (folder, n) => ({
    "people/nobody-yet.md":
      n % 3 === 0 && existsSync(join(folder, "people/nobody-yet.md")) ? null : `---\nname: Somebody ${n}\n---\n`,
  }),
  rename: (folder) => ({ "people/bjorn.md": read(folder, "people/bjorn.md").replace(/^name: (.*)$/m, "name: $1 X") }),
  project: (_, n) => ({
    "projects/lantern/extra.md": n % 2 ? null : `---\ntitle: Extra ${n}\nteam: storage-core\n---\nAbout #48213377.\n`,
  }),
  group: (folder) => ({
    "groups/storage.md": read(folder, "groups/storage.md").replace(/^title: (.*)$/m, "title: $1 more"),
  }),
  broken: (_, n) => ({
    [`${story(52910377)}/story.md`]: n % 2 ? "---\ntitle: [\n" : read(tinyTracker, `${story(52910377)}/story.md`),
  }),
  list: (_, n) => ({ "lists/extra.md": n % 2 ? null : "---\ntitle: Extra\nquery: status:active\n---\n" }),
  elsewhere: (_, n) => ({ "README.md": `${n}\n` }),
};

describe("after any commits", () => {
  test("the site brought up to date equals the whole one", { timeout: 600_000 }, async () => {
    const names = Object.keys(edits);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(9)), { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (rounds) => {
          const folder = copyOfTiny();
          const out = join(newFolder(), "site");
          await build(folder, out);
          for (const [round, commits] of rounds.entries()) {
            for (const [step, [name, n]] of commits.entries())
              commit(folder, edits[name]?.(folder, n) ?? {}, `${name} ${n}`, `2026-04-0${1 + round}T12:00:0${step}Z`);
            await build(folder, out);
            const whole = join(newFolder(), "site");
            await build(folder, whole, true);
            expect({ commits, differences: differences(out, whole) }).toEqual({ commits, differences: [] });
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  test("each kind of change, one after the other: up to date, and equal", { timeout: 600_000 }, async () => {
    const folder = copyOfTiny();
    const out = join(newFolder(), "site");
    await build(folder, out);
    for (const [step, name] of Object.keys(edits).entries()) {
      commit(folder, edits[name]?.(folder, 2) ?? {}, name, `2026-04-01T12:${10 + step}:00Z`);
      const { whole } = await build(folder, out);
      const fresh = join(newFolder(), "site");
      await build(folder, fresh);
      expect({ name, whole, differences: differences(out, fresh) }).toEqual({ name, whole: false, differences: [] });
    }
  });
});

test("a comment leaves the pages of other stories, and the file system's times of them, as they are", async () => {
  const folder = copyOfTiny();
  const out = join(newFolder(), "site");
  await build(folder, out);
  const page = join(out, "stories", "2000147.html");
  const before = statSync(page).ino;
  commit(folder, edits.comment?.(folder, 1) ?? {}, "comment", "2026-04-01T12:00:00Z");
  const summary = await build(folder, out);
  expect(summary.whole).toBe(false);
  expect(summary.written).toBeLessThan(summary.files / 3);
  expect(statSync(page).ino).toBe(before);
  expect(readdirSync(dirname(out))).toEqual(["site"]);
});

test("a file of somebody else's in the place of a new page is left alone", async () => {
  const folder = copyOfTiny();
  const out = join(newFolder(), "site");
  await build(folder, out);
  writeFileSync(join(out, "stories", "70002377.html"), "precious");
  commit(folder, edits.newStory?.(folder, 2) ?? {}, "new", "2026-04-01T12:00:00Z");
  await expect(build(folder, out)).rejects.toMatchObject({ code: "output-not-ours" });
  expect(read(out, "stories/70002377.html")).toBe("precious");
});

test("a history that was written anew, or another configuration, is built anew", async () => {
  const folder = copyOfTiny();
  const out = join(newFolder(), "site");
  await build(folder, out);
  git(folder, ["commit", "--quiet", "--amend", "--message", "Another"]);
  expect((await build(folder, out)).whole).toBe(true);
  commit(folder, { "tracker.yaml": `${read(folder, "tracker.yaml")}# more\n` }, "more", "2026-04-01T12:00:00Z");
  expect((await build(folder, out)).whole).toBe(true);
});
