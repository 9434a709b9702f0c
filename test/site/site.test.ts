import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Task } from "../../src/model/record.ts";
import { securityHeaders } from "../../src/server/security-headers.ts";
import { fileName, linkBetween, nameOfFile, searchKey } from "../../src/site/addresses.ts";
import { answerOf } from "../../src/site/answer.ts";
import { holders, loadedBlock } from "../../src/site/browser/text-search.ts";
import { buildSite, manifestName } from "../../src/site/build.ts";
import { inThousands } from "../../src/site/render.ts";
import { shownFacets } from "../../src/site/search/facets.ts";
import type { WordShard } from "../../src/site/search/postings.ts";
import { rowsKey, type SearchRows, wordsKey } from "../../src/site/search/search-row.ts";
import type { Site } from "../../src/site/site.ts";
import { type CommentEntry, type EventEntry, inRuns, type StreamEntry } from "../../src/site/views/story-stream.ts";
import { tasksView } from "../../src/site/views/story-tasks.ts";
import {
  commit,
  differences,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  tinyTracker,
} from "../support/folder.ts";
import { linksOf } from "../support/links.ts";
import { siteAt } from "../support/live-site.ts";
import { frozenNow, storytree } from "../support/terminal.ts";

let site: Site;
let out: string;
let files: Map<string, Buffer>;
beforeAll(async () => {
  site = await siteAt(tinyTracker);
  out = join(newFolder(), "site");
  await buildSite(site, { out, keepOut: [tinyTracker] });
  files = readFolder(out);
});

test("every link on every page leads to a file of the site, and every anchor is there", () => {
  const lost: string[] = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith(".html")) continue;
    for (const { link, file, anchor } of linksOf(path, bytes.toString())) {
      const target = files.get(file);
      if (!target) lost.push(`${path}: ${link}`);
      else if (anchor && !target.toString().includes(` id="${anchor}"`)) lost.push(`${path}: no #${anchor} in ${file}`);
    }
  }
  expect(lost).toEqual([]);
});

test("build and serve say the same, byte for byte", async () => {
  for (const [path, bytes] of files) {
    if (path === manifestName || path === "404.html") continue;
    const answer = await answerOf(site, `/${path}`, new URLSearchParams());
    // An old address is a small page that leads on; a server has a better way to say so.
    const moved = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(bytes.toString())?.[1];
    if (moved) {
      expect({ path, status: answer?.status, location: answer?.location }).toEqual({
        path,
        status: 301,
        location: moved,
      });
      continue;
    }
    expect({ path, status: answer?.status }).toEqual({ path, status: 200 });
    expect(Buffer.from(answer?.body ?? "").equals(bytes), path).toBe(true);
  }
});

test("a build is exactly its manifest, and the same again", async () => {
  const manifest = JSON.parse(files.get(manifestName)?.toString() ?? "{}") as { files: string[] };
  expect([...files.keys()].filter((path) => path !== manifestName).sort()).toEqual(manifest.files);
  const again = join(newFolder(), "again");
  await buildSite(await siteAt(tinyTracker), { out: again, keepOut: [tinyTracker] });
  expect(differences(again, out)).toEqual([]);
});

test("every page has one heading, a title, a description and its landmarks", () => {
  for (const [path, bytes] of files) {
    if (!path.endsWith(".html")) continue;
    const html = bytes.toString();
    expect([path, html.match(/<h1[ >]/g)?.length]).toEqual([path, 1]);
    if (html.includes('http-equiv="refresh"')) continue;
    expect(html).toMatch(/<title>[^<]+<\/title>\n<meta name="description" content="[^"]+">/);
    for (const mark of ["<header ", "<main ", "<nav ", "<footer ", 'lang="en"', 'class="skip"'])
      expect(html).toContain(mark);
    expect(html).not.toMatch(/ (?:style|on[a-z]+)="|<script(?! src)|<style|undefined|\[object Object\]|NaN/);
  }
});

test("the story page shows what the story holds", () => {
  const html = files.get("stories/48213377.html")?.toString() ?? "";
  for (const text of [
    "Live migration times out",
    "half-copied disk",
    "stable/2026.1",
    "inprogress",
    "#4711",
    "converge.png",
    "2026-03-02 10:04 UTC",
    "Severity",
  ]) {
    expect(html).toContain(text);
  }
  expect(html).toContain('<a class="work work-merged" href="../stories/52910377.html"');
  expect(html).toContain('<img src="../stories/48213377/attachments/converge.png"');
  expect(files.get("stories/2000147.html")?.toString()).toContain("hidden by the moderators");
  expect(files.get("stories/2000147.html")?.toString()).not.toContain("something rude");
  expect(files.get("stories/2000147.json")?.toString()).not.toContain("something rude");
});

test("each page says what it may load, as the server's header does", () => {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
    files.get("stories/48213377.html")?.toString() ?? "",
  )?.[1];
  const header = (securityHeaders["Content-Security-Policy"] ?? "").replaceAll(";", "; ");
  expect(header).toBe(`${policy}; frame-ancestors 'none'`);
  for (const [file, bytes] of files)
    if (file.endsWith(".html"))
      expect([file, bytes.toString()]).toEqual([
        file,
        expect.stringMatching(
          /<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
        ),
      ]);
});

test("a card has its own priority, where that is not what most have", () => {
  const html = String(files.get("boards/release.html"));
  const cards = [...html.matchAll(/<li class="card">.*?<\/li>/gs)].map(([card]) => [
    /<span class="id">#(\d+)</.exec(card)?.[1],
    /class="priority p-(\w+)"/.exec(card)?.[1],
  ]);
  const priorities = Object.fromEntries(cards);
  // Tasks of a story with a critical one beside others, and a story.
  expect(priorities).toMatchObject({ 83935275: "critical", 36943206: "high", 46984598: "low", 46938275: "critical" });
  expect(priorities[91943251]).toBeUndefined();
});

test("the board counts its lanes and says which is too full", () => {
  const html = files.get("boards/release.html")?.toString() ?? "";
  expect(html).toContain('6, limit 4</span><span class="sr-only">, more than the limit</span>');
  expect(html).toContain("Next for compute");
});

test("a card says when it is due: a task its own day, a story the earliest of what is open", () => {
  const html = files.get("boards/release.html")?.toString() ?? "";
  const dueOf = (id: number) =>
    new RegExp(`>#${id}</span>(?: <span class="due">due <time datetime="([^"]*)")?`).exec(html)?.[1];
  expect([dueOf(46938275), dueOf(48213377)]).toEqual(["2026-11-28", undefined]);
});

test("a number in the search box leads to its story, a task's to the task's; other numbers are words", async () => {
  const to = async (asked: string, path = "/search") => {
    const { status, location } = (await answerOf(site, path, new URLSearchParams({ q: asked }))) ?? {};
    return [status, location];
  };
  expect(await to(" #48213377 ")).toEqual([302, "stories/48213377.html"]);
  expect(await to("22312377", "/search.html")).toEqual([302, "stories/48213377.html#task-22312377"]);
  for (const word of ["48213378", "0", "482", '"48213377"', "48213377 time"]) expect((await to(word))[0]).toBe(200);
  expect((await to("48213377", "/search.json"))[0]).toBe(200);
});

test("of the tasks of a project those that are left to do come first", () => {
  const tasks = [40, 5, 300].map((id, at) => ({
    ...{ kind: "task", path: `${id}.md`, id, story: 1, body: "" },
    data: { project: "p", status: at === 0 ? "merged" : "todo" },
  })) as unknown as Task[];
  const { groups } = tasksView(
    tasks,
    () => "",
    () => null,
  );
  expect(groups.map((group) => group.tasks.map(({ id }) => id))).toEqual([[5, 300, 40]]);
});

test("the commands that a story's page shows work", async () => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const shown = /<pre class="how"><code>(.*?)<\/code>/s.exec(String(files.get("stories/62537940.html")))?.[1] ?? "";
  const lines = shown.replaceAll("&quot;", '"').replaceAll("PROJECT", "lantern/network").trim().split("\n");
  expect(lines.at(-1)).toBe("storytree propose");
  for (const line of lines.slice(0, -1)) {
    const [program, ...args] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ""));
    expect(program).toBe("storytree");
    expect({ line, ...(await storytree(folder, [...args, "--as", "noor"])) }).toMatchObject({ line, exit: 0 });
  }
  const { out: status } = await storytree(folder, ["show", "62537940", "--json"]);
  expect(JSON.parse(status)).toMatchObject({ triage: "confirmed", tasks: [{ project: "lantern/network" }] });
});

test("a story that came from elsewhere leads there, where that is one place", async () => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const path = "stories/377/48213377/story.md";
  const aliases = ["launchpad:1234567", "github:lantern/tracker#12", "maniphest:T12", "github:lantern/../x#1"];
  const text = readFileSync(join(folder, path), "utf8").replace(/^aliases:.*\n(?: .*\n)*/m, "");
  writeFileSync(
    join(folder, path),
    text.replace("\n", `\naliases:\n${aliases.map((each) => `  - ${each}\n`).join("")}`),
  );
  commit(folder, {}, "Came from elsewhere");
  const own = await siteAt(folder);
  const html = String((await answerOf(own, "/stories/48213377", new URLSearchParams()))?.body);
  own.catalogue.close();
  const known = /<dt>Also known as<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1] ?? "";
  expect(known.split(", ")).toEqual([
    '<a href="https://bugs.launchpad.net/bugs/1234567" rel="nofollow noopener noreferrer">launchpad:1234567</a>',
    '<a href="https://github.com/lantern/tracker/issues/12" rel="nofollow noopener noreferrer">github:lantern/tracker#12</a>',
    "maniphest:T12",
    expect.anything(),
  ]);
});

test("an alias leads to no file beside the site, whatever it says", async () => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const path = "stories/377/48213377/story.md";
  const aliases = ["../..#7", "x/..#8", "./x#9", ".git/x#10", "lantern/.github#11"].map((each) => `github:${each}`);
  const text = readFileSync(join(folder, path), "utf8").replace(/^aliases:.*\n(?: .*\n)*/m, "");
  writeFileSync(
    join(folder, path),
    text.replace("\n", `\naliases:\n${aliases.map((each) => `  - "${each}"\n`).join("")}`),
  );
  commit(folder, {}, "Came from elsewhere");
  const own = await siteAt(folder);
  const around = newFolder();
  await buildSite(own, { out: join(around, "site"), keepOut: [] });
  expect(String((await answerOf(own, "/stories/48213377", new URLSearchParams()))?.body)).not.toContain(".com/../");
  own.catalogue.close();
  expect(readdirSync(around)).toEqual(["site"]);
  const moved = [...readFolder(join(around, "site")).keys()].filter((each) => each.includes("issues/"));
  expect(moved).toEqual(["lantern/.github/issues/11.html"]);
});

test("a value that is called as no value is asked for in quotes", () => {
  const query = { where: { kind: "all" }, sort: [], now: 0 } as const;
  const [tag] = shownFacets(query, "x", 9, (field) => (field === "tag" ? [{ value: "none", count: 2 }] : []));
  expect(tag?.values).toEqual([{ value: "none", count: 2, query: 'x tag:"none"' }]);
});

test("long runs of commits are folded, but for the last of them; what is said stands between", () => {
  const event = (anchor: string) => ({ kind: "event", anchor }) as EventEntry;
  const comment = { kind: "comment", anchor: "c" } as CommentEntry;
  const events = (count: number) => Array.from({ length: count }, (_, at) => event(`e${at}`));
  const shape = (stream: readonly StreamEntry[]) =>
    inRuns(stream).map((part) => (part.kind === "run" ? part.events.length : part.anchor));
  expect(shape([])).toEqual([]);
  expect(shape([...events(5), comment])).toEqual(["e0", "e1", "e2", "e3", "e4", "c"]);
  expect(shape([comment, ...events(6), comment, ...events(9)])).toEqual(["c", 4, "e4", "e5", "c", 7, "e7", "e8"]);
});

describe("a folder to build into", () => {
  const build = async (target: string, keepOut = [tinyTracker]) => buildSite(site, { out: target, keepOut });

  test("that holds somebody else's files is left alone", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "notes.txt"), "precious");
    await expect(build(folder)).rejects.toMatchObject({ code: "output-not-ours" });
    expect(readdirSync(folder)).toEqual(["notes.txt"]);
  });

  test("that is ours but holds a file more is left alone", async () => {
    const folder = join(newFolder(), "site");
    cpSync(out, folder, { recursive: true });
    writeFileSync(join(folder, "stories", "notes.txt"), "precious");
    await expect(build(folder)).rejects.toMatchObject({ code: "output-not-ours" });
    expect(readFileSync(join(folder, "stories", "notes.txt"), "utf8")).toBe("precious");
  });

  test.each([".git/site", "stories/site", "", "..", "people"])(
    "that is the tracker's own (%s) is refused",
    async (path) => {
      const folder = join(newFolder(), "tracker");
      mkdirSync(join(folder, ".git"), { recursive: true });
      mkdirSync(join(folder, "people"));
      await expect(build(join(folder, path), [folder, join(folder, ".git")])).rejects.toMatchObject({
        code: "output-forbidden",
      });
    },
  );

  test("that is a file is refused", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "precious");
    await expect(build(file)).rejects.toMatchObject({ code: "output-not-ours" });
  });

  test("that is ours is replaced, what is stale goes, and no staging is left", async () => {
    const folder = join(newFolder(), "site");
    cpSync(out, folder, { recursive: true });
    const manifest = join(folder, manifestName);
    const listed = JSON.parse(readFileSync(manifest, "utf8")) as { files: string[] };
    writeFileSync(join(folder, "stories", "1.html"), "stale");
    writeFileSync(
      manifest,
      JSON.stringify({ storytree: 1, files: [...listed.files, "stories/1.html"] }).replace(
        '"storytree":1',
        '"storytree": 1',
      ),
    );
    await build(folder);
    expect(differences(folder, out)).toEqual([]);
    expect(readdirSync(dirname(folder))).toEqual(["site"]);
  });

  test.skipIf(process.getuid?.() === 0)("that cannot be written leaves what was there", async () => {
    const folder = newFolder();
    chmodSync(folder, 0o500);
    await expect(build(join(folder, "site"))).rejects.toMatchObject({ code: "output-failed" });
  });
});

test("numbers are written as English writes them", () => {
  for (const number of [0, 7, 12, 999, 1000, 12345, 100000, 1234567, 10 ** 12])
    expect(inThousands(number)).toBe(number.toLocaleString("en"));
});

test("names become files and back, whatever is in them", () => {
  for (const name of ["simple", "discuss:berlin", "a/b", "日本", "~", "a b", "..", "%2e", "x~2", "Ünïcode"]) {
    expect(fileName(name)).toMatch(/^[A-Za-z0-9._~-]+$/);
    expect(nameOfFile(fileName(name))).toBe(name);
  }
  expect(nameOfFile("~zz")).toBeUndefined();
  expect(nameOfFile("a~41")).toBeUndefined();
});

test("links are relative, so that a site works below any address", () => {
  expect(linkBetween("index", "stories/1")).toBe("stories/1.html");
  expect(linkBetween("stories/1", "stories/2#x")).toBe("../stories/2.html#x");
  expect(linkBetween("projects/a/b", "index")).toBe("../../index.html");
  expect(linkBetween("projects/a/b", "search?q=a%20b")).toBe("../../search.html?q=a%20b");
});

test("names that end as files do have pages of their own", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  const names = ["x", "x.json", "x.atom", "x.js"];
  for (const name of names) writeFileSync(join(folder, "people", `${name}.md`), `---\nname: Called ${name}\n---\n`);
  mkdirSync(join(folder, "projects/three"));
  writeFileSync(join(folder, "projects/three/three.js.md"), "---\ntitle: Three\n---\n");
  const odd = await siteAt(folder);
  const folderOf = join(newFolder(), "site");
  await buildSite(odd, { out: folderOf, keepOut: [] });
  const pages = readFolder(folderOf);
  const list = pages.get("people.html")?.toString() ?? "";
  for (const name of names) {
    const link = new RegExp(`href="([^"]+)"[^>]*>(?:<bdi>)?Called ${name}<`).exec(list)?.[1] ?? "";
    expect(link).toMatch(/^people\/.*\.html$/);
    expect(pages.get(link)?.toString()).toContain(`<h1>Called ${name}</h1>`);
    const data = await answerOf(odd, `/${link.replace(/html$/, "json")}`, new URLSearchParams());
    expect(JSON.parse(String(data?.body))).toMatchObject({ id: name });
    expect(String((await answerOf(odd, `/${link}`, new URLSearchParams()))?.body)).toBe(pages.get(link)?.toString());
  }
  expect([...pages.keys()].filter((path) => path.includes("three") && path.endsWith(".html"))).toHaveLength(2);
  odd.catalogue.close();
});

test("a list or a lane whose query is wrong says so, and is not empty", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  writeFileSync(join(folder, "lists/odd.md"), "---\ntitle: Odd\nquery: statsu:todo\n---\n");
  writeFileSync(
    join(folder, "boards/odd.md"),
    "---\ntitle: Odd\nlanes:\n  - title: Now\n    query: task:todoo\n  - title: Later\n    list: odd\n---\n",
  );
  const odd = await siteAt(folder);
  const answer = async (path: string) => String((await answerOf(odd, path, new URLSearchParams()))?.body);
  expect(await answer("/lists/odd.html")).toContain("&quot;statsu&quot; is not a field");
  expect(await answer("/lists/odd.html")).not.toContain("No stories");
  expect(JSON.parse(await answer("/lists/odd.json"))).toMatchObject({ error: '"statsu" is not a field', at: 0 });
  const board = await answer("/boards/odd.html");
  expect(board.match(/class="notice bad"/g)).toHaveLength(2);
  expect(board).not.toContain("Empty.");
  const lanes = JSON.parse(await answer("/boards/odd.json")).lanes as { error?: string; total?: number }[];
  expect(lanes.map(({ error, total }) => [typeof error, total])).toEqual([
    ["string", undefined],
    ["string", undefined],
  ]);
  odd.catalogue.close();
});

test("a tracker that has hardly begun says how to go on", async () => {
  const review = "review:\n  host: github\n  url: https://github.com/lantern/tracker\n";
  const begun = await siteAt(newRepository({ "tracker.yaml": `format: 1\nname: A\nvisibility: public\n${review}` }));
  const answer = async (path: string) => String((await answerOf(begun, path, new URLSearchParams()))?.body);
  const home = await answer("/index.html");
  expect(home).toContain("Nothing has been reported yet.");
  expect(home).not.toContain("Everything is triaged.");
  for (const [key, kind] of [
    ["projects", "project"],
    ["people", "person"],
    ["milestones", "milestone"],
    ["boards", "board"],
  ])
    expect(await answer(`/${key}.html`)).toContain(
      `None yet. A file <code>${key}/NAME.md</code> makes one: <a href="format.html#${kind}">`,
    );
  const report = await answer("/new.html");
  expect(report).toContain("<code>storytree clone https://github.com/lantern/tracker</code>");
  expect(report).toContain('<a href="https://github.com/lantern/tracker" rel="noopener">the tracker\'s repository</a>');
  begun.catalogue.close();
});

test("where all that moves is urgent, home does not say that nothing is open", async () => {
  const folder = newRepository({ "tracker.yaml": "format: 1\nname: A\nvisibility: public\n" });
  const time = `${new Date(Date.parse(frozenNow) - 86_400_000).toISOString().slice(0, 19)}Z`;
  const author = `author: ann\ncreated: ${time}\n`;
  const story = {
    "people/ann.md": "---\nname: Ann\n---\n",
    "projects/p.md": "---\ntitle: P\n---\n",
    "stories/001/10000001/story.md": `---\ntitle: It burns\n${author}type: bug\ntriage: confirmed\n---\n`,
    "stories/001/10000001/tasks/20000001.md": `---\nproject: p\nstatus: todo\npriority: critical\n${author}---\n`,
  };
  commit(folder, story, "It burns", time);
  const urgent = await siteAt(folder);
  const home = String((await answerOf(urgent, "/index.html", new URLSearchParams()))?.body);
  expect(home.split("<h2>Moving</h2>")[1]).toMatch(/^\s*<p class="empty">All that moves stands above\.<\/p>/);
  urgent.catalogue.close();
});

test("a lane of many cards leads to all of them", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  for (let n = 0; n < 60; n += 1) {
    const place = join(folder, `stories/${String(n).padStart(3, "0")}/${70000000 + n}`);
    mkdirSync(place, { recursive: true });
    const head = `title: Many ${n}\nauthor: noor\ntype: bug\ncreated: 2026-01-02T03:04:05Z\ntriage: confirmed`;
    writeFileSync(join(place, "story.md"), `---\n${head}\ntags:\n  - many\n---\n`);
  }
  writeFileSync(
    join(folder, "boards/many.md"),
    `---\ntitle: Many\nlanes:\n  - title: Asked\n    query: tag:many\n  - title: Placed\n    items:\n${Array.from({ length: 60 }, (_, n) => `      - ${70000000 + n}\n`).join("")}---\n`,
  );
  const many = await siteAt(folder);
  const board = String((await answerOf(many, "/boards/many.html", new URLSearchParams()))?.body);
  expect(board.match(/class="card"/g)).toHaveLength(110);
  expect(board).toContain('<a href="../search.html?q=tag%3Amany">and 10 more</a>');
  many.catalogue.close();
});

test("the page of what is not there leads on from any depth", async () => {
  for (const link of linksOf("404.html", files.get("404.html")?.toString() ?? "").map((each) => each.link))
    expect([link, link.startsWith("/") || link.startsWith("#")]).toEqual([link, true]);
  const folder = join(newFolder(), "site");
  await buildSite({ ...site, base: "https://example.org/tracker" }, { out: folder, keepOut: [] });
  const page = readFolder(folder).get("404.html")?.toString() ?? "";
  const links = [...page.matchAll(/ (?:href|src|action)="(?!https:)([^"#?]+)"/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect([link, files.has(link.replace("/tracker/", ""))]).toEqual([link, true]);
  expect(links.filter((link) => !link.startsWith("/tracker/"))).toEqual([]);
});

test("a tracker that does not say it is public is never published", async () => {
  for (const config of [
    "format: 1\nname: x\nvisibility: restricted\n",
    "format: 1\nname: x\n",
    "visibility: [public]\n",
    "not: [yaml\n",
    'visibility: "Public"\n',
  ]) {
    const folder = newFolder();
    writeFileSync(join(folder, "tracker.yaml"), config);
    await expect(siteAt(folder)).rejects.toMatchObject({ code: "private-in-public", exit: 5 });
  }
});

test("a query that cannot be read is told what was meant, in sentences", async () => {
  const said = async (query: string) =>
    String((await answerOf(site, "/search", new URLSearchParams({ q: query })))?.body).match(
      /notice bad">(.*)<\/p>/,
    )?.[1];
  expect(await said("statsu:x")).toBe(
    "&quot;statsu&quot; is not a field, at character 1. Did you mean &quot;status:&quot;?",
  );
});

test("every kind of broken file has its place on the site, and the rest is there", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  const broken = [
    ...[
      "people/bjorn.md",
      "teams/stewards.md",
      "projects/lantern/network.md",
      "groups/storage.md",
      "milestones/2026-2.md",
      "lists/summit.md",
    ],
    ...[
      "boards/release.md",
      "templates/bug.md",
      "stories/859/27463859/story.md",
      "stories/377/48213377/affects/noor.md",
    ],
  ];
  for (const path of broken) {
    expect(existsSync(join(folder, path))).toBe(true);
    writeFileSync(join(folder, path), path === "tracker.yaml" ? "visibility: public\nname: [\n" : "---\ntitle: [\n");
  }
  const damaged = await siteAt(folder);
  const target = join(newFolder(), "site");
  await buildSite(damaged, { out: target, keepOut: [folder] });
  const repair = readFileSync(join(target, "repair.html"), "utf8");
  for (const path of broken) expect(repair).toContain(path);
  expect(readFileSync(join(target, "stories", "27463859.html"), "utf8")).toContain("needs repair");
  expect(readFileSync(join(target, "stories", "48213377.html"), "utf8")).toContain("cannot be read");
});

test("the rules are a page, in the words of explain, and findings lead to theirs", async () => {
  const html = String(files.get("rules.html"));
  const said = JSON.parse((await storytree(tinyTracker, ["explain", "--json"])).out) as { code: string }[];
  expect(said.filter(({ code }) => !html.includes(`<tr id="${code}">`))).toEqual([]);
  expect(JSON.parse(String(files.get("rules.json")))).toEqual(said);
  expect(String(files.get("index.html"))).toContain('<a href="rules.html">');
});

test("the format is a page made from the schemas, the report a chart with its numbers", () => {
  const format = String(files.get("format.html"));
  for (const text of ["duplicate_of", "never changes", "stories/NNN/ID/story.md"]) expect(format).toContain(text);
  const report = String(files.get("reports/projects/lantern/compute.html"));
  expect(report).toContain("<svg ");
  const { rows } = JSON.parse(String(files.get("reports/projects/lantern/compute.json"))) as {
    rows: { scope: number; open: number; merged: number; invalid: number }[];
  };
  for (const { scope, open, merged, invalid } of rows) expect(open + merged + invalid).toBe(scope);
  expect(rows.at(-1)?.scope).toBeGreaterThan(5);
});

test("every feed says when it changed, in order, and every entry has an id of its own", () => {
  const feeds = [...files].filter(([path]) => path.endsWith(".atom"));
  expect(feeds.length).toBeGreaterThan(50);
  for (const [path, bytes] of feeds) {
    const feed = bytes.toString();
    const entries = feed.split("<entry>").slice(1);
    const updated = [...feed.matchAll(/<updated>([^<]*)<\/updated>/g)].map((match) => match[1] ?? "");
    // Of a story to which nothing happened since, when it was reported.
    const { created } = JSON.parse(String(files.get(path.replace(".atom", ".json")))) as { created?: string };
    const began = path.startsWith("stories/") ? created : "2000-01-01T00:00:00Z";
    expect([path, updated[0]]).toEqual([path, updated.slice(1).sort().at(-1) ?? began]);
    expect([path, updated.slice(1)]).toEqual([path, updated.slice(1).sort().reverse()]);
    const ids = entries.map((entry) => /<id>(tag:tracker\.lantern\.example,2026:[^<]+)<\/id>/.exec(entry)?.[1]);
    expect([path, new Set(ids).size]).toEqual([path, entries.length]);
    for (const [, link = ""] of feed.matchAll(/href="https:\/\/tracker\.lantern\.example\/([^"#]*)/g))
      expect([path, link, files.has(link === "" ? "index.html" : link)]).toEqual([path, link, true]);
  }
});

test("every feed is what RFC 4287 calls one", async () => {
  const schema = readFileSync(join(projectRoot, "test", "support", "atom.rng"), "utf8");
  const faultsOf = async (feeds: readonly { fileName: string; contents: string }[]) => {
    const { errors, valid, rawOutput } = await validateXML({ xml: feeds, extension: "relaxng", schema });
    return valid ? [] : errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput];
  };
  const feeds = [...files]
    .filter(([path]) => path.endsWith(".atom"))
    .map(([path, bytes]) => ({ fileName: path.replaceAll("/", "-"), contents: bytes.toString() }));
  expect(await faultsOf(feeds)).toEqual([]);
  const [first] = feeds.filter(({ contents }) => contents.includes("<entry>"));
  const contents = String(first?.contents);
  for (const worse of [
    contents.replace(/<updated>[^<]*</, "<updated>2026-03-01<"),
    contents.replace(/<entry>\n<id>[^<]*<\/id>/, "<entry>"),
    contents.replace('<link rel="alternate"', '<link rel="alternate" target="x"'),
  ]) {
    expect(worse).not.toBe(contents);
    expect(await faultsOf([{ fileName: "worse.xml", contents: worse }])).not.toEqual([]);
  }
});

test("a search is narrowed down by what its stories have, each value with as many as it then finds", async () => {
  const search = async (q: string) => {
    const params = new URLSearchParams({ q, narrow: "" });
    const html = String((await answerOf(site, "/search", params))?.body);
    const { total } = JSON.parse(String((await answerOf(site, "/search.json", params))?.body)) as { total: number };
    const facets = /<nav class="facets"[^>]*>(.*?)<\/nav>/s.exec(html)?.[1] ?? "";
    const links = [
      ...facets.matchAll(/href="search(?:\.html)?\?q=([^"]*)">([^<]*)<\/a> <span class="meta">([\d,]+)</g),
    ];
    return {
      total,
      links: links.map(([, query = "", , count]) => [decodeURIComponent(query), Number(count)] as const),
    };
  };
  for (const q of ["status:active", "type:bug OR type:vulnerability OR priority:high", "migration"]) {
    const { total, links } = await search(q);
    expect(links.length).toBeGreaterThan(2);
    for (const [query, count] of links) {
      expect(count).toBeLessThan(total);
      expect([query, (await search(query)).total]).toEqual([query, count]);
    }
  }
});

test("who finds nothing reads which names are nobody's, and what was meant", async () => {
  const found = async (q: string) => {
    const html = String((await answerOf(site, "/search", new URLSearchParams({ q })))?.body);
    return /Nothing matches\.[^<]*<\/p>(.*?)<\/div>/s.exec(html)?.[1]?.trim() ?? null;
  };
  expect(await found("status:active (assignee:bjron OR tag:flakyy)")).toBe(
    `<p>No person or team is called &quot;bjron&quot;. Did you mean <a href="${linkBetween("search", searchKey("status:active (assignee:bjorn OR tag:flakyy)"))}">bjorn</a>?</p>
<p>No tag is called &quot;flakyy&quot;. Did you mean <a href="${linkBetween("search", searchKey("status:active (assignee:bjron OR tag:flaky)"))}">flaky</a>?</p>`,
  );
  expect(await found("project:quite/another")).toBe("<p>No project is called &quot;quite/another&quot;.</p>");
  // What is somebody's is not doubted, nor what shall not be.
  expect(await found("assignee:bjorn xylophone -project:quite/another")).toBe("");
});

test("a search has a feed as well, and a wrong one has none", async () => {
  const feed = await answerOf(site, "/search.atom", new URLSearchParams({ q: "status:active migration" }));
  expect(feed?.contentType).toBe("application/atom+xml; charset=utf-8");
  expect(String(feed?.body)).toContain("stories/48213377");
  expect(await answerOf(site, "/search.atom", new URLSearchParams({ q: "statsu:x" }))).toMatchObject({
    status: 400,
    body: expect.stringMatching(/^"statsu" is not a field, at character 1; did you mean "status:?"\?\n$/),
  });
});

test("the sitemap names every page of a story and every list, and nothing that is not there", () => {
  const maps = [...files].filter(([path]) => /^sitemap/.test(path)).map(([, bytes]) => bytes.toString());
  const named = maps
    .flatMap((map) => [...map.matchAll(/<loc>https:\/\/tracker\.lantern\.example\/([^<]*)<\/loc>/g)])
    .map((match) => match[1] || "index.html");
  expect(named.filter((path) => !files.has(path))).toEqual([]);
  for (const path of files.keys()) if (/^(?:stories|projects)\/[^~]*\.html$/.test(path)) expect(named).toContain(path);
  expect(String(files.get("robots.txt"))).toContain("Sitemap: https://tracker.lantern.example/sitemap.xml");
});

test("what search loads holds every story, and its words where they are", () => {
  const read = <T>(key: string) => JSON.parse(String(files.get(key))) as T;
  const rows = (["open", "closed"] as const).flatMap((kind) => read<SearchRows>(rowsKey(0, kind)).rows);
  const stories = [...files.keys()].filter((path) => /^stories\/\d+\.html$/.test(path));
  expect(rows.map(([id]) => `stories/${id}.html`).sort()).toEqual(stories.sort());
  const open = read<SearchRows>(rowsKey(0, "open"));
  const shards = Array.from({ length: open.shards }, (_, shard) => read<WordShard>(wordsKey(0, shard)));
  const block = loadedBlock(open, new Map(shards.entries()));
  const place = open.rows.findIndex(([id]) => id === 48213377);
  const holds = (word: string) => holders(block, { words: [word], prefix: false }).all.has(place);
  expect([holds("throttling"), holds("converges"), holds("rude")]).toEqual([true, true, false]);
});

test("of a hidden comment nothing is shown: not what it attached either, unless something else names it", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  const story = join(folder, "stories/377/48213377");
  mkdirSync(join(story, "attachments"), { recursive: true });
  for (const name of ["leak.txt", "both.txt", "loose.txt"]) writeFileSync(join(story, "attachments", name), name);
  const comment = (name: string, more: string) =>
    writeFileSync(join(story, "comments", `${name}.md`), `---\nauthor: noor\n${more}---\nSecretword.\n`);
  comment(
    "20260701T100000Z-hid1",
    "hidden: true\nattachments:\n  - file: leak.txt\n    title: Zztitle\n  - file: both.txt\n    title: Zztitle\n",
  );
  comment("20260701T110000Z-see1", "attachments:\n  - file: both.txt\n    title: Told\n");
  const hiding = await siteAt(folder);
  const to = join(newFolder(), "site");
  await buildSite(hiding, { out: to, keepOut: [folder] });
  const pages = readFolder(to);
  const told = [...pages].filter(
    ([path, bytes]) => path.includes("leak") || /leak\.txt|Zztitle/.test(bytes.toString()),
  );
  expect(told.map(([path]) => path)).toEqual([]);
  const attached = [...pages.keys()].filter((path) => path.includes("48213377/attachments/"));
  expect(attached.map((path) => path.split("/").at(-1))).toEqual(expect.arrayContaining(["both.txt", "loose.txt"]));
  expect(pages.get("stories/48213377.html")?.toString()).toContain("Told");
  expect(await answerOf(hiding, "/stories/48213377/attachments/leak.txt", new URLSearchParams())).toBeNull();
  hiding.catalogue.close();
});

test("a comment stands with the commit that brought it, and every other commit for itself", async () => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const story = "stories/377/48213377";
  const said = (name: string) => ({ [`${story}/comments/${name}.md`]: "---\nauthor: noor\n---\nHm.\n" });
  // Nothing in its words says that it is a comment; the one that does is none; the last is two.
  const first = commit(folder, said("20260701T100000Z-one1"), "Reply to al", "2026-07-01T10:01:00Z");
  const title = readFileSync(join(folder, story, "story.md"), "utf8").replace(/^title: .*$/m, "title: Anew");
  const second = commit(folder, { [`${story}/story.md`]: title }, "Say comment", "2026-07-01T10:02:00Z");
  const both = { ...said("20260701T103000Z-two1"), ...said("20260701T103500Z-two2") };
  const third = commit(folder, both, "Both", "2026-07-01T11:00:00Z");
  const stream = await siteAt(folder);
  const html = String((await answerOf(stream, `/stories/48213377.html`, new URLSearchParams()))?.body);
  const after = (mark: string) => html.slice(html.indexOf(mark), html.indexOf(mark) + 1_500);
  expect(after('id="comment-20260701t100000z-one1"')).toContain(first.slice(0, 10));
  for (const name of ["two1", "two2"]) expect(after(`-${name}"><header`)).toContain(third.slice(0, 10));
  expect(html).toMatch(new RegExp(`class="event" id="commit-${second.slice(0, 12)}"`));
  // A feed leads to commits.
  for (const oid of [first, second, third]) expect(html.split(`id="commit-${oid.slice(0, 12)}"`)).toHaveLength(2);
  stream.catalogue.close();
});

test("a story's feed tells what was said and what happened, the last first, and of what is hidden nothing", async () => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const story = "stories/377/48213377";
  const comment = (name: string, more: string) => ({
    [`${story}/comments/${name}.md`]: `---\nauthor: noor\n${more}---\nSee the **log** & <tell>.\n`,
  });
  commit(folder, comment("20260701T100000Z-one1", ""), "Say it", "2026-07-01T10:01:00Z");
  commit(folder, comment("20260701T100500Z-hid1", "hidden: true\n"), "Say more", "2026-07-01T10:06:00Z");
  const [task = ""] = readdirSync(join(folder, story, "tasks"));
  const text = readFileSync(join(folder, story, "tasks", task), "utf8").replace(/^status: .*$/m, "status: merged");
  const merged = commit(folder, { [`${story}/tasks/${task}`]: text }, "Land & close", "2026-07-02T10:00:00Z");
  const told = await siteAt(folder);
  const feed = String((await answerOf(told, "/stories/48213377.atom", new URLSearchParams()))?.body);
  const [head = "", first = "", second = ""] = feed.split("<entry>");
  expect(head).toContain("<updated>2026-07-02T10:00:00Z</updated>");
  expect(first).toContain("<title>Land &amp; close</title>");
  expect(first).toContain(`#commit-${merged.slice(0, 12)}"`);
  expect(first).toMatch(/<summary>[^<]*: \w+ → merged<\/summary>/);
  expect(second).toContain("<title>noor commented</title>");
  expect(second).toContain("<summary>See the log &amp;");
  expect(second).toContain('#comment-20260701t100000z-one1"');
  expect(feed).not.toContain("hid1");
  const page = String((await answerOf(told, "/stories/48213377", new URLSearchParams()))?.body);
  expect(page).toContain('type="application/atom+xml" href="../stories/48213377.atom"');
  told.catalogue.close();
});

test("a page without a feed of its own leads to that of the same stories", () => {
  for (const [path, feed] of [
    ["report.html", "index.atom"],
    ["reports/projects/lantern/compute.html", "../../../projects/lantern/compute.atom"],
    ["archive.html", "index.atom"],
  ] as const)
    expect(String(files.get(path))).toContain(`type="application/atom+xml" href="${feed}"`);
  expect(String(files.get("rules.html"))).not.toContain("application/atom+xml");
});

test("a person's page tells of their teams, what they maintain, and where their stories are", () => {
  const page = String(files.get("people/bjorn.html"));
  expect(page).toContain('<a href="../teams/compute-core.html">compute-core</a>');
  expect(page).toMatch(/<dt>Maintains<\/dt><dd><a href="\.\.\/projects\/lantern\//);
  expect(page).toContain('search.html?q=author%3A%22bjorn%22">reported</a>');
});

test("an index says what is over, and counts nothing as nothing", () => {
  const rows = String(files.get("milestones.html")).split("<tr");
  const past = rows.filter((row) => row.startsWith(' class="past"'));
  expect(past.length).toBeGreaterThan(0);
  for (const row of past) expect(row).toContain('<span class="meta">· closed</span>');
  for (const row of rows.slice(2)) expect(row).toMatch(/(?:<td class="c-number" data-what="[a-z]+">\d+<\/td>){2}/);
  // In the order of their days, and as far as they have come.
  const days = rows
    .filter((row) => !row.startsWith(' class="past"'))
    .flatMap((row) => /due <time datetime="([^"]*)/.exec(row)?.[1] ?? []);
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual([...days].sort());
  expect(rows.join("")).toMatch(
    /<progress max="100" value="\d+" aria-label="[^"]+ percent done"><\/progress>\d+ of \d+/,
  );
});

test("beyond the last page of a search there is the last page", async () => {
  const asked = (page: string) => answerOf(site, "/search", new URLSearchParams({ q: "status:active", page }));
  const last = String((await asked("99"))?.body);
  expect(last).not.toContain("Nothing matches");
  expect(last).toBe(String((await asked("1"))?.body));
});

test("the format says how to write what has parts, and which fields this tracker declares", () => {
  const format = String(files.get("format.html"));
  for (const key of ["attachments[].file", "lanes[].title", "watch[].query", "links[].url"])
    expect(format).toContain(`<code>${key}</code>`);
  expect(format).toMatch(/<code>severity<\/code>.*?A field of this tracker/s);
});

test("a search's own JSON and feed are those of its query", async () => {
  const page = String((await answerOf(site, "/search", new URLSearchParams("q=type:bug")))?.body);
  for (const [, type, link = ""] of page.matchAll(/rel="alternate" type="([^"]+)" href="([^"]+)"/g)) {
    expect(link).toMatch(/^search\.(?:json|atom)\?q=type%3Abug$/);
    const [path, query] = link.split("?");
    const answer = await answerOf(site, `/${path}`, new URLSearchParams(query));
    expect(answer?.status).toBe(200);
    expect(answer?.contentType).toContain(type);
    expect(String(answer?.body)).toContain(type === "application/json" ? '"query": "type:bug"' : "<feed");
  }
  expect(page.match(/rel="alternate"/g)).toHaveLength(2);
});

test("examples that this tracker cannot answer are no links", async () => {
  const page = String((await answerOf(site, "/search", new URLSearchParams()))?.body);
  const links = [...page.matchAll(/href="search\.html\?q=([^"]+)"/g)].map(([, query = ""]) =>
    decodeURIComponent(query),
  );
  expect(links.length).toBeGreaterThan(20);
  for (const query of links) {
    const answer = await answerOf(site, "/search", new URLSearchParams({ q: query }));
    expect([query, answer?.status]).toEqual([query, 200]);
    // Names are those of this tracker.
    const isNamed = /^(?:id|project|assignee|author|tag|milestone|commenter|branch|cve|alias):/.test(query);
    if (isNamed) expect([query, String(answer?.body)]).toEqual([query, expect.not.stringContaining("Nothing matches")]);
  }
  expect(links).toEqual(expect.arrayContaining(["project:lantern/compute"]));
});

test("what an index counts as active is what each page counts", async () => {
  let compared = 0;
  for (const index of ["projects", "teams", "milestones", "tags"]) {
    const rows = String(files.get(`${index}.html`))
      .split("<tr")
      .filter((row) => row.includes('data-what="active"'));
    for (const row of rows) {
      const [, page = ""] = /href="([^"]+)"/.exec(row) ?? [];
      const counted = Number(/data-what="active">(\d+)</.exec(row)?.[1]);
      const heading = /<section[^>]*><h2>([\s\S]*?)<\/h2>/.exec(String(files.get(decodeURIComponent(page))))?.[1] ?? "";
      const [, all = "0"] = /^(\d+) stor/.exec(heading) ?? [];
      const told = / (all|\d+) active</.exec(heading.replace(/<a [^>]*>/g, " "))?.[1] ?? "0";
      expect([page, counted]).toEqual([page, Number(told === "all" ? all : told)]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(10);
});

test("home names a story once among what is urgent and what moves; all stories are told by status; who triages sees who reported", () => {
  const home = String(files.get("index.html"));
  const part = (title: string) => home.slice(home.indexOf(`<h2>${title}</h2>`)).split("</section>")[0] ?? "";
  const [urgent, moving] = ["Urgent or due soon", "Moving"].map(
    (title): readonly string[] => part(title).match(/(?<=stories\/)\d+(?=\.html)/g) ?? [],
  );
  expect(urgent?.length).toBeGreaterThan(0);
  expect(moving?.filter((id) => urgent?.includes(id))).toEqual([]);
  expect(String(files.get("stories.html"))).toMatch(
    /<h2>\d+ stories <a class="meta" href="search\.html\?q=status%3Aactive">\d+ active<\/a>/,
  );
  const row = String(files.get("untriaged.html")).split("<tbody>")[1]?.split("</tr>")[0] ?? "";
  expect(row).toMatch(/<td class="c-who"><a href="people\/[a-z]+\.html">/);
});
