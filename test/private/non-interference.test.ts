// Non-interference: whatever a viewer asks, the answer is that of a tracker in which the stories they may not see do not exist.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiAddresses } from "../support/api-addresses.ts";
import { newRepository } from "../support/folder.ts";
import { type IdentityProvider, signIn, startIdentityProvider } from "../support/identity-provider.ts";
import { canary } from "../support/private-story.ts";
import { serveRestrictedAt } from "../support/restricted-site.ts";
import { isThorough } from "../support/thorough.ts";
import { secretFiles } from "../support/two-trackers.ts";

let identity: IdentityProvider;
beforeAll(async () => {
  identity = await startIdentityProvider();
});
afterAll(() => identity?.close());

type Files = Record<string, string | Uint8Array>;

const viewers = { nina: ["nina", "coresec"], ruth: ["ruth"] } as const;
const names = ["nina", "ruth", "vera", "coresec", "vmt"];
const words = ["leak", "token", "overflow", "race", "login"];

interface Draft {
  readonly id: number;
  readonly access: readonly string[];
  readonly title: readonly string[];
  readonly tags: readonly string[];
  readonly others: readonly number[];
  readonly status: string;
  readonly assignee: string;
  readonly comments: number;
  readonly broken: boolean;
}

const ids = [10000001, 20000001, 30000002, 40000003, 50000003, 60000003];

const draft = (id: number): fc.Arbitrary<Draft> =>
  fc.record({
    id: fc.constant(id),
    access: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
    tags: fc.uniqueArray(fc.constantFrom("one", "two", "three"), { maxLength: 2 }),
    others: fc.uniqueArray(fc.constantFrom(...ids.filter((other) => other !== id)), { maxLength: 2 }),
    status: fc.constantFrom("todo", "review", "merged"),
    assignee: fc.constantFrom("nina", "ruth", "vera"),
    comments: fc.nat(2),
    broken: fc.boolean(),
  });

const list = (key: string, items: readonly (string | number)[]) =>
  `${key}:\n${[...items]
    .sort()
    .map((item) => `  - ${item}\n`)
    .join("")}`;

/** The files of one story; `hidden` puts canaries wherever text can stand. */
function storyFiles(story: Draft, hidden: boolean): Files {
  const { id, access, title, tags, others, status, assignee, comments, broken } = story;
  const folder = `stories/${String(id).slice(-3)}/${id}`;
  const mark = hidden ? ` ${canary}` : "";
  const head = `title: ${title.join(" ")}${mark}\nauthor: ${assignee}\ntype: vulnerability\ncreated: 2026-11-0${1 + (id % 5)}T09:00:00Z\n`;
  const files: Files = {
    [`${folder}/story.md`]: `---\n${hidden && broken ? "titel: broken\n" : ""}${head}${list("tags", hidden ? [...tags, `${canary}-tag`] : tags)}aliases:\n  - launchpad:${id % 1_000_000}\n${list("related", others)}${list("access", access)}attachments:\n  - file: ${hidden ? canary : "trace"}.log\n---\n${title.join(" ")} of #${others[0] ?? id}${mark}\n`,
    [`${folder}/tasks/${id + 7_000_000}.md`]: `---\nproject: security/advisory\nstatus: ${status}\nassignee: ${assignee}\nauthor: ${assignee}\ncreated: 2026-11-06T09:00:00Z\n---\n${mark}\n`,
    [`${folder}/attachments/${hidden ? canary : "trace"}.log`]: `bytes${mark}`,
  };
  for (let number = 0; number < comments; number += 1)
    files[`${folder}/comments/2026110${number + 7}T100000Z-abc${number}.md`] =
      `---\nauthor: ${assignee}\n---\n${words[number]}${mark}\n`;
  return files;
}

const config = (name: string) => `format: 1\nname: ${name}\nvisibility: restricted\nteam: vmt\n`;

function trackerOf(stories: readonly Draft[], may: readonly string[], withHidden: boolean): Files {
  const files: Files = {
    ...secretFiles,
    "tracker.yaml": config("Private"),
    "projects/security/advisory.md": "---\ntitle: Advisories\n---\n",
  };
  if (withHidden) {
    files[`people/${canary}.md`] = `---\nname: ${canary}\n---\n`;
    files[`milestones/${canary}.md`] = `---\ntitle: ${canary}\n---\n`;
    // She is seen in stories: what else her file says is hers.
    files["people/vera.md"] =
      `---\nname: Vera\nidentities:\n  - oidc:vera-subject\n  - irc:${canary}\nemail: ${canary}@example.org\nwatch:\n  - query: project:${canary}\n  - query: id:${stories[0]?.id}\n---\n${canary}\n`;
    files["lists/next.md"] =
      `---\ntitle: ${canary} list\nitems:\n${stories.map(({ id }) => `  - ${id}\n`).join("")}---\n`;
    files["boards/all.md"] = `---\ntitle: ${canary} board\nlanes:\n  - title: ${canary}\n    query: is:active\n---\n`;
  }
  for (const story of stories) {
    const isSeen = story.access.some((name) => may.includes(name));
    if (isSeen) Object.assign(files, storyFiles(story, false));
    else if (withHidden) Object.assign(files, storyFiles(story, true));
  }
  return files;
}

/** Every sort of address, and every number that is somewhere or nowhere. */
const routes = [
  ...[
    "/",
    "/stories",
    "/untriaged",
    "/projects",
    "/milestones",
    "/boards",
    "/people",
    "/tags",
    "/changes",
    "/repair",
    "/rules",
  ],
  ...[
    "/teams",
    "/groups",
    "/lists",
    "/search",
    "/search-index.json",
    "/nothing",
    "/account",
    "/lists/next",
    "/boards/all",
  ],
  ...[
    "/index.json",
    "/stories.json",
    "/people.json",
    "/tags.json",
    "/changes.json",
    "/repair.json",
    "/boards/all.json",
  ],
  ...[
    "/tags/one",
    "/tags/two.json",
    `/tags/${canary}-tag`,
    "/projects/security/advisory",
    "/projects/security/advisory.json",
  ],
  ...["nina", "ruth", "vera", canary].flatMap((name) => [`/people/${name}`, `/people/${name}.json`]),
  ...["vmt", "coresec"].flatMap((name) => [`/teams/${name}`, `/teams/${name}.json`]),
  ...[
    "leak",
    "token",
    "race",
    canary,
    "sort:updated",
    "tag:one",
    "is:blocked",
    "assignee:nina",
    "author:vera",
    "watcher:vera",
    "depends_on:10000001",
    "(",
  ].flatMap((query) => [
    `/search?q=${encodeURIComponent(query)}`,
    `/search.json?q=${encodeURIComponent(query)}&page=2`,
  ]),
  ...[...ids, 99999999].flatMap((id) => [
    `/stories/${id}`,
    `/stories/${id}.json`,
    `/stories/${id}.atom`,
    `/stories/${id + 7_000_000}`,
    `/stories/${id}/attachments/trace.log`,
    `/stories/${id}/attachments/${canary}.log`,
    `/launchpad:${id % 1_000_000}`,
  ]),
];

/** Addresses of the API for whatever is in a tracker, visible or not. */
const apiRoutes = (files: Files) =>
  apiAddresses(new Map(Object.entries(files)), ["leak", "tag:one sort:updated", "is:blocked", "status", canary]);

/** All that a viewer can tell of a server, by asking it. */
async function everything(files: Files, viewer: string, addresses: readonly string[]): Promise<readonly string[]> {
  const site = await serveRestrictedAt(newRepository(files), identity, undefined, false);
  try {
    const { cookie } = await signIn(site.url, `${viewer}-subject`);
    const answers: string[] = [];
    for (const route of addresses) {
      for (const method of route.startsWith("/api/v1/") ? ["GET"] : ["GET", "HEAD"]) {
        const response = await fetch(site.url + route, { method, redirect: "manual", headers: { cookie } });
        const headers = [...response.headers].filter(([name]) => name !== "date").map((each) => each.join(": "));
        answers.push([method, route, response.status, ...headers, await response.text()].join("\n"));
      }
    }
    return [...answers, ...site.log];
  } finally {
    await site.close();
  }
}

/** Of so many addresses in CI every so manieth, each time others. */
let turn = 0;
function part(addresses: readonly string[]): readonly string[] {
  turn += 1;
  return isThorough ? addresses : addresses.filter((_, at) => at % 6 === turn % 6);
}

test("over random trackers, viewers and every sort of address", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...ids.map(draft)),
      fc.constantFrom<keyof typeof viewers>("nina", "ruth"),
      async (stories, viewer) => {
        const may = viewers[viewer];
        const files = trackerOf(stories, may, true);
        const addresses = [...routes, ...part(await apiRoutes(files))];
        const [whole, without] = [
          await everything(files, viewer, addresses),
          await everything(trackerOf(stories, may, false), viewer, addresses),
        ];
        expect(whole).toEqual(without);
        // What is asked for comes back in an answer to it; nothing else holds a canary.
        for (const answer of whole) {
          const [, route = ""] = answer.split("\n");
          if (!route.includes(canary)) expect(answer).not.toContain(canary);
        }
      },
    ),
    { numRuns: isThorough ? 40 : 4, seed: 8, endOnFailure: true },
  );
}, 600_000);

test("a private twin of a story one may see changes nothing: no list, no order, no total", async () => {
  const story: Draft = {
    ...{
      id: ids[0] ?? 0,
      access: ["nina"],
      title: ["leak"],
      tags: ["one"],
      others: [],
      status: "todo",
      assignee: "nina",
    },
    ...{ comments: 2, broken: false },
  };
  const alone = { ...trackerOf([story], ["nina"], false) };
  const twin = storyFiles({ ...story, id: ids[1] ?? 0, access: [] }, false);
  const both = { ...alone, ...twin };
  const addresses = [...routes, ...(await apiRoutes(both))];
  const answers = await everything(both, "nina", addresses);
  expect(answers).toEqual(await everything(alone, "nina", addresses));
  // And what was asked is what is there: nearly every resource found something.
  const found = answers.filter((answer) => /^GET\n\/api\/v1\/\S+\n200\n/.test(answer));
  expect(found.length).toBeGreaterThan(100);
});
