// leakcheck: something private planted anywhere is found, what was disclosed by right is not, and its output gives nothing away.

import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { commit, git, newFolder, writeFiles } from "../support/folder.ts";
import { addPrivateStory, canary, otherId, storyFolder, storyId, textAt } from "../support/private-story.ts";
import { storytree } from "../support/terminal.ts";
import { must, type TwoTrackers, twoTrackers } from "../support/two-trackers.ts";

let trackers: TwoTrackers;
beforeAll(async () => {
  trackers = await twoTrackers();
  addPrivateStory(trackers.secret);
});

const check = (path: string, ...more: string[]) =>
  storytree(trackers.secret, ["leakcheck", "--against", path, ...more]);

interface Told {
  /** What sorts were found, by the first folder of their place. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that it wrote. */
  readonly said: string;
}

/** What leakcheck finds in a folder, in which it finds something. */
async function toldOf(folder: string): Promise<Told> {
  const places = new Map<string, Set<string>>();
  const { exit, out, err } = await check(folder, "--json");
  expect(exit).toBe(5);
  const found = JSON.parse(out) as { place: string; sort: string }[];
  for (const { place, sort } of found) {
    const [first = ""] = place.split(/[/:]/);
    places.set(first, new Set([...(places.get(first) ?? []), sort]));
  }
  return { places, said: out + err };
}

describe("what is clean", () => {
  test("the public tracker, its site, and an empty folder", async () => {
    const site = join(trackers.around, "site");
    await must(storytree(trackers.open, ["build", "--out", site]));
    for (const place of [trackers.open, site, newFolder()]) {
      expect(await check(place, "--show")).toMatchObject({
        exit: 0,
        out: "",
        err: expect.stringContaining("nothing private"),
      });
    }
  });

  test("what was disclosed by right, and nothing beside it", async () => {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    const then = { now: () => new Date("2026-12-01T15:00:00Z") };
    await must(storytree(secret, ["disclose", String(storyId), "--to", "../public", "--confirm"], then));
    expect(await storytree(secret, ["leakcheck", "--against", open, "--show"])).toMatchObject({ exit: 0, out: "" });
    const left = textAt(secret, `${storyFolder}/comments/20261104T100000Z-cccc.md`);
    commit(open, { [`${storyFolder}/comments/20261104T100000Z-cccc.md`]: left });
    expect(await storytree(secret, ["leakcheck", "--against", open])).toMatchObject({ exit: 5 });
  });

  test("two clones as git makes them, with people who sign on both sides", async () => {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    const signed = "\n\nSigned-off-by: Zoltan Kerekes <zoltan@kerekes.example>";
    commit(secret, { "notes.txt": "x\n" }, `Say more${signed}`);
    commit(secret, { "notes.txt": "y\n" }, "More\n\nExploit-name: qxtrailerzz");
    commit(open, { "notes.txt": "x\n" }, `Say more${signed}`);
    const [ours, theirs] = [newFolder(), newFolder()];
    git(ours, ["clone", "--quiet", "--no-local", secret, "."]);
    git(theirs, ["clone", "--quiet", "--no-local", open, "."]);
    git(ours, ["config", "storytree.public", theirs]);
    expect(await storytree(ours, ["leakcheck", "--against", theirs, "--show"])).toMatchObject({ exit: 0, out: "" });
    const what = newFolder();
    writeFiles(what, { "mail.txt": "They call it qxtrailerzz.\n" });
    expect(await storytree(ours, ["leakcheck", "--against", what])).toMatchObject({ exit: 5 });
  });

  test("but not once a disclosed story has a key of which nobody can say: it says so, and looks on", async () => {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    const then = { now: () => new Date("2026-12-01T15:00:00Z") };
    await must(storytree(secret, ["disclose", String(storyId), "--to", "../public", "--confirm"], then));
    const place = `${storyFolder}/story.md`;
    commit(secret, { [place]: textAt(secret, place).replace("---\n", "---\nx-later: 1\n") });
    const told = await storytree(secret, ["leakcheck", "--against", open]);
    expect(told).toMatchObject({ exit: 5, err: expect.stringContaining(`story ${storyId} has been disclosed, but`) });
  });
});

describe("what is found", () => {
  const planted: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["a word", `as ${canary} said`, "word"],
    ["a word in capitals", canary.toUpperCase(), "word"],
    ["a number", `see story ${otherId}.`, "number"],
    ["a number in an address", `https://x.example/stories/${otherId}.html`, "number"],
    ["a task's number", '{"id":40000002}', "number"],
    ["a file's name", `${canary}-notes.txt`, "file name"],
    ["a tag", `<a href="/tags/${canary}-tag">t</a>`, "word"],
    ["words apart by markup", "<p>Public <b>body</b>. It&#32;is like</p>", "text"],
    ["a word in markup", `zyx<wbr>wvut`, "word"],
    ["a word in JSON", '"\\u007ayxwvut"', "word"],
    ["a word in an address", "q=%7Ayxwvut", "word"],
    [
      "a mail in base64",
      `Content-Transfer-Encoding: base64\n\n${Buffer.from(`Dear all, ${canary} is out`).toString("base64")}\n`,
      "word",
    ],
    ["a mail in quoted-printable", "zyx=\nwv=75t=20", "word"],
    ["a packed feed", gzipSync(`<title>${canary}</title>`), "word"],
    ["a number glued to a word", `see bug${otherId}`, "number"],
    ["an archive, of which nothing can be said", Buffer.from("504b03041400", "hex"), "packed file"],
  ];
  // Beside one another in one folder, which is looked at once.
  const folder = newFolder();
  let told: Told;
  beforeAll(async () => {
    writeFiles(folder, Object.fromEntries(planted.map(([, content], at) => [`${at}/page.html`, content])));
    told = await toldOf(folder);
    expect((await check(join(folder, "0/page.html"))).exit).toBe(5);
  });
  test.each(planted.map(([name, , sort], at) => [name, sort, at] as const))("%s", (_, sort, at) => {
    expect([...(told.places.get(String(at)) ?? [])]).toContain(sort);
  });
  test("what it says is none of it: that is for those who ask to see it", async () => {
    const { out, err } = await check(folder);
    for (const said of [told.said, out + err]) {
      expect(said).not.toContain(canary);
      expect(said).not.toContain(String(otherId));
    }
  });

  test("a name in a folder", async () => {
    const folder = newFolder();
    writeFiles(folder, { [`a/${canary}-tag/index.html`]: "x" });
    expect(await check(folder)).toMatchObject({ exit: 5 });
  });

  const inGit: readonly (readonly [string, (repository: string) => void])[] = [
    [
      "in a file that is gone again",
      (repository) => {
        commit(repository, { "notes.txt": canary });
        commit(repository, { "notes.txt": null });
      },
    ],
    ["in a message", (repository) => void commit(repository, {}, `about ${canary}`)],
    ["in the name of a branch", (repository) => void git(repository, ["branch", `fix-${canary}`])],
    [
      "on another branch",
      (repository) => {
        git(repository, ["checkout", "--quiet", "-b", "other"]);
        commit(repository, { x: String(otherId) });
        git(repository, ["checkout", "--quiet", "-"]);
      },
    ],
    [
      "in an object that nothing leads to",
      (repository) => void git(repository, ["hash-object", "-w", "--stdin"], {}, canary),
    ],
    [
      "as the very object",
      (repository) => {
        const path = join(trackers.secret, `${storyFolder}/attachments/${canary}-loose.txt`);
        git(repository, ["hash-object", "-w", "--stdin"], {}, readFileSync(path));
      },
    ],
    [
      "packed",
      (repository) => {
        commit(repository, { "notes.txt": canary });
        commit(repository, { "notes.txt": null });
        git(repository, ["gc", "--quiet"]);
      },
    ],
    [
      "in a packed file that is gone again",
      (repository) => {
        commit(repository, { "notes.gz": gzipSync(canary) });
        commit(repository, { "notes.gz": null });
      },
    ],
    [
      "by a private commit's id",
      (repository) => void commit(repository, { x: git(trackers.secret, ["rev-parse", "HEAD"]) }),
    ],
  ];
  describe("in a repository", () => {
    let inside: Told;
    beforeAll(async () => {
      const folder = newFolder();
      const repositories = inGit.map((_, at) => join(folder, String(at)));
      for (const repository of repositories) {
        git(folder, ["init", "--quiet", "--initial-branch=main", repository]);
        commit(repository, { "README.md": "Hello.\n" });
      }
      expect(await check(folder, "--show")).toMatchObject({ exit: 0, out: "" });
      for (const [at, [, plant]] of inGit.entries()) {
        plant(repositories[at] ?? "");
        git(folder, ["clone", "--quiet", "--mirror", "--no-local", String(at), `${at}.git`]);
      }
      inside = await toldOf(folder);
    });
    test.each(inGit.map(([name], at) => [name, at] as const))("%s", (name, at) => {
      expect(inside.places.has(String(at))).toBe(true);
      // What nothing leads to no clone brings.
      expect(inside.places.has(`${at}.git`)).toBe(!/nothing leads to|very object/.test(name));
    });
  });

  test("in a pack by itself", async () => {
    const repository = newFolder();
    git(repository, ["init", "--quiet", "--initial-branch=main"]);
    commit(repository, { "notes.txt": canary });
    const pack = join(newFolder(), "objects.pack");
    git(repository, ["gc", "--quiet"]);
    const folder = join(repository, ".git/objects/pack");
    writeFileSync(pack, readFileSync(join(folder, readdirSync(folder).find((each) => each.endsWith(".pack")) ?? "")));
    expect(await check(pack)).toMatchObject({ exit: 5 });
  });

  test("wherever a repository lies, and in what shape: below a folder, behind a link, as a bundle, without its head", async () => {
    const repository = newFolder();
    git(repository, ["init", "--quiet", "--initial-branch=main"]);
    commit(repository, { "notes.txt": canary });
    commit(repository, { "notes.txt": null });
    const around = newFolder();
    git(repository, ["clone", "--quiet", "--mirror", "--no-local", repository, join(around, "deep", "inside.git")]);
    expect(await check(around)).toMatchObject({ exit: 5 });
    const linked = newFolder();
    symlinkSync(around, join(linked, "site"));
    symlinkSync(linked, join(linked, "again"));
    expect(await check(linked)).toMatchObject({ exit: 5 });
    const tree = join(newFolder(), "tree");
    git(repository, ["worktree", "add", "--quiet", tree]);
    expect(await check(tree)).toMatchObject({ exit: 5 });
    const bundle = join(newFolder(), "public.bundle");
    git(repository, ["bundle", "create", "--quiet", bundle, "--all"]);
    expect(await check(bundle)).toMatchObject({ exit: 5 });
    const objects = newFolder();
    cpSync(join(repository, ".git", "objects"), join(objects, "objects"), { recursive: true });
    expect(await check(objects)).toMatchObject({ exit: 5 });
    // Of a pack that git cannot read, nothing is said to be clean.
    writeFileSync(bundle, readFileSync(bundle).subarray(0, -30));
    expect(await check(bundle)).toMatchObject({ exit: 2, err: expect.stringContaining("[git-failed]") });
  });

  test("what is private of somebody whom the public tracker knows too, and not what it says of them", async () => {
    const { secret, open, around } = await twoTrackers();
    addPrivateStory(secret);
    const name = textAt(open, "people/amina.md").match(/^name: (.*)$/m)?.[1] ?? "";
    commit(secret, { "people/amina.md": `---\nname: ${name}\nidentities:\nemail: qxmailzz@example.org\n---\n` });
    const found = async (text: string) => {
      writeFiles(around, { "site/text.txt": `${text}\n` });
      return (await storytree(secret, ["leakcheck", "--against", join(around, "site")])).exit;
    };
    expect(await found("Write to qxmailzz@example.org")).toBe(5);
    expect(await found(`amina is ${name}`)).toBe(0);
  });

  test("every canary, in whatever field or file name of the restricted tracker it stands", async () => {
    const { secret, around } = await twoTrackers();
    const marks = Object.fromEntries(
      [
        "title",
        "body",
        "remark",
        "tag",
        "credit",
        "link",
        "file",
        "attached",
        "comment",
        "task",
        "affects",
        "person",
        "list",
        "extra",
        "broken",
      ].map((name, index) => [name, `qx${name}${"abcdefghijklmnop"[index]}zz`]),
    ) as Record<string, string>;
    commit(secret, {
      "stories/003/30000003/story.md": `---\n# ${marks.remark}\ntitle: ${marks.title}\nauthor: vera\ntype: vulnerability\ncreated: 2026-11-01T09:12:33Z\ntriage: new\ntags:\n  - ${marks.tag}\nlinks:\n  - url: https://x.example/${marks.link}\nattachments:\n  - file: ${marks.file}.bin\nreporter_credit: ${marks.credit}\nx-note: ${marks.extra}\n---\n${marks.body}\n`,
      "stories/003/30000003/tasks/40000003.md": `---\nproject: security/advisory\nstatus: todo\nauthor: vera\ncreated: 2026-11-01T09:12:33Z\ntitle: ${marks.task}\n---\n`,
      "stories/003/30000003/comments/20261101T100000Z-aaaa.md": `---\nauthor: vera\n---\n${marks.comment}\n`,
      "stories/003/30000003/affects/nina.md": `---\ncreated: 2026-11-01T09:12:33Z\n---\n${marks.affects}\n`,
      [`stories/003/30000003/attachments/${marks.file}.bin`]: `${marks.attached}`,
      "stories/004/30000004/story.md": `---\ntitel: ${marks.broken}\n---\n`,
      [`people/${marks.person}.md`]: "---\nname: Somebody\n---\n",
      "lists/next.md": `---\ntitle: ${marks.list}\nitems:\n---\n`,
    });
    const texts = Object.values(marks).map((mark, at) => [`site/${at}.txt`, `Some text with ${mark} in it.\n`]);
    writeFiles(around, Object.fromEntries(texts));
    const found = await storytree(secret, ["leakcheck", "--against", "../site"]);
    expect(found.exit).toBe(5);
    for (const [at, [name, mark]] of Object.entries(marks).entries()) {
      expect([name, found.out.includes(`${at}.txt: `)]).toEqual([name, true]);
      expect(found.out + found.err).not.toContain(mark);
    }
  });
});

describe("the list of what is harmless", () => {
  test("takes words that somebody has looked at, says nothing of them, and takes no number", async () => {
    const folder = newFolder();
    const list = join(newFolder(), "harmless.txt");
    writeFiles(folder, { "page.txt": `the ${canary} of old\n` });
    expect(await check(folder, "--harmless", list)).toMatchObject({ exit: 5 });
    expect(await check(folder, "--harmless", list, "--accept")).toMatchObject({ exit: 0 });
    expect(await check(folder, "--harmless", list)).toMatchObject({
      exit: 0,
      err: expect.stringContaining("known to be harmless"),
    });
    const text = readFileSync(list, "utf8");
    expect(text).not.toContain(canary);
    expect(text).toMatch(/^# .*\nstorytree harmless 1 [0-9a-f]{32}\n(?:[0-9a-f]{4}\n)+$/);
    expect(await check(list)).toMatchObject({ exit: 0 });
    writeFiles(folder, { "more.txt": `#${otherId}\n` });
    expect(await check(folder, "--harmless", list)).toMatchObject({ exit: 5 });
    expect(await check(folder, "--harmless", list, "--accept")).toMatchObject({
      exit: 5,
      err: expect.stringContaining("[not-harmless]"),
    });
    writeFileSync(list, "anything\n");
    expect(await check(folder, "--harmless", list)).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[bad-list]"),
    });
  });

  test("a public tracker has nothing to look for", async () => {
    const outcome = await storytree(trackers.open, ["leakcheck", "--against", trackers.around]);
    expect(outcome).toMatchObject({ exit: 2, err: expect.stringContaining("[not-restricted]") });
  });
});
