// A restricted tracker: what it refers to, and who refuses to publish it.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, type OpenTracker, openTracker, type PublicTracker } from "../../src/tracker/open.ts";
import { commit, git, newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";
import { must, twoTrackers } from "../support/two-trackers.ts";

const story = (author: string, more = "") =>
  `---\ntitle: A hole\nauthor: ${author}\ntype: vulnerability\ncreated: 2026-03-01T09:12:33Z\ntriage: new\ntags:\naliases:\nmilestone:\ndepends_on:\n${more}due:\n---\n`;

describe("references of a restricted tracker", () => {
  test("lead into the public clone where it has no such record itself", async () => {
    const { secret } = await twoTrackers();
    commit(secret, { "stories/001/30000001/story.md": story("amina", "  - 46938275\n") });
    expect(await storytree(secret, ["validate"])).toMatchObject({ exit: 0, out: "" });
    git(secret, ["config", "--unset", "storytree.public"]);
    const alone = await storytree(secret, ["validate"]);
    expect(alone.exit).toBe(1);
    expect(alone.out).toContain('person "amina" does not exist');
    expect(alone.out).toContain("story or task 46938275 does not exist");
  });

  test("are judged the same for a change, and for a command that writes", async () => {
    const { secret } = await twoTrackers();
    commit(secret, { "stories/001/30000001/story.md": story("amina", "  - 46938275\n") });
    expect(await storytree(secret, ["validate", "--base", "HEAD~1"])).toMatchObject({ exit: 0, out: "" });
    commit(secret, { "stories/001/30000001/story.md": story("nobody-at-all") });
    expect(await storytree(secret, ["validate", "--base", "HEAD~1"])).toMatchObject({ exit: 1 });
    const id = await must(storytree(secret, ["new", "Another", "--project", "lantern/compute", "--as", "vera"]));
    expect(id).toMatch(/^\d{8}$/);
    expect(await storytree(secret, ["task", id, "--project", "acme/nothing", "--as", "vera"])).toMatchObject({
      exit: 1,
    });
  });

  test("resolve in the restricted tracker first: a retired project there is retired, whatever the public one says", async () => {
    const { secret } = await twoTrackers();
    commit(secret, { "projects/lantern/compute.md": "---\ntitle: Compute\nretired: true\n---\n" });
    const made = await storytree(secret, ["new", "Another", "--project", "lantern/compute", "--as", "vera"]);
    expect(made).toMatchObject({ exit: 1, err: expect.stringContaining("retired-project") });
  });

  test("never touch the public clone", async () => {
    const { open, secret } = await twoTrackers();
    const before = readFolder(open);
    commit(secret, { "stories/001/30000001/story.md": story("amina") });
    await must(storytree(secret, ["validate"]));
    await must(storytree(secret, ["new", "Another", "--project", "lantern/compute", "--as", "amina"]));
    expect(readFolder(open)).toEqual(before);
  });

  test("are shown from there, when they are not the restricted tracker's own", async () => {
    const { secret } = await twoTrackers();
    for (const ref of ["46938275", "project/lantern/compute", "person/amina"]) {
      const shown = await storytree(secret, ["show", ref, "--json"]);
      expect([ref, shown]).toMatchObject([ref, { exit: 0, err: `"${ref}" is in the public tracker\n` }]);
      expect(() => JSON.parse(shown.out)).not.toThrow();
    }
    expect(await storytree(secret, ["show", "99999999"])).toMatchObject({ exit: 1 });
  });

  test("a sibling that is no public tracker is said, not guessed at", async () => {
    const { secret, around } = await twoTrackers();
    await must(storytree(around, ["init", "other", "--restricted", "--name", "Other"]));
    for (const place of ["../other", "../nowhere"]) {
      git(secret, ["config", "storytree.public", place]);
      expect(await storytree(secret, ["validate"])).toMatchObject({
        exit: 2,
        err: expect.stringContaining("[no-public-sibling]"),
      });
    }
  });

  test("several restricted trackers stand beside one public one", async () => {
    const { around, secret } = await twoTrackers();
    await must(storytree(around, ["init", "second", "--restricted", "--name", "Second"]));
    git(join(around, "second"), ["config", "storytree.public", "../public"]);
    for (const folder of [secret, join(around, "second")]) {
      commit(folder, { "stories/001/30000001/story.md": story("amina") });
      expect(await storytree(folder, ["validate"])).toMatchObject({ exit: 0 });
    }
  });

  test("a new number is free on the public side too", async () => {
    const { open, secret } = await twoTrackers();
    // The test's chance is always the same: the first number it draws is made taken.
    const first = await must(storytree(secret, ["new", "One", "--as", "vera"]));
    git(secret, ["clean", "-fdq", "stories"]);
    commit(open, { [`stories/${first.slice(-3)}/${first}/story.md`]: story("amina") });
    const second = await must(storytree(secret, ["new", "One", "--as", "vera"]));
    expect(second).not.toBe(first);
  });
});

describe("what publishes", () => {
  const publishing = [
    ["build", "--out", "../site"],
    ["serve", "--port", "0"],
  ];
  const notPublic = [
    ["visibility: restricted\n", "restricted"],
    ["visibility: Public\n", "misspelt"],
    ["visibility: private\n", "unknown"],
    ["", "missing"],
    ["visibility: public\nvisibility: restricted\n", "twofold"],
  ] as const;

  test.each(notPublic)("stops with exit 5 for %j (%s), before it reads a story", async (line) => {
    const folder = newFolder();
    const bare = join(folder, "bare");
    await must(storytree(folder, ["init", "secret", "--restricted", "--name", "Private"]));
    const secret = join(folder, "secret");
    const config = readFileSync(join(secret, "tracker.yaml"), "utf8").replace("visibility: restricted\n", line);
    commit(secret, { "tracker.yaml": config, "stories/001/30000001/story.md": story("vera") });
    git(folder, ["clone", "--quiet", "--bare", "secret", "bare"]);
    // Whoever looked at a story would stumble: its objects are gone.
    const gone = git(secret, ["rev-parse", "HEAD:stories", "HEAD:stories/001", "HEAD:stories/001/30000001/story.md"]);
    for (const oid of gone.trim().split("\n")) {
      for (const place of [join(secret, ".git"), bare]) {
        rmSync(join(place, "objects", oid.slice(0, 2), oid.slice(2)), { force: true });
      }
    }
    for (const place of [secret, bare]) {
      for (const command of publishing) {
        const outcome = await storytree(place, command);
        expect([command[0], outcome]).toMatchObject([command[0], { exit: 5, out: "" }]);
      }
    }
    expect(readdirSync(folder)).not.toContain("site");
  });

  test("takes a type that only the opening of a public tracker makes", async () => {
    const git = gitProgram({ PATH: process.env.PATH });
    const { open, secret } = await twoTrackers();
    const published = (tracker: PublicTracker) => tracker.visibility;
    const tracker: OpenTracker = await openTracker(open, git);
    // @ts-expect-error an open tracker is not public by itself
    published(tracker);
    // @ts-expect-error nor by saying so
    published({ ...tracker, visibility: "public" });
    expect(published(asPublic(tracker))).toBe("public");
    const other = await openTracker(secret, git);
    expect(() => asPublic(other)).toThrow(expect.objectContaining({ code: "private-in-public", exit: 5 }));
  });

  test("nowhere in the source is the type claimed, but where it is made", () => {
    const root = join(projectRoot, "src");
    const claims = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .filter((path) =>
        /\bas (?:unknown as )?PublicTracker\b|is PublicTracker\b/.test(readFileSync(join(root, path), "utf8")),
      );
    expect(claims).toEqual(["tracker/open.ts"]);
    const casts = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && path !== "tracker/open.ts")
      .filter((path) => /PublicTracker/.test(readFileSync(join(root, path), "utf8")))
      .filter((path) =>
        /\bas (?:any|never)\b|@ts-(?:ignore|expect-error)/.test(readFileSync(join(root, path), "utf8")),
      );
    expect(casts).toEqual([]);
  });
});
