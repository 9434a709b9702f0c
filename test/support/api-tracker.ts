// A tracker for the API's tests: the tiny one with a history, numbers from StoryBoard, and a project that was renamed.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commit, git, newFolder, tinyTracker } from "./folder.ts";

export interface ApiTracker {
  readonly folder: string;
  /** The commit that brought everything. */
  readonly first: string;
}

/** What the tests know about it. */
export const known = { story: 48213377, task: 97799377, foreignTask: 147, foreignProject: 703 } as const;

const story = "stories/377/48213377";

export function newApiTracker(): ApiTracker {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  const edited = (path: string, pattern: RegExp, after: string) => {
    const before = readFileSync(join(folder, path), "utf8");
    if (!pattern.test(before)) throw new Error(`${path} has no ${pattern}`);
    return before.replace(pattern, after);
  };
  const edit = (path: string, pattern: RegExp, after: string, message: string, time: string) =>
    commit(folder, { [path]: edited(path, pattern, after) }, message, time);
  const task = `${story}/tasks/${known.task}.md`;
  const first = commit(folder, {}, "Open the tracker", "2026-11-20T10:00:00Z");
  edit(task, /^status: review$/m, "status: merged", "Merge it", "2026-11-21T10:00:00Z");
  edit(task, /^priority: high$/m, "priority: critical", "It is urgent", "2026-11-21T11:00:00Z");
  edit(task, /^assignee: bjorn$/m, "assignee: chen", "Hand over", "2026-11-21T12:00:00Z");
  edit(`${story}/story.md`, /^title: (.*)$/m, "title: $1, and more", "Say more", "2026-11-22T10:00:00Z");
  edit("lists/next-up.md", /^ {2}- 2000147\n/m, "", "Take it off", "2026-11-22T11:00:00Z");
  const alias = (path: string, name: string) => edited(path, /^aliases:$/m, `aliases:\n  - ${name}`);
  const docs = "projects/lantern/docs.md";
  const tasks = "stories/147/2000147/tasks/48990147.md";
  commit(
    folder,
    {
      "projects/lantern/images.md": alias("projects/lantern/images.md", `storyboard:project/${known.foreignProject}`),
      // As `storytree rename` leaves it behind.
      "projects/lantern/handbook.md": alias(docs, "project:lantern/docs"),
      [docs]: null,
      [tasks]: edited(tasks, /^---$(?![\s\S]*^---$)/m, `aliases:\n  - storyboard:task/${known.foreignTask}\n---`),
    },
    "Name things",
    "2026-11-23T10:00:00Z",
  );
  return { folder, first };
}
