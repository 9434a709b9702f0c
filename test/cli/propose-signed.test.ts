// Whose a proposal is: author, committer, sign-off, signature and commit hooks, as the user's git is configured.

import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CloneKind, newClone, newServer } from "../support/clones.ts";
import { git, newFolder } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const server = newServer();
const kinds: readonly CloneKind[] = ["checkout", "bare", "blobless"];

/** Nobody's identity in the environment: what counts is what git's configuration says. */
const variables = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1" };

function cloneOf(kind: CloneKind, settings: Readonly<Record<string, string>>): string {
  const folder = newClone(server, kind, "hugo");
  const identity = { "user.name": "Hugo Ü. Ölçer", "user.email": "hugo@example.org" };
  for (const [key, value] of Object.entries({ ...identity, ...settings })) git(folder, ["config", key, value]);
  return folder;
}

async function does(folder: string, args: readonly string[]): Promise<void> {
  const outcome = await storytree(folder, args, { variables });
  expect(outcome, args.join(" ")).toMatchObject({ exit: 0 });
}

const log = (folder: string, format: string) =>
  git(folder, ["log", "-1", `--format=${format}`, "proposal/35719482"]).trim();

describe.each(kinds)("in a clone of kind %s", (kind) => {
  test("author and committer are git's, and a sign-off once given stays", async () => {
    const folder = cloneOf(kind, { "author.name": "Hugo the Writer" });
    await does(folder, ["set", "48229482", "status=review"]);
    await does(folder, ["propose", "--no-push", "-s", "-m", "Ready\n\nFor all to see."]);
    expect(log(folder, "%an <%ae>, %cn <%ce>")).toBe(
      "Hugo the Writer <hugo@example.org>, Hugo Ü. Ölçer <hugo@example.org>",
    );
    const signed =
      "Ready\n\nFor all to see.\n\nChange-Id: I[0-9a-f]{40}\nSigned-off-by: Hugo Ü. Ölçer <hugo@example.org>";
    const first = log(folder, "%B");
    expect(first).toMatch(new RegExp(`^${signed}$`));
    await does(folder, ["set", "48229482", "priority=high"]);
    await does(folder, ["propose", "--no-push", "--amend"]);
    expect(log(folder, "%B")).toBe(first);
    await does(folder, ["set", "48229482", "milestone=2026-2"]);
    await does(folder, ["propose", "--no-push", "--amend", "-m", "Ready at last"]);
    expect(log(folder, "%B")).toBe(first.replace("Ready\n\nFor all to see.", "Ready at last"));
  });

  test.each(["format.signoff", "storytree.signoff"])("%s signs every proposal off", async (key) => {
    const folder = cloneOf(kind, { [key]: "yes" });
    await does(folder, ["set", "48229482", "status=review"]);
    await does(folder, ["propose", "--no-push"]);
    const trailers = ["Story: 35719482", "Task: 48229482", "Change-Id: I.*", "Signed-off-by: Hugo .*"].join("\n");
    expect(log(folder, "%B")).toMatch(new RegExp(`\n\n${trailers}$`));
  });

  test("it is signed with the user's key when git signs commits, each version anew", async () => {
    const keys = newFolder();
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "hugo", "-f", join(keys, "key")]);
    const allowed = join(keys, "allowed");
    writeFileSync(allowed, `hugo@example.org ${readFileSync(join(keys, "key.pub"), "utf8")}`);
    const folder = cloneOf(kind, {
      "commit.gpgsign": "true",
      "gpg.format": "ssh",
      "user.signingkey": join(keys, "key"),
      "gpg.ssh.allowedSignersFile": allowed,
    });
    await does(folder, ["set", "48229482", "status=review"]);
    await does(folder, ["propose", "--no-push"]);
    expect(log(folder, "%G? %GS")).toBe("G hugo@example.org");
    git(folder, ["verify-commit", "proposal/35719482"]);
    await does(folder, ["set", "48229482", "priority=high"]);
    await does(folder, ["propose", "--no-push", "--amend"]);
    git(folder, ["verify-commit", "proposal/35719482"]);
    expect(log(folder, "%s")).toBe("task 48229482: status merged → review, priority low → high");
  });

  test("who git does not know is told so, and nothing is committed", async () => {
    const folder = newClone(server, kind, "hugo");
    const outcome = await storytree(folder, ["set", "48229482", "status=review"], { variables });
    if (kind === "checkout") expect(outcome.exit).toBe(0);
    const refused = kind === "checkout" ? await storytree(folder, ["propose", "--no-push"], { variables }) : outcome;
    expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining("git does not know who you are") });
    if (kind !== "checkout") expect(git(folder, ["for-each-ref", "refs/heads/proposal"])).toBe("");
  });
});

test("commit hooks of a checkout run, once, and see the whole message", async () => {
  const folder = cloneOf("checkout", {});
  const seen = join(newFolder(), "seen");
  const hook = join(folder, ".git", "hooks", "commit-msg");
  const id = `I${"0123456789".repeat(4)}`;
  writeFileSync(
    hook,
    `#!/bin/sh\ncat "$1" >> ${seen}; echo == >> ${seen}\ngrep -q '^Change-Id:' "$1" || echo "Change-Id: ${id}" >> "$1"\n`,
  );
  chmodSync(hook, 0o755);
  await does(folder, ["set", "48229482", "status=review"]);
  await does(folder, ["propose", "--no-push"]);
  const [message = "", ...more] = readFileSync(seen, "utf8").split("==\n");
  expect(more).toEqual([""]);
  expect(message.trim()).toBe(log(folder, "%B"));
  expect(message).toMatch(/^task 48229482: status merged → review\n/);
});

test("a hook that refuses is heard, and the edits wait", async () => {
  const folder = cloneOf("checkout", {});
  const hook = join(folder, ".git", "hooks", "pre-commit");
  writeFileSync(hook, "#!/bin/sh\necho 'not on a Wednesday' >&2\nexit 1\n", { mode: 0o755 });
  await does(folder, ["set", "48229482", "status=review"]);
  const refused = await storytree(folder, ["propose", "--no-push"], { variables });
  expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining("git said: not on a Wednesday") });
  expect(git(folder, ["diff", "--name-only", "HEAD"]).trim()).toBe("stories/482/35719482/tasks/48229482.md");
  writeFileSync(hook, "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  await does(folder, ["propose", "--no-push"]);
  expect(git(folder, ["status", "--porcelain"])).toBe("");
});

test("what was committed by hand gets the Change-Id that Gerrit wants, and keeps its words", async () => {
  const folder = cloneOf("checkout", {});
  await does(folder, ["set", "48229482", "status=review"]);
  git(folder, ["commit", "--quiet", "--all", "--message", "My own words"]);
  await does(folder, ["propose", "--no-push"]);
  expect(log(folder, "%B")).toMatch(/^My own words\n\nChange-Id: I[0-9a-f]{40}$/);
  expect(git(folder, ["rev-list", "--count", "origin/main..HEAD"]).trim()).toBe("1");
});
