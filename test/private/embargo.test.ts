// The vulnerability team's process: opened under embargo, let in one by one, listed until it is disclosed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commit, git, writeFiles } from "../support/folder.ts";
import { frozenNow, storytree } from "../support/terminal.ts";
import { must, twoTrackers } from "../support/two-trackers.ts";

const at = (now: string) => ({ now: () => new Date(now) });

async function opened(secret: string, more: readonly string[] = []): Promise<string> {
  return must(
    storytree(secret, ["new", "--private", "A hole", "--project", "lantern/compute", "--as", "vera", ...more]),
  );
}

test("a private story begins with its reminder, ninety days, and a task for the advisory", async () => {
  const { secret } = await twoTrackers();
  const id = await opened(secret);
  const text = readFileSync(join(secret, `stories/${id.slice(-3)}/${id}/story.md`), "utf8");
  expect(text).toContain("embargo_until: 2027-02-22T12:00:00Z\n");
  expect(text).toContain("type: vulnerability\n");
  expect(text).toMatch(/---\n> This issue is being treated as a potential security risk under embargo\.\n/);
  expect(text).toContain("> The embargo ends on 2027-02-22T12:00:00Z at the latest");
  const shown = JSON.parse(await must(storytree(secret, ["show", id, "--json"])));
  expect(shown.tasks.map((task: { project: string }) => task.project).sort()).toEqual([
    "lantern/compute",
    "security/advisory",
  ]);
  expect(await storytree(secret, ["validate"])).toMatchObject({ exit: 0, out: "" });
});

test("its embargo is as long as it may be, and no longer", async () => {
  const { secret } = await twoTrackers();
  const early = await opened(secret, ["--embargo-until", "2026-12-24"]);
  expect(readFileSync(join(secret, `stories/${early.slice(-3)}/${early}/story.md`), "utf8")).toContain(
    "embargo_until: 2026-12-24T00:00:00Z\n",
  );
  const asked = (until: string) =>
    storytree(secret, ["new", "--private", "A hole", "--as", "vera", "--embargo-until", until]);
  expect(await asked("2027-02-22T12:00:01Z")).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[embargo-too-long]"),
  });
  expect(await asked(frozenNow)).toMatchObject({ exit: 2, err: expect.stringContaining("that is over") });
  expect(await asked("soon")).toMatchObject({ exit: 2, err: expect.stringContaining("not a moment") });
  const longer = await storytree(secret, ["set", early, "embargo_until=2027-02-22T12:00:01Z"]);
  expect(longer).toMatchObject({ exit: 1, err: expect.stringContaining("embargo-too-long") });
});

test("in a public tracker it is refused with exit 5, and nothing is written", async () => {
  const { open } = await twoTrackers();
  const refused = await storytree(open, [
    "new",
    "--private",
    "A hole",
    "--project",
    "lantern/compute",
    "--as",
    "amina",
  ]);
  expect(refused).toMatchObject({ exit: 5, out: "", err: expect.stringContaining("[private-in-public]") });
  expect(refused.err).not.toContain("A hole");
  expect(git(open, ["status", "--porcelain"])).toBe("");
  expect(await storytree(open, ["embargo"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[not-restricted]"),
  });
});

test("each step leaves a mark, and the next one is named", async () => {
  const { secret, around } = await twoTrackers();
  const id = await opened(secret);
  writeFiles(around, { "fix.patch": "diff --git a/x b/x\n" });
  const next = async () => JSON.parse((await storytree(secret, ["embargo", "--json"])).out)[0].next as string;
  expect(await next()).toContain("triage=confirmed");
  await must(storytree(secret, ["set", id, "triage=confirmed"]));
  expect(await next()).toContain("access+=TEAM");
  await must(storytree(secret, ["set", id, "access+=coresec"]));
  expect(await next()).toBe("attach a patch for the default branch");
  const task = await must(
    storytree(secret, ["task", id, "-p", "lantern/compute", "--branch", "stable/2026.1", "--as", "vera"]),
  );
  expect(task).toMatch(/^\d+$/);
  await must(storytree(secret, ["attach", id, join(around, "fix.patch"), "--patch"]));
  expect(await next()).toBe("attach a patch for stable/2026.1");
  await must(storytree(secret, ["attach", id, join(around, "fix.patch"), "--patch", "--branch", "stable/2026.1"]));
  expect(await next()).toContain("CVE");
  await must(storytree(secret, ["set", id, "cve+=CVE-2026-1234"]));
  expect(await next()).toContain("disclose_at=");
  await must(storytree(secret, ["set", id, "disclose_at=2026-12-01T15:00:00Z"]));
  expect(await next()).toBe("wait for 2026-12-01T15:00:00Z");
});

test("what is overdue comes first and is an exit code, what is due next", async () => {
  const { secret } = await twoTrackers();
  const ids: string[] = [];
  for (const until of ["2027-01-01", "2026-12-10", "2027-02-01"])
    ids.push(await opened(secret, ["--embargo-until", until, "-y"]));
  await must(storytree(secret, ["set", ids[2] ?? "", "disclose_at=2026-12-12T15:00:00Z"]));
  const states = async (now: string) => {
    const { exit, out } = await storytree(secret, ["embargo", "--json"], at(now));
    return [
      exit,
      (JSON.parse(out) as { id: number; state: string }[]).map(({ id, state }) => [ids.indexOf(String(id)), state]),
    ];
  };
  expect(await states(frozenNow)).toEqual([
    0,
    [
      [2, "planned"],
      [1, "open"],
      [0, "open"],
    ],
  ]);
  expect(await states("2026-12-09T23:59:59Z")).toEqual([
    0,
    [
      [2, "planned"],
      [1, "open"],
      [0, "open"],
    ],
  ]);
  expect(await states("2026-12-10T00:00:00Z")).toEqual([
    1,
    [
      [1, "overdue"],
      [2, "planned"],
      [0, "open"],
    ],
  ]);
  expect(await states("2026-12-12T15:00:00Z")).toEqual([
    1,
    [
      [1, "overdue"],
      [2, "due"],
      [0, "open"],
    ],
  ]);
});

test("who was let in, when and by whom, stands in the log", async () => {
  const { secret } = await twoTrackers();
  const id = await opened(secret);
  commit(secret, {}, "Open it", "2026-11-24T12:00:00Z");
  await must(storytree(secret, ["set", id, "access+=coresec,ruth"]));
  commit(secret, {}, "Let them in", "2026-11-25T12:00:00Z");
  await must(storytree(secret, ["set", id, "access-=ruth"]));
  commit(secret, {}, "Ruth has left", "2026-11-26T12:00:00Z");
  const log = await must(storytree(secret, ["log", id]));
  expect(log).toMatch(/access/);
  expect(log).toContain("coresec");
  expect(log).toContain("ruth");
  expect(log.match(/Alice|vera/g)?.length).toBeGreaterThanOrEqual(3);
});
