// Everything that public commands say and write, with a restricted tracker beside them that holds canaries everywhere: none comes out.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { routes } from "../../src/api/table.ts";
import { commit, git, newFolder, readFolder } from "../support/folder.ts";
import { serveAt } from "../support/live-site.ts";
import { addPrivateStory, canary, otherId, storyId } from "../support/private-story.ts";
import { storytree } from "../support/terminal.ts";
import { type TwoTrackers, twoTrackers } from "../support/two-trackers.ts";

let trackers: TwoTrackers;
beforeAll(async () => {
  trackers = await twoTrackers();
  addPrivateStory(trackers.secret);
  // A public story that names a private number, as anybody may by chance.
  commit(trackers.open, {
    "stories/777/30000777/story.md": `---\ntitle: Like ${otherId}\nauthor: amina\ncreated: 2026-11-05T10:00:00Z\n---\nSee #${otherId} and story ${storyId}.\n`,
  });
});

const commands: readonly (readonly string[])[] = [
  ...[
    ["list"],
    ["list", "--json"],
    ["list", canary],
    ["list", "hole", "--tasks"],
    ["stats"],
    ["stats", "--json"],
    ["validate"],
  ],
  ...[
    ["validate", "--format", "json"],
    ["board", "release"],
    ["explain"],
    ["index"],
    ["fmt", "--check"],
    ["log", "30000777"],
  ],
  ...[
    ["show", "30000777"],
    ["show", "30000777", "--json"],
    ["show", String(otherId)],
    ["show", String(storyId), "--json"],
  ],
  ...[
    ["log", String(storyId)],
    ["blame", "30000777"],
    ["blame", String(otherId)],
    ["diff", "HEAD~1..HEAD"],
  ],
  ...[
    ["set", String(storyId), "status=review"],
    ["comment", String(storyId), "-m", "x"],
    ["task", String(otherId), "-p", "lantern/compute"],
  ],
  ...[
    ["new", "A hole", "--as", "amina", "-n"],
    ["disclose", String(storyId), "--to", "../secret"],
    ["embargo"],
    ["leakcheck", "--against", "."],
  ],
  ...[["new", "--private", "x", "--as", "amina"], ["nonsense"], ["--help"]],
];

test.each(commands.map((args) => [args.join(" "), args] as const))("%s", async (_, args) => {
  const run = (settings: boolean) => {
    if (settings) git(trackers.open, ["config", "storytree.secret", trackers.secret]);
    return storytree(trackers.open, args);
  };
  const { out, err, exit } = await run(false);
  expect(exit).not.toBe(70);
  const asked = args.join(" ").includes(canary);
  if (!asked) expect(out + err).not.toContain(canary);
  for (const word of ["Public title of the hole", "vmt", trackers.secret, "ruth", "nina"])
    expect(out + err).not.toContain(word);
});

test("a build writes the same bytes with the restricted tracker beside it and without", async () => {
  const [withIt, without] = [join(newFolder(), "site"), join(newFolder(), "site")];
  expect(await storytree(trackers.open, ["build", "--out", withIt])).toMatchObject({ exit: 0 });
  const alone = newFolder();
  git(alone, ["clone", "--quiet", "--no-local", trackers.open, "."]);
  expect(await storytree(alone, ["build", "--out", without])).toMatchObject({ exit: 0 });
  const hashes = (folder: string) =>
    [...readFolder(folder)].map(([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")} ${path}`);
  expect(hashes(withIt)).toEqual(hashes(without));
  for (const [path, bytes] of readFolder(withIt)) expect([path, bytes.includes(canary)]).toEqual([path, false]);
});

test("every public address of a private number answers as one that does not exist", async () => {
  const site = await serveAt(trackers.open, { still: true });
  try {
    const whole = async (path: string, method: string) => {
      // Compressed, what echoes another number has another length.
      const headers = { "accept-encoding": "identity" };
      const response = await fetch(site.url + path, { method, redirect: "manual", headers });
      // When it was asked, and as which request since the start.
      const told = [...response.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
      return { status: response.status, headers: told, body: await response.text() };
    };
    const ends = ["", ".html", ".json", ".atom", "/attachments/public-trace.log"];
    const folders = ["stories", "tasks", "bugs", "bug", "archive"];
    // Whatever the API comes to answer is in its table, and so in here.
    const asked = routes.map((route) => (number: number) => {
      const path = route.path.replace(/\{[^}]*\}/g, String(number));
      // A public text may name any number, and is found by it; what takes no number refuses all alike.
      const names = Object.keys(route.parameters).filter((name) => {
        const kind = route.parameters[name]?.kind;
        return name !== "limit" && (kind === "id" || kind === "name");
      });
      const values = names.map((name) => `${name}=${number}`);
      const all = path === route.path ? values.map((value) => `${path}?${value}`) : [path];
      return all.map((each) => `/api/v1${each}`);
    });
    // Beside it lies no number that exists, so that both have the same place in every order.
    const addresses = (number: number) => [
      ...folders.flatMap((folder) => ends.map((end) => `/${folder}/${number}${end}`)),
      ...[`/T${number}`, `/search?q=id:${number}`, `/search.json?q=id:${number}`, `/search.atom?q=id:${number}`],
      ...asked.flatMap((each) => each(number)),
    ];
    const told = async (path: string, method: string) => {
      const answer = JSON.stringify(await whole(path, method)).replace(/[34]000000[123]/g, "NUMBER");
      // Of what echoes the number the tag differs, and nothing else.
      return answer.replace(/\["etag","[^\]]*"\]/, '["etag"]');
    };
    for (const [secret, nothing] of [
      [otherId, otherId + 1],
      [40000001, 40000003],
    ] as const) {
      const missing = addresses(nothing);
      for (const [at, path] of addresses(secret).entries()) {
        for (const method of path.includes("?") ? ["GET"] : ["GET", "HEAD"])
          expect([path, await told(path, method)]).toEqual([path, await told(missing[at] ?? "", method)]);
      }
    }
    expect((await whole(`/stories/${otherId}`, "GET")).status).toBe(404);
    expect((await whole(`/api/v1/stories/${otherId}`, "GET")).status).toBe(404);
    const page = await (await fetch(`${site.url}/stories/30000777`)).text();
    // A bare number, as any that leads nowhere.
    expect(page).toContain(`See #${otherId} and story ${storyId}.`);
  } finally {
    await site.close();
  }
}, 240_000);
