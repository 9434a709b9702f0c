// An attack: a canary in every field, name and file of a restricted tracker, and every way to get one out. What comes out is just
// what was meant to.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiAddresses } from "../support/api-addresses.ts";
import { anyCanary, type CanaryTracker, canaryTracker, hiddenStory, seenStory } from "../support/canaries.ts";
import { commit, git, newFolder, readFolder, writeFiles } from "../support/folder.ts";
import { type IdentityProvider, signIn, startIdentityProvider } from "../support/identity-provider.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { type RestrictedSite, serveRestrictedAt } from "../support/restricted-site.ts";
import { storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";
import { must, type TwoTrackers, twoTrackers } from "../support/two-trackers.ts";

const then = { now: () => new Date("2026-12-01T15:00:00Z") };

let trackers: TwoTrackers;
let tracker: CanaryTracker;
let inMessages: readonly string[];
beforeAll(async () => {
  trackers = await twoTrackers();
  tracker = canaryTracker();
  commit(trackers.secret, tracker.files, `Canaries ${tracker.word("git", "commit message")}`);
  git(trackers.secret, ["branch", `proposal/${tracker.word("git", "branch")}`]);
  git(trackers.secret, ["tag", tracker.word("git", "tag")]);
  inMessages = tracker.canaries.filter(({ record }) => record === "git").map(({ word }) => word);
});

const canariesIn = (bytes: string | Uint8Array): readonly string[] =>
  Buffer.from(bytes).toString("latin1").match(anyCanary) ?? [];
/** Where canaries stood, for people. */
const places = (words: Iterable<string>) =>
  [...new Set(words)]
    .map((word) => tracker.canaries.find((each) => each.word === word))
    .map((each) => `${each?.record} ${each?.place}`)
    .sort();

/** Of so many addresses CI asks every nineteenth. */
const part = (addresses: readonly string[]) => (isThorough ? addresses : addresses.filter((_, at) => at % 19 === 0));

/** Everything that a public server answers, with the headers. */
async function allAnswers(site: LiveSite, folder: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>[^<]*?(\/[^/<][^<]*|\/)<\/loc>/g)].map(
    ([, path]) => new URL(path ?? "/", site.url).pathname,
  );
  const words = [tracker.canaries[0]?.word ?? "", "hole"];
  const api = await apiAddresses(new Map(Object.entries(Object.fromEntries(readFolder(folder)))), words);
  const numbers = [seenStory, hiddenStory].flatMap((id) =>
    ["stories", "tasks", "bugs"].flatMap((kind) => ["", ".json", ".atom"].map((end) => `/${kind}/${id}${end}`)),
  );
  for (const path of new Set(["/", "/metrics", "/healthz", "/readyz", ...numbers, ...part([...pages, ...api])])) {
    const answer = await fetch(site.url + path, { redirect: "manual" });
    const said = [...answer.headers].map((each) => each.join(": ")).join("\n");
    answers.set(path, `${said}\n${await answer.text()}`);
  }
  return answers;
}

describe("before a disclosure", () => {
  test("the tracker is as a team would have it: it validates", async () => {
    const { out, exit } = await storytree(trackers.secret, ["validate", "--format", "json"]);
    expect([exit, JSON.parse(out).diagnostics]).toEqual([0, []]);
    expect(tracker.canaries.length).toBeGreaterThan(150);
  });

  test("nothing public holds one: not the repository, the site, the server, or its log", async () => {
    const { open } = trackers;
    const out = join(newFolder(), "site");
    await must(storytree(open, ["build", "--out", out]));
    for (const folder of [open, out])
      for (const [path, bytes] of readFolder(folder))
        expect([path, canariesIn(path), canariesIn(bytes)]).toEqual([path, [], []]);
    const site = await serveAt(open, { still: true });
    try {
      for (const [path, answer] of await allAnswers(site, open)) {
        if (canariesIn(decodeURIComponent(path)).length === 0) expect([path, canariesIn(answer)]).toEqual([path, []]);
      }
      expect(site.errors).toEqual([]);
      // An address that somebody asks for is in the log as it was asked.
      for (const line of site.lines)
        if (!canariesIn(String(line.path ?? line.url)).length) expect(canariesIn(JSON.stringify(line))).toEqual([]);
    } finally {
      await site.close();
    }
  }, 240_000);

  test("leakcheck finds each of them, wherever it stood", async () => {
    const folder = newFolder();
    const files = Object.fromEntries(
      tracker.canaries.map(({ word }) => [
        `${createHash("sha1").update(word).digest("hex").slice(0, 9)}.txt`,
        `We ${word} it.\n`,
      ]),
    );
    writeFiles(folder, files);
    const { exit, out } = await storytree(trackers.secret, ["leakcheck", "--against", folder, "--json"]);
    expect(exit).toBe(5);
    const found = new Set((JSON.parse(out) as { place: string }[]).map(({ place }) => place));
    const missed = Object.entries(files).filter(([path]) => !found.has(path));
    expect(places(missed.flatMap(([, text]) => canariesIn(text)))).toEqual([]);
  });
});

describe("on the restricted server", () => {
  let identity: IdentityProvider;
  let site: RestrictedSite;
  let addresses: readonly string[];
  beforeAll(async () => {
    identity = await startIdentityProvider();
    site = await serveRestrictedAt(trackers.secret, identity, undefined, false);
    const files = new Map([...readFolder(trackers.secret)].filter(([path]) => !path.startsWith(".git/")));
    const words = tracker.canaries.map(({ word }) => word);
    const kinds = ["people", "teams", "milestones", "projects", "groups", "lists", "boards", "tags"];
    addresses = [
      ...part(kinds.flatMap((kind) => words.flatMap((word) => [`/${kind}/${word}`, `/${kind}/${word}.json`]))),
      ...part(words.map((word) => `/search.json?q=${word}`)),
      ...["/", "/stories", "/changes", "/people", "/tags", "/search?q=text", "/search.json?q=text", "/index.json"],
      ...[seenStory, hiddenStory].flatMap((id) => [
        ...["", ".json", ".atom"].map((end) => `/stories/${id}${end}`),
        ...words.flatMap((word) => [
          `/stories/${id}/attachments/${word}.log`,
          `/stories/${id}/attachments/${word}.txt`,
        ]),
        ...[id + 10_000_000, id + 10_001_000].map((task) => `/stories/${task}`),
      ]),
      ...part(words.map((word) => `/launchpad:${word}`)),
      ...part(await apiAddresses(files, [words[0] ?? "", "text"])),
    ];
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await identity?.close();
  });

  /** The canaries that a reader gets, beside those they asked for. */
  async function gotBy(cookie: string | null): Promise<Set<string>> {
    const got = new Set<string>();
    const ask = async (path: string) => {
      const answer = await fetch(site.url + path, { redirect: "manual", headers: cookie === null ? {} : { cookie } });
      const said = `${[...answer.headers].map((each) => each.join(": ")).join("\n")}\n${await answer.text()}`;
      const asked = canariesIn(decodeURIComponent(path));
      // Where there is nothing, what was asked for comes back at most.
      for (const word of canariesIn(said))
        if (answer.status === 200 ? !path.includes("?") || !asked.includes(word) : !asked.includes(word)) got.add(word);
    };
    const waiting = [...addresses];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await ask(path);
      }),
    );
    return got;
  }

  test("somebody who has not signed in, and one who may see nothing, get none", async () => {
    expect(places(await gotBy(null))).toEqual([]);
    const { cookie } = await signIn(site.url, "ruth-subject");
    expect(places(await gotBy(cookie))).toEqual([]);
  }, 300_000);

  test("one who may see a story gets those of that story and what it leads to, and none of the other", async () => {
    const { cookie } = await signIn(site.url, "nina-subject");
    const got = await gotBy(cookie);
    expect(places(got).filter((place) => !place.startsWith("seen/"))).toEqual([]);
    // And all that stands in the story itself, or the attack would prove nothing.
    for (const [record, place] of [
      ["seen/story", "/title"],
      ["seen/story", "body"],
      ["seen/story", "attached bytes"],
      ["seen/comment/kept", "body"],
      ["seen/task/unknown", "body"],
      ["seen/person", "/name"],
    ] as const)
      expect([record, place, got.has(tracker.of(record, place))]).toEqual([record, place, true]);
    for (const [record, place] of [
      ["seen/person", "/email"],
      ["seen/person", "/identities/*"],
      ["seen/person", "body"],
      ["seen/list", "/title"],
      ["seen/story", "remark"],
    ] as const)
      expect(got).not.toContain(tracker.of(record, place));
    expect(site.log).toEqual([]);
  }, 300_000);
});

test("after a disclosure just what was meant to be public is: in the repository, the site, and every answer", async () => {
  const { open, secret } = trackers;
  await must(storytree(secret, ["disclose", String(seenStory), "--to", "../public", "--confirm"], then));
  const task = ["/branch", "/changes/*", "/title", "/reason", "/aliases/*", "body"];
  const attached = ["/attachments/*/file", "/attachments/*/title", "/attachments/*/branch", "attached bytes"];
  const meant = [
    ...[
      "/title",
      "/tags/*",
      "/aliases/*",
      "/links/*/url",
      "/links/*/title",
      "/reporter_credit",
      "body",
      ...attached,
    ].map((place) => tracker.of("seen/story", place)),
    ...task.map((place) => tracker.of("seen/task/advisory", place)),
    ...["/aliases/*", "body", ...attached].map((place) => tracker.of("seen/comment/marked", place)),
  ];
  const objects = git(open, ["cat-file", "--batch", "--batch-all-objects", "--unordered"]);
  expect(places(canariesIn(objects))).toEqual(places(meant));
  const out = join(newFolder(), "site");
  await must(storytree(open, ["build", "--out", out]));
  const built = [...readFolder(out)].flatMap(([path, bytes]) => [...canariesIn(path), ...canariesIn(bytes)]);
  expect(places(built).filter((place) => !places(meant).includes(place))).toEqual([]);
  const site = await serveAt(open, { still: true });
  try {
    const answers = await allAnswers(site, open);
    const got = [...answers].flatMap(([path, answer]) => {
      const asked = canariesIn(decodeURIComponent(path));
      return canariesIn(answer).filter((word) => !asked.includes(word));
    });
    expect(places(got).filter((place) => !places(meant).includes(place))).toEqual([]);
    expect(got).toContain(tracker.of("seen/comment/marked", "body"));
  } finally {
    await site.close();
  }
  for (const word of inMessages) expect(objects).not.toContain(word);
  expect(await storytree(secret, ["leakcheck", "--against", open, "--show"])).toMatchObject({ exit: 0, out: "" });
}, 240_000);
