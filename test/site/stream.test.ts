// What a story's page and the recent changes say of comments and commits.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerOf } from "../../src/site/answer.ts";
import { buildSite } from "../../src/site/build.ts";
import { commit, newFolder, newRepository } from "../support/folder.ts";
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

test("what a commit changed is told field by field, but for what its subject says and how the story came", async () => {
  const [one, two] = ["stories/377/48213377", "stories/000/50000000"];
  const task = (more: string) => taskText("todo").replace("status: todo\n", `status: todo\n${more}`);
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: A\nvisibility: public\n",
    [`${one}/story.md`]: storyText("One"),
    [`${one}/tasks/10000377.md`]: task(""),
    [`${two}/story.md`]: storyText("Two"),
  });
  commit(folder, { [`${one}/tasks/10000377.md`]: task("assignee: noor\npriority: high\n") }, "Plan it");
  commit(
    folder,
    { [`${one}/story.md`]: storyText("Uno <b>&").replace("---\n", "---\ntags: [slow]\n") },
    "Say it better",
  );
  commit(
    folder,
    { [`${one}/story.md`]: storyText("Uno <b>&").replace("---\n", "---\ntags: [slow]\ntriage: rejected\n") },
    "No",
  );
  commit(folder, { [`${two}/story.md`]: storyText("Deux") }, "story 50000000: title Two → Deux");
  const own = await siteAt(folder);
  const html = async (id: number) =>
    String((await answerOf(own, `/stories/${id}.html`, new URLSearchParams()))?.body).replace(
      /<a href="[^"]*">a\/b<\/a>/,
      "a/b",
    );
  expect(await html(48_213_377)).toMatch(
    /Plan it[\s\S]*?<ul class="plain"><li dir="auto">a\/b assignee none → noor, priority none → high<\/li><\/ul>/,
  );
  expect(await html(48_213_377)).toMatch(
    /Say it better[\s\S]*?<ul class="plain"><li dir="auto">title One → &quot;Uno &lt;b&gt;&amp;&quot;, tags \+slow<\/li><\/ul>/,
  );
  expect(await html(48_213_377)).toMatch(
    />No<[\s\S]*?<ul class="plain"><li dir="auto">triage none → rejected<\/li><\/ul>/,
  );
  expect((await html(50_000_000)).match(/title Two → Deux/g)).toHaveLength(1);
  expect(await html(50_000_000)).not.toContain("<li dir");
  // Whoever follows it by feed reads the same, whether it was built or is served, and whatever was asked for first.
  const served = await siteAt(folder);
  const feed = String((await answerOf(served, "/stories/48213377.atom", new URLSearchParams()))?.body);
  expect(feed).toContain("a/b: assignee none → noor, priority none → high");
  expect(feed).toContain("story: triage none → rejected");
  // Who may not read the commits is told what the index knows.
  const reader = { ...own, objects: null, histories: new Map() };
  const plain = String((await answerOf(reader, "/stories/48213377.html", new URLSearchParams()))?.body);
  expect(plain).toMatch(/>No<[\s\S]*?<li>story marked as a duplicate, or rejected<\/li>/);
  expect(plain).not.toContain("priority none");
  // Built together or one by one, all at once or after each commit.
  const out = join(newFolder(), "site");
  await buildSite(own, { out, keepOut: [folder] });
  expect(readFileSync(join(out, "stories/48213377.atom"), "utf8")).toBe(feed);
  for (const id of [48_213_377, 50_000_000])
    expect(readFileSync(join(out, `stories/${id}.html`), "utf8").replaceAll(/<a href="#[^"]*">a\/b<\/a>/g, "a/b")).toBe(
      await html(id),
    );
});
