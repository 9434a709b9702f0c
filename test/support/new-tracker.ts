// Trackers as `storytree init` makes them.

import { join } from "node:path";
import { expect } from "vitest";
import { newFolder } from "./folder.ts";
import { storytree } from "./terminal.ts";

export const hosts = ["gerrit", "github", "gitlab", "gitea", "plain"] as const;

/** A new tracker for a host, in a repository of its own. */
export async function newTracker(host: (typeof hosts)[number], more: readonly string[] = []): Promise<string> {
  const folder = join(newFolder(), "tracker");
  const made = await storytree(join(folder, ".."), [
    "init",
    "tracker",
    "--name",
    "Acme: 100%",
    "--review",
    host,
    ...more,
  ]);
  expect(made, made.err).toMatchObject({ exit: 0 });
  return folder;
}
