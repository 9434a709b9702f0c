// Everything that public commands say and write, with a restricted tracker beside them that holds canaries everywhere: none comes out.

import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
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
  expect([...readFolder(withIt)]).toEqual([...readFolder(without)]);
  for (const [path, bytes] of readFolder(withIt)) expect([path, bytes.includes(canary)]).toEqual([path, false]);
});

test("every public address of a private number answers as one that does not exist", async () => {
  const site = await serveAt(trackers.open);
  try {
    const whole = async (path: string, method: string) => {
      const response = await fetch(site.url + path, { method, redirect: "manual" });
      // When it was asked, and as which request since the start.
      const headers = [...response.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
      return { status: response.status, headers, body: await response.text() };
    };
    const ends = ["", ".json", ".atom", "/attachments/public-trace.log"];
    const folders = ["stories", "api/v1/stories"];
    for (const folder of folders) {
      for (const end of ends) {
        for (const method of ["GET", "HEAD"]) {
          const [secret, nothing] = [
            await whole(`/${folder}/${otherId}${end}`, method),
            await whole(`/${folder}/99999002${end}`, method),
          ];
          expect([folder, end, method, secret]).toEqual([folder, end, method, nothing]);
          expect(secret.status).toBe(404);
        }
      }
    }
    const page = await (await fetch(`${site.url}/stories/30000777`)).text();
    // A bare number, as any that leads nowhere.
    expect(page).toContain(`See #${otherId} and story ${storyId}.`);
  } finally {
    await site.close();
  }
}, 240_000);
