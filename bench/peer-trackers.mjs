// The stories of one of our trackers as Fossil's tickets and as Backlog.md's tasks: the same texts, so that like is compared with like.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every story of a tracker with its tasks and comments, as a list of files with their front matter's lines. */
export function storiesOf(tracker) {
  const git = (args, options) => execFileSync("git", ["-C", tracker, ...args], { maxBuffer: 2 ** 31, ...options });
  const entries = git(["ls-tree", "-r", "main", "stories/"]).toString("utf8").trimEnd().split("\n");
  const oids = entries.map((line) => line.slice(12, 52));
  const bytes = git(["cat-file", "--batch", "--buffer"], { input: `${oids.join("\n")}\n` });
  const stories = new Map();
  let at = 0;
  for (const line of entries) {
    const end = bytes.indexOf(10, at);
    const size = Number(bytes.toString("latin1", at, end).split(" ")[2]);
    const text = bytes.toString("utf8", end + 1, end + 1 + size);
    at = end + size + 2;
    const [, , id, ...rest] = line.slice(line.indexOf("\t") + 1).split("/");
    const story = stories.get(id) ?? { id, tasks: [], comments: [] };
    stories.set(id, story);
    const file = parted(text);
    if (rest[0] === "story.md") Object.assign(story, file);
    else if (rest[0] === "tasks") story.tasks.push(file);
    else story.comments.push({ ...file, name: rest[1] });
  }
  return [...stories.values()];
}

function parted(text) {
  const end = text.indexOf("\n---\n", 4);
  const fields = Object.fromEntries(
    text
      .slice(4, end)
      .split("\n")
      .filter((line) => /^[a-z_]+: /.test(line))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  return { fields, head: text.slice(4, end), body: text.slice(end + 5) };
}

/** A Fossil repository with a ticket for each story, a change of it for each task and comment; full text on. */
export function fossilRepository(folder, stories, say) {
  const path = join(folder, `fossil-${stories.length}.fossil`);
  const environment = { ...process.env, HOME: folder, USER: "bench" };
  const fossil = (...args) => execFileSync("fossil", args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  if (!existsSync(path)) {
    say("making Fossil's repository");
    const artefacts = join(folder, "fossil-artefacts");
    rmSync(artefacts, { recursive: true, force: true });
    mkdirSync(artefacts, { recursive: true });
    let number = 0;
    const put = (story, time, user, cards) => {
      const lines = Object.entries(cards)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `J ${name} ${inFossil(value)}\n`);
      const key = createHash("sha1").update(story.id).digest("hex");
      const text = `D ${time.replace("Z", ".000")}\n${lines.join("")}K ${key}\nU ${user}\n`;
      const sum = createHash("md5").update(text).digest("hex");
      number += 1;
      writeFileSync(join(artefacts, String(number)), `${text}Z ${sum}\n`);
    };
    for (const story of stories) {
      const { fields, body, tasks, comments } = story;
      const isOpen = tasks.some((task) => ["todo", "inprogress", "review"].includes(task.fields.status));
      put(story, fields.created, fields.author, {
        title: fields.title,
        status: isOpen ? "Open" : "Closed",
        type: "Bug",
        icomment: body,
      });
      for (const task of tasks)
        put(story, task.fields.created, task.fields.author, { icomment: `${task.head}\n${task.body}` });
      for (const { name, fields: own, body: text } of comments) {
        const time = name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*/, "$1-$2-$3T$4:$5:$6Z");
        put(story, time, own.author, { icomment: text });
      }
    }
    rmSync(`${path}.making`, { force: true });
    fossil("reconstruct", `${path}.making`, artefacts);
    rmSync(artefacts, { recursive: true, force: true });
    fossil("fts-config", "index", "on", "-R", `${path}.making`);
    fossil("fts-config", "enable", "t", "-R", `${path}.making`);
    fossil(
      "sql",
      "-R",
      `${path}.making`,
      "INSERT INTO reportfmt (rn, owner, title, mtime, cols, sqlcode) VALUES (99, 'bench', 'Newest', julianday('now'), '', 'SELECT substr(tkt_uuid,1,10) AS ''#'', datetime(tkt_mtime) AS ''mtime'', type, status, title FROM ticket WHERE status = ''Open'' ORDER BY tkt_mtime DESC LIMIT 100')",
    );
    renameSync(`${path}.making`, path);
  }
  return { path, environment, pageOf: (story) => `tktview/${createHash("sha1").update(story.id).digest("hex")}` };
}

function inFossil(text) {
  return text.replaceAll("\\", "\\\\").replaceAll(" ", "\\s").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** A project of Backlog.md with a task for each story, and the program itself, both in a folder of their own. */
export function backlogProject(folder, stories, say) {
  const place = join(folder, "backlog-program");
  if (!existsSync(join(place, "node_modules"))) {
    say("installing Backlog.md");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), '{"private": true}\n');
    execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "backlog.md@1"], { cwd: place });
  }
  const project = join(folder, `backlog-${stories.length}`);
  if (!existsSync(project)) {
    say("making Backlog.md's project");
    const making = `${project}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(join(making, "backlog", "tasks"), { recursive: true });
    writeFileSync(
      join(making, "backlog", "config.yml"),
      'project_name: "Bench"\ndefault_status: "To Do"\nstatuses: ["To Do", "In Progress", "Done"]\nlabels: []\ndate_format: yyyy-mm-dd\nauto_commit: false\nremote_operations: false\ncheck_active_branches: false\nauto_open_browser: false\n',
    );
    for (const [index, { fields, body, tasks, comments }] of stories.entries()) {
      const number = index + 1;
      const isOpen = tasks.some((task) => ["todo", "inprogress", "review"].includes(task.fields.status));
      const texts = [body, ...tasks.map((task) => task.body), ...comments.map((comment) => comment.body)];
      const head = `id: TASK-${number}\ntitle: ${fields.title}\nstatus: ${isOpen ? "To Do" : "Done"}\nassignee: []\ncreated_date: '${fields.created.slice(0, 10)}'\nlabels: []\ndependencies: []\n`;
      writeFileSync(
        join(making, "backlog", "tasks", `task-${number} - Story.md`),
        `---\n${head}---\n\n## Description\n\n${texts.join("\n\n")}\n`,
      );
    }
    execFileSync("git", ["init", "--quiet", making]);
    renameSync(making, project);
  }
  return { project, command: [join(place, "node_modules", ".bin", "backlog")] };
}
