// A commit that no reader answers in one piece.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { everything } from "../../src/model/query/query.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { git } from "../support/folder.ts";
import { repositoryWith } from "../support/history.ts";
import { pathWithoutGit } from "../support/without-git.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const story = (more = "") => `---\ntitle: T\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n${more}---\n`;
const task = "---\nproject: acme/engine\nstatus: todo\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n---\n";
const folderOf = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;

test("a commit so large that it comes in parts is one event, made anew or gone on to, whoever reads it", async () => {
  const ids = Array.from({ length: 2_901 }, (_, index) => 10_000_000 + index * 1_003);
  const affects = "---\ncreated: 2020-01-01T00:00:00Z\n---\n";
  const affected = ["a", "b", "c", "d", "e"];
  const files = ids.flatMap((id) => [
    [`${folderOf(id)}/story.md`, story()] as const,
    [`${folderOf(id)}/tasks/${20_000_000 + (id % 1_000)}.md`, task] as const,
    ...affected.map((name) => [`${folderOf(id)}/affects/${name}.md`, affects] as const),
  ]);
  const time = Date.parse("2026-03-01T00:00:00Z") / 1000;
  // Parts end in the midst of a story: its files are seven.
  const middle = [...files].sort(([a], [b]) => (a < b ? -1 : 1))[20_000]?.[0].split("/")[2];
  const { folder, oids } = repositoryWith(
    [
      { files: { "tracker.yaml": config }, time },
      { files: Object.fromEntries(files), time: time + 60 },
      { files: { [`${folderOf(Number(middle))}/story.md`]: story("triage: triaged\n") }, time: time + 120 },
    ],
    { checkout: false },
  );
  const [empty, large, edited] = oids as [string, string, string];
  const told = async (head: string, path = process.env.PATH ?? "") => {
    git(folder, ["update-ref", "refs/heads/main", head]);
    const catalogue = await openIndex(await openTracker(folder, gitProgram({ PATH: path })), { now });
    const changes = catalogue.changes({ limit: 5, offset: 0 });
    const events = catalogue.history({ story: Number(middle) }).map(({ commit }) => commit);
    const page = { limit: 20_000, offset: 0 };
    const times = catalogue.stories(everything(now), page).rows.map(({ id, updated }) => `${id} ${updated}`);
    catalogue.close();
    return { changes: changes.map(({ commit, stories, touched }) => [commit, stories, touched.length]), events, times };
  };
  const anew = () => rmSync(join(folder, ".git", "storytree"), { recursive: true, force: true });
  const whole = await told(edited);
  expect(whole.changes).toEqual([
    [edited, 1, 1],
    [large, 2_901, 20],
    [empty, 0, 0],
  ]);
  expect(whole.events).toEqual([edited, large]);
  expect(whole.times).toHaveLength(2_901);
  expect(new Set(whole.times.slice(1).map((line) => line.split(" ")[1]))).toEqual(new Set(["2026-03-01T00:01:00Z"]));
  anew();
  await told(empty);
  expect((await told(large)).changes[0]).toEqual([large, 2_901, 20]);
  expect(await told(edited)).toEqual(whole);
  anew();
  expect(await told(edited, pathWithoutGit())).toEqual(whole);
}, 600_000);
