// A tracker that came to be in commits of one file each, the same for the same number, made with `git fast-import`.

import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fastImport, generator } from "./tracker.mjs";

/** Changes whenever what is made changes, so that an old tracker is not taken for a new one. */
const edition = 1;

/**
 * A bare repository with so many commits on main; in a hundred of them ten are new stories, fifteen new tasks, twenty-five comments,
 * forty-five a task's next status and five an edited story. Kept between runs. Returns its path.
 */
export async function benchHistory(folder, commits, say = () => undefined) {
  const path = join(folder, `history-${edition}-${commits}.git`);
  if (existsSync(path)) return path;
  say(`making a tracker of ${commits} commits`);
  await fastImport(path, importStream(commits));
  return path;
}

/** The same files as one commit. */
export async function squashed(tracker, say = () => undefined) {
  const path = tracker.replace(/\.git$/, "-flat.git");
  if (existsSync(path)) return path;
  say("and the same files as one commit");
  const making = `${path}.making`;
  rmSync(making, { recursive: true, force: true });
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", making]);
  const tree = execFileSync("git", ["-C", tracker, "rev-parse", "main^{tree}"], { encoding: "utf8" }).trim();
  const who =
    "GIT_AUTHOR_NAME=B GIT_AUTHOR_EMAIL=b@lantern.example GIT_COMMITTER_NAME=B GIT_COMMITTER_EMAIL=b@lantern.example";
  const script = [
    `git -C '${tracker}' rev-list --objects ${tree} | cut -d' ' -f1 | git -C '${tracker}' pack-objects --quiet --stdout | git -C '${making}' index-pack --stdin > /dev/null`,
    `git -C '${making}' update-ref refs/heads/main $(${who} git -C '${making}' commit-tree -m 'All at once' ${tree})`,
  ];
  execFileSync("sh", ["-ec", script.join("\n")]);
  renameSync(making, path);
  return path;
}

function* importStream(commits) {
  const random = generator(20_261_124);
  const any = (list) => list[Math.floor(random() * list.length)];
  const start = Date.parse("2012-01-01T00:00:00Z");
  const step = (Date.parse("2026-11-01T00:00:00Z") - start) / commits;
  const instant = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const file = (path, text) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
  const person = () => `person-${Math.floor(random() ** 2 * 500)}`;
  const statuses = ["todo", "inprogress", "review", "merged"];
  const stories = [];
  const tasks = [];
  const used = new Set();
  const draw = (shard) => {
    for (;;) {
      const id =
        shard === undefined
          ? 10_000_000 + Math.floor(random() * 90_000_000)
          : (10_000 + Math.floor(random() * 90_000)) * 1000 + shard;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
  const folderOf = (id) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
  const storyText = ({ author, created, edits }) =>
    `---\ntitle: Something is slow for the ${edits + 1}th time\nauthor: ${author}\ntype: bug\ncreated: ${created}\ntriage: ${edits > 0 ? "triaged" : "new"}\ntags:\naliases:\nmilestone:\ndepends_on:\ndue:\n---\nIt takes too long. Seen ${edits} times.\n`;
  const taskText = ({ author, created, at, assignee }) =>
    `---\nproject: lantern/part-${author.length}\nstatus: ${statuses[at]}\nbranch: master\nassignee:${assignee ? ` ${assignee}` : ""}\nauthor: ${author}\npriority: medium\ncreated: ${created}\nmilestone:\ndepends_on:\ndue:\nchanges:\n---\n`;
  for (let n = 0; n < commits; n += 1) {
    const time = start + step * n;
    const who = person();
    const created = instant(time);
    const kind = stories.length === 0 ? 0 : tasks.length === 0 ? 10 : Math.floor(random() * 100);
    let subject = "";
    let change = "";
    if (n === 0) {
      subject = "Open the tracker";
      change = file("tracker.yaml", "format: 1\nname: Lantern\nvisibility: public\n");
    } else if (kind < 10) {
      const story = { id: draw(), author: who, created, edits: 0 };
      stories.push(story);
      subject = `story ${story.id}: new`;
      change = file(`${folderOf(story.id)}/story.md`, storyText(story));
    } else if (kind < 25) {
      const story = any(stories);
      const task = { id: draw(story.id % 1000), story: story.id, author: who, created, at: 0, assignee: null };
      tasks.push(task);
      subject = `task ${task.id}: new`;
      change = file(`${folderOf(story.id)}/tasks/${task.id}.md`, taskText(task));
    } else if (kind < 50) {
      const story = any(stories);
      const name = `${created.replace(/[-:]/g, "")}-${n.toString(36).padStart(4, "0").slice(-4)}`;
      subject = `comment on story ${story.id}`;
      change = file(
        `${folderOf(story.id)}/comments/${name}.md`,
        `---\nauthor: ${who}\n---\nI see it too, ${n} times.\n`,
      );
    } else if (kind < 95) {
      const task = any(tasks);
      task.at = (task.at + 1) % statuses.length;
      task.assignee ??= who;
      subject = `task ${task.id}: status ${statuses[task.at]}`;
      change = file(`${folderOf(task.story)}/tasks/${task.id}.md`, taskText(task));
    } else {
      const story = any(stories);
      story.edits += 1;
      subject = `story ${story.id}: title`;
      change = file(`${folderOf(story.id)}/story.md`, storyText(story));
    }
    const signature = `${who} <${who}@lantern.example> ${Math.floor(time / 1000)} +0000`;
    yield `commit refs/heads/main\nauthor ${signature}\ncommitter ${signature}\ndata ${subject.length}\n${subject}\n${change}`;
  }
}
