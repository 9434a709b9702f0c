// A public tracker and a restricted one beside it, as a vulnerability team has them; each with its own repository.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { commit, git, newFolder, tinyTracker } from "./folder.ts";
import { type Outcome, storytree } from "./terminal.ts";

export interface TwoTrackers {
  /** The folder that both lie in. */
  readonly around: string;
  /** A clone of the demo tracker. */
  readonly open: string;
  /** The restricted tracker: vera is of its team, nina and ruth are known to it and are not. */
  readonly secret: string;
}

const person = (name: string, more = "") =>
  `---\nname: ${name}\nidentities:\n  - oidc:${name.toLowerCase()}-subject\n${more}---\n`;

/** What the restricted tracker holds beside what `init` writes. */
export const secretFiles: Readonly<Record<string, string>> = {
  "people/vera.md": person("Vera", "email: alice@example.org\n"),
  "people/nina.md": person("Nina"),
  "people/ruth.md": person("Ruth"),
  "teams/vmt.md": "---\ntitle: Vulnerability team\nmembers:\n  - vera\naliases:\n---\n",
  "teams/coresec.md": "---\ntitle: Core security\nmembers:\n  - nina\naliases:\n---\n",
};

const advisories = "---\ntitle: Security advisories\n---\n";

export async function twoTrackers(): Promise<TwoTrackers> {
  const around = newFolder();
  const open = join(around, "public");
  const secret = join(around, "secret");
  cpSync(tinyTracker, open, { recursive: true });
  git(open, ["init", "--quiet", "--initial-branch=main"]);
  commit(open, { "projects/security/advisory.md": advisories }, "Open the tracker");
  await must(storytree(around, ["init", "secret", "--restricted", "--name", "Private stories"]));
  commit(secret, secretFiles, "Add people");
  git(secret, ["config", "storytree.public", "../public"]);
  return { around, open, secret };
}

/** A command line that has to succeed; what it printed. */
export async function must(outcome: Promise<Outcome>): Promise<string> {
  const { exit, out, err } = await outcome;
  if (exit !== 0) throw new Error(`exit ${exit}: ${err}${out}`);
  return out.trim();
}
