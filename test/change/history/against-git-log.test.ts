import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { timelineOf } from "../../../src/change/history/timeline.ts";
import { planGithubImport } from "../../../src/import/github/plan.ts";
import { readGithubSources } from "../../../src/import/github/source.ts";
import { everything } from "../../../src/model/query/query.ts";
import { loadTracker } from "../../../src/tracker/tracker.ts";
import { git, sharedData } from "../../support/folder.ts";
import { type PlannedCommit, repositoryWith } from "../../support/history.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { withTracker } from "../../support/opened.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const at = (text: string) => Date.parse(text) / 1000;

/** An event as both readings tell it: "<commit> <path> <what>". */
type Told = string;

/** Every event of some stories, by their timelines. */
async function byTimelines(folder: string, stories: ReadonlySet<string>): Promise<Told[]> {
  return withTracker(folder, async (source) => {
    const told: Told[] = [];
    for (const id of stories) {
      for (const { commit, records } of await timelineOf(source, { kind: "story", id: Number(id) })) {
        for (const { path, what, fields } of records) {
          if (what === "added" || what === "removed") told.push(`${commit} ${path} ${what}`);
          for (const { field, before, after, added = [], removed = [] } of what === "added" ? [] : fields) {
            if (field === "body") told.push(`${commit} ${path} body`);
            else if (field === "tags") {
              told.push(
                ...added.map((tag) => `${commit} ${path} +${tag}`),
                ...removed.map((tag) => `${commit} ${path} -${tag}`),
              );
            } else told.push(`${commit} ${path} ${field} ${before ?? ""} → ${after ?? ""}`);
          }
        }
      }
    }
    return told.sort();
  });
}

/** The same read from `git log -p` as a person reads it: files that come and go, lines with minus and plus. */
function byPatches(folder: string, stories: ReadonlySet<string>): Told[] {
  const text = git(folder, [
    "log",
    "-p",
    "-U0",
    "--first-parent",
    "-m",
    "--root",
    "--no-renames",
    "--format=commit %H",
    "main",
  ]);
  const told: Told[] = [];
  for (const part of text.split(/^commit (?=[0-9a-f]{40}$)/m).slice(1)) {
    const commit = part.slice(0, 40);
    for (const patch of part.split(/^diff --git /m).slice(1)) {
      const path = /^a\/(\S+) b\//.exec(patch)?.[1] ?? "";
      if (!stories.has(/^stories\/\d+\/(\d+)\//.exec(path)?.[1] ?? "")) continue;
      if (/^new file mode/m.test(patch)) told.push(`${commit} ${path} added`);
      else if (/^deleted file mode/m.test(patch)) told.push(`${commit} ${path} removed`);
      else told.push(...fieldsIn(patch, `${commit} ${path}`));
    }
  }
  return told.sort();
}

function fieldsIn(patch: string, head: string): Told[] {
  const lines = patch.split("\n").slice(patch.split("\n").findIndex((line) => line.startsWith("@@")));
  const [gone, come] = ["-", "+"].map((sign) =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1)),
  );
  const keys = (from: readonly string[] = []) =>
    new Map(
      from.flatMap((line) =>
        /^([a-z_]+):(?: (.*))?$/.exec(line)
          ? [[line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 2)] as const]
          : [],
      ),
    );
  const [was, is] = [keys(gone), keys(come)];
  const told: Told[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(key) ?? "", is.get(key) ?? ""];
    if (key !== "tags" && before !== after) told.push(`${head} ${key} ${before} → ${after}`);
  }
  const items = (from: readonly string[] = []) => new Set(from.flatMap((line) => /^ {2}- (.*)$/.exec(line)?.[1] ?? []));
  const [gave, took] = [items(gone), items(come)];
  for (const tag of took) if (!gave.has(tag)) told.push(`${head} +${tag}`);
  for (const tag of gave) if (!took.has(tag)) told.push(`${head} -${tag}`);
  const isProse = (line: string) => /^[A-Z]/.test(line);
  if ([...(gone ?? []), ...(come ?? [])].some(isProse)) told.push(`${head} body`);
  return told;
}

const words = fc.constantFrom("one", "two", "three");

const histories = fc
  .array(
    fc.record({
      id: fc.constantFrom(48213377, 50000377),
      what: fc.constantFrom("story", "story", "task", "task", "no task", "comment", "hide", "affects", "attach"),
      title: words,
      tags: fc.uniqueArray(words, { maxLength: 3 }),
      body: words,
      status: fc.constantFrom("todo", "review", "merged"),
      merge: fc.integer({ min: 0, max: 4 }),
      hours: fc.integer({ min: -20, max: 50 }),
    }),
    { minLength: 4, maxLength: 25 },
  )
  .map((steps) => {
    let time = at("2026-03-01T00:00:00Z");
    const commits: PlannedCommit[] = [{ files: { "tracker.yaml": config }, time }];
    for (const { id, what, title, tags, body, status, merge, hours } of steps) {
      time += hours * 3_600;
      const own = `stories/377/${id}`;
      const comment = `${own}/comments/20260301T000000Z-aaaa.md`;
      const files: Record<string, string | null> = {
        story: {
          [`${own}/story.md`]: `---\ntitle: ${title}\nauthor: alice\ntriage:${status === "todo" ? "" : " triaged"}\ncreated: 2026-03-01T00:00:00Z\ntags:${[
            ...tags,
          ]
            .sort()
            .map((tag) => `\n  - ${tag}`)
            .join("")}\n---\nBody ${body}.\n`,
        },
        task: {
          [`${own}/tasks/${10_000_377 + (id % 2_000) * 1_000}.md`]: `---\nproject: acme/engine\nstatus: ${status}\nassignee:${title === "one" ? "" : ` ${title}`}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n`,
        },
        "no task": { [`${own}/tasks/${10_000_377 + (id % 2_000) * 1_000}.md`]: null },
        comment: { [comment]: `---\nauthor: ${title}\n---\nSaid ${body}.\n` },
        hide: { [comment]: `---\nauthor: ${title}\nhidden: true\n---\nSaid ${body}.\n` },
        affects: { [`${own}/affects/${title}.md`]: "---\ncreated: 2026-03-01T00:00:00Z\n---\n" },
        attach: { [`${own}/attachments/${title}.log`]: "Trace.\n" },
      }[what];
      const last = commits.length - 1;
      if (merge === 0) {
        commits.push({ files, time, author: "Bob", parents: [last] });
        commits.push({ files, time, author: "Gate", parents: [last, last + 1] });
      } else if (merge === 1) {
        // Two branches at once, one of them from long before; the merge says something that neither of them did.
        const none = { [`${own}/affects/dave.md`]: "---\ncreated: 2026-03-01T00:00:00Z\n---\n" };
        commits.push({ files, time: time + 90_000, author: "Bob", parents: [last] });
        commits.push({ files: none, time, author: "Carol", parents: [Math.floor(last / 2)] });
        commits.push({
          files: { ...files, ...none, [comment]: "---\nauthor: one\n---\nBoth.\n" },
          time,
          parents: [last, last + 1, last + 2],
        });
      } else if (merge === 2 && last > 0) {
        // It goes back to what was two commits ago, as a merge: the line goes on from the other side.
        commits.push({
          files,
          time,
          message: `Revert "Change"\n\nThis reverts commit ${"ab".repeat(20)}, reversing\nchanges made to ${"cd".repeat(20)}.\n`,
          parents: [last - 1, last],
        });
      } else commits.push({ files, time });
    }
    return commits;
  });

test("timelines tell what git log -p shows, on any history", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (commits) => {
      const { folder } = repositoryWith(commits);
      const stories = await withTracker(folder, async ({ catalogue }) =>
        catalogue.stories(everything(now), { limit: 10, offset: 0 }).rows.map((row) => String(row.id)),
      );
      expect(await byTimelines(folder, new Set(stories))).toEqual(byPatches(folder, new Set(stories)));
    }),
    { numRuns: 16, seed: 3 },
  );
});

test("the same on a real import with edits on top", async ({ skip }) => {
  const archive = sharedData("data/github/tls13-spec.archive.json.gz");
  if (archive === undefined) return skip("../shared/data/github is not here");
  const files = new Map([["tracker.yaml", config]]);
  const sources = readGithubSources([{ name: "archive.json.gz", bytes: readFileSync(archive) }]);
  const { change } = await planGithubImport(sources, await loadTracker(memoryFiles(files)), {
    textOf: async (path) => files.get(path) ?? null,
  });
  for (const { path, after } of change.files) files.set(path, String(after));
  const commits: PlannedCommit[] = [
    { files: Object.fromEntries(files), time: at("2026-03-01T00:00:00Z"), message: "Import" },
  ];
  const tasks = [...files.keys()].filter((path) => path.includes("/tasks/")).slice(0, 60);
  for (const [index, path] of tasks.entries()) {
    const text = (files.get(path) ?? "").replace(
      /^status: .*$/m,
      index % 3 === 0 ? "status: review" : "status: inprogress",
    );
    const story = path.replace(/tasks\/.*/, "story.md");
    const edited = (files.get(story) ?? "").replace(/^(tags:.*)$/m, "$1\n  - a-new-tag");
    files.set(path, text);
    files.set(story, edited);
    commits.push({
      files: { [path]: text, ...(index % 4 === 0 ? { [story]: edited } : {}) },
      time: at("2026-03-02T00:00:00Z") + index,
    });
  }
  const { folder } = repositoryWith(commits);
  const stories = new Set(tasks.flatMap((path) => /^stories\/\d+\/(\d+)\//.exec(path)?.[1] ?? []));
  const told = await byTimelines(folder, stories);
  expect(told).toEqual(byPatches(folder, stories));
  // Each story and task came, its task was changed, every fourth got a tag; comments came beside.
  expect(told.length).toBeGreaterThan(60 * 3 + 15);
});
