// The stories of a tracker as the sources of sites for Hugo and Eleventy. Hugo gets a layout that says what our pages say, but for the
// history: a page a story with its tasks by project and its discussion, paged lists by project, person, milestone and tag, JSON beside
// each, a feed beside each list, an index for a search in the browser, redirects from old numbers. Eleventy writes plainer pages alone.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Every story of a bare tracker as an object, one at a time. */
async function* stories(tracker) {
  const list = execFileSync("git", ["-C", tracker, "ls-tree", "-r", "main", "stories/"], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const entries = list
    .split("\n")
    .filter(Boolean)
    .map((line) => /^\d+ blob (\S+)\t(.*)$/.exec(line));
  const reader = spawn("git", ["-C", tracker, "cat-file", "--batch=%(objectsize)"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  reader.stdin.end(entries.map(([, oid]) => `${oid}\n`).join(""));
  const lines = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
  let story = null;
  for (const [, , path] of entries) {
    const size = Number((await lines.next()).value);
    const text = [];
    for (let read = 0; read <= size; ) {
      const line = (await lines.next()).value;
      text.push(line);
      read += Buffer.byteLength(line) + 1;
    }
    const [, id, kind, name] = /^stories\/\d+\/(\d+)\/(story|tasks|comments)(?:\/(.*))?\.md$/.exec(path) ?? [];
    if (!id) continue;
    if (story?.id !== id) {
      if (story) yield story;
      story = { id, tasks: [], comments: [], data: {}, body: "" };
    }
    const record = parse(text.join("\n"));
    if (kind === "story") Object.assign(story, record);
    else story[kind].push({ name, ...record });
  }
  if (story) yield story;
}

/** Front matter of the kind that the benchmark's trackers hold. */
function parse(text) {
  const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  const data = {};
  let key = "";
  for (const line of front.split("\n")) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name) {
      key = name;
      data[key] = value === "" ? [] : value;
    } else if (/^ {2}- \S+$/.test(line)) data[key].push(line.slice(4));
    else if (/^ {2}- url: /.test(line)) data[key].push({ url: line.slice(9) });
    else if (/^ {4}title: /.test(line)) data[key].at(-1).title = line.slice(11);
  }
  return { data, body: body.trim() };
}

/** Makes both sources below `folder`, once; returns how many stories they hold. */
export async function makePeers(folder, tracker, say) {
  // Named anew whenever what is made changes.
  const place = join(folder, "peers-2");
  if (existsSync(place)) return place;
  say("making the sources for Hugo and Eleventy");
  const making = `${place}.making`;
  rmSync(making, { recursive: true, force: true });
  for (const peer of ["hugo", "eleventy"]) mkdirSync(join(making, peer, "content", "stories"), { recursive: true });
  for await (const { id, data, body, tasks, comments } of stories(tracker)) {
    const front = frontOf({ id, data, tasks, comments });
    const text = `---\n${JSON.stringify(front)}\n---\n${body}\n`;
    writeFileSync(
      join(making, "hugo", "content", "stories", `${id}.md`),
      `${JSON.stringify(front, null, 1)}\n${body}\n`,
    );
    writeFileSync(join(making, "eleventy", "content", "stories", `${id}.md`), text);
  }
  writeHugo(join(making, "hugo"));
  writeEleventy(join(making, "eleventy"));
  renameSync(making, place);
  return place;
}

/** What a list or a page says of a story, as front matter. */
function frontOf({ id, data, tasks, comments }) {
  const open = tasks.filter((task) => /todo|inprogress|review/.test(task.data.status));
  const of = (values) => [...new Set(values.filter((value) => typeof value === "string"))];
  const text = (value) => (typeof value === "string" ? value : null);
  const all = (open.length > 0 ? open : tasks).map((task) => task.data.priority);
  const timeOf = (name) => name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*/, "$1-$2-$3T$4:$5:$6Z");
  const said = comments.map((each) => ({
    name: each.name.toLowerCase(),
    time: timeOf(each.name),
    author: each.data.author,
    text: each.body,
  }));
  const closed = tasks.some((task) => task.data.status === "merged") ? "merged" : "invalid";
  return {
    id,
    title: data.title,
    date: data.created,
    lastmod: said.at(-1)?.time ?? data.created,
    author: data.author,
    kind: data.type,
    triage: data.triage,
    status: tasks.length === 0 || open.length > 0 ? "active" : closed,
    priority: ["critical", "high", "medium", "low"].find((priority) => all.includes(priority)) ?? null,
    milestone: text(data.milestone),
    due: text(data.due),
    names: data.aliases ?? [],
    aliases: of(data.aliases ?? []).map((alias) => `/bugs/${alias.replace(/^.*:/, "")}/`),
    needs: data.depends_on ?? [],
    links: data.links ?? [],
    assignees: of(tasks.map((task) => task.data.assignee)),
    taskProjects: of(tasks.map((task) => task.data.project)),
    projects: of(tasks.map((task) => task.data.project.replace("/", "-"))),
    people: of([data.author, ...tasks.map((task) => task.data.assignee), ...said.map(({ author }) => author)]),
    milestones: of([data.milestone, ...tasks.map((task) => task.data.milestone)]),
    topics: data.tags ?? [],
    tasks: tasks.map((task) => ({
      id: task.name,
      ...task.data,
      assignee: text(task.data.assignee),
      milestone: text(task.data.milestone),
      due: text(task.data.due),
      changes: of([task.data.changes].flat()),
      text: task.body,
    })),
    comments: said,
  };
}

const css = readFileSync(new URL("../templates/site/style.css", import.meta.url), "utf8");
const head = (title, root) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="${root}style.css"></head><body><header class="site"><nav><ul><li><a href="/">Home</a></li><li><a href="/stories/">Stories</a></li><li><a href="/projects/">Projects</a></li><li><a href="/people/">People</a></li><li><a href="/milestones/">Milestones</a></li><li><a href="/topics/">Tags</a></li></ul></nav></header><main>`;
const foot = "</main></body></html>";

function writeHugo(place) {
  cpSync(fileURLToPath(new URL("./hugo", import.meta.url)), place, { recursive: true });
  mkdirSync(join(place, "static"), { recursive: true });
  writeFileSync(join(place, "static", "style.css"), css);
}

function writeEleventy(place) {
  const write = (path, text) => {
    mkdirSync(join(place, path, ".."), { recursive: true });
    writeFileSync(join(place, path), text);
  };
  write(
    "package.json",
    '{"type":"module","private":true,"dependencies":{"@11ty/eleventy":"3.1.2","markdown-it":"14.1.0"}}\n',
  );
  write(
    "eleventy.config.js",
    `import markdownIt from "markdown-it";
const md = markdownIt();
const grouped = (key) => (api) => {
  const groups = new Map();
  for (const page of api.getFilteredByGlob("content/stories/*.md"))
    for (const name of page.data[key] ?? []) groups.set(name, [...(groups.get(name) ?? []), page]);
  return [...groups].flatMap(([name, pages]) =>
    Array.from({ length: Math.ceil(pages.length / 100) }, (_, at) => ({ name, number: at, pages: pages.slice(at * 100, at * 100 + 100) })));
};
export default function (config) {
  config.addFilter("md", (text) => md.render(text ?? ""));
  for (const key of ["projects", "people", "milestones", "topics"]) config.addCollection(key + "Pages", grouped(key));
  config.addPassthroughCopy({ "static/style.css": "style.css" });
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
`,
  );
  write("static/style.css", css);
  write("content/stories/stories.json", '{"layout":"story.njk"}\n');
  write(
    "_includes/story.njk",
    `${head("{{ title }}", "/")}<p>{{ status }} {{ kind }}</p><h1>{{ title }}</h1><p>Reported by <a href="/people/{{ author }}/">{{ author }}</a></p><section class="prose">{{ content | safe }}</section><table>{% for task in tasks %}<tr id="task-{{ task.id }}"><td>{{ task.status }}</td><td>{{ task.id }}{{ task.text | md | safe }}</td><td>{{ task.project }}</td><td>{{ task.branch }}</td><td>{{ task.assignee }}</td><td>{{ task.priority }}</td><td>{{ task.milestone }}</td><td>{% for change in task.changes %}<a href="{{ change }}">{{ change }}</a>{% endfor %}</td></tr>{% endfor %}</table>{% for comment in comments %}<article id="{{ comment.name }}"><header>{{ comment.author }} {{ comment.name }}</header>{{ comment.text | md | safe }}</article>{% endfor %}<aside>{{ triage }} {% for topic in topics %}<a href="/topics/{{ topic }}/">{{ topic }}</a> {% endfor %}</aside>${foot}`,
  );
  for (const key of ["projects", "people", "milestones", "topics"]) {
    write(
      `content/${key}.njk`,
      `---\npagination: { data: collections.${key}Pages, size: 1, alias: part }\npermalink: "/${key}/{{ part.name }}/{{ part.number }}/"\n---\n${head("{{ part.name }}", "/")}<h1>{{ part.name }}</h1><table>{% for story in part.pages %}<tr><td>{{ story.data.status }}</td><td><a href="{{ story.url }}">{{ story.data.title }}</a></td></tr>{% endfor %}</table>${foot}`,
    );
  }
}

/** Eleventy from npm, in a folder of its own; null when it cannot be had. */
export function installEleventy(place) {
  const program = join(place, "eleventy", "node_modules", ".bin", "eleventy");
  if (existsSync(program)) return program;
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], {
      cwd: join(place, "eleventy"),
      stdio: "ignore",
    });
    return program;
  } catch {
    return null;
  }
}
