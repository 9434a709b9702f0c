// What a story's page and the recent changes say of comments and commits.

import { expect, test } from "vitest";
import { answerOf } from "../../src/site/answer.ts";
import { commit, newRepository } from "../support/folder.ts";
import { siteAt } from "../support/live-site.ts";

const header = "author: noor\ncreated: 2026-01-01T00:00:00Z\n---\n";
const storyText = (title: string) => `---\ntitle: ${title}\n${header}`;
const taskText = (status: string) => `---\nproject: a/b\nstatus: ${status}\n${header}`;

test("what a commit did is said once; long comments are shown by their beginning, and the newest is led to", async () => {
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: A\nvisibility: public\n",
    "stories/377/48213377/story.md": storyText("One"),
    "stories/377/48213377/tasks/10000377.md": taskText("todo"),
  });
  const change = (status: string, message: string) =>
    commit(folder, { "stories/377/48213377/tasks/10000377.md": taskText(status) }, message);
  change("review", "task 10000377: status todo → review");
  change("merged", "Merge the last of it");
  const comments = "stories/377/48213377/comments";
  const log = Array.from({ length: 200 }, (_, at) => `line ${at}`).join("\n");
  commit(folder, {
    [`${comments}/20260301T090000Z-aaaa.md`]: `---\nauthor: noor\n---\n${log}\n`,
    [`${comments}/20260302T090000Z-bbbb.md`]: "---\nauthor: noor\n---\nShort.\n",
    [`${comments}/20260303T090000Z-cccc.md`]: "---\nauthor: noor\n---\nShorter.\n",
  });
  commit(folder, { "stories/000/50000000/story.md": storyText("Two words") }, "story 50000000: Two words");
  const own = await siteAt(folder);
  const html = async (key: string) => String((await answerOf(own, `/${key}.html`, new URLSearchParams()))?.body);
  const page = await html("stories/48213377");
  expect(page).not.toContain("status todo → review");
  expect(page.match(/<span class="status s-todo">todo<\/span> → <span class="status s-review">/g)).toHaveLength(1);
  expect(page).toMatch(
    /Merge the last of it.*\n<ul class="plain"><li>.*s-review">review<\/span> → <span class="status s-merged">/,
  );
  expect(page.match(/<details class="long"><summary>All of it, about 200 lines/g)).toHaveLength(1);
  expect(page).toMatch(/<h2>Discussion.*<a class="meta" href="#comment-20260303t090000z-cccc">the newest/);
  // One task is told of by its row.
  expect(page).not.toContain('class="tally"');
  const changes = await html("changes");
  expect(changes.match(/Two words/g)).toHaveLength(1);
  expect(changes).toMatch(/<a href="stories\/50000000.html">story 50000000: Two words<\/a>/);
});
