// A repository of a moment: it borrows another's objects and takes what a virtual merge writes, so that the real one gains nothing.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GitRun } from "./process.ts";
import { quarantineOf } from "./quarantine.ts";
import type { Repository } from "./repository.ts";

export interface Scratch {
  readonly run: GitRun;
  readonly dispose: () => void;
}

/** Its configuration is empty: no merge driver, filter or hook of the real repository is known in it. */
export function scratchOf({ git, repository }: GitRun): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "storytree-merge-"));
  mkdirSync(join(folder, "objects", "info"), { recursive: true });
  mkdirSync(join(folder, "refs"));
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
  const stores = [join(repository.commonDir, "objects"), quarantineOf({ git, repository })];
  const alternates = stores.flatMap((store) => (store === null ? [] : [`${store}\n`]));
  writeFileSync(join(folder, "objects", "info", "alternates"), alternates.join(""));
  const sha256 = repository.objectFormat === "sha256";
  const extension = sha256 ? "[extensions]\n\tobjectFormat = sha256\n" : "";
  writeFileSync(
    join(folder, "config"),
    `[core]\n\trepositoryformatversion = ${sha256 ? 1 : 0}\n\tbare = true\n${extension}`,
  );
  const inside: Repository = { ...repository, gitDir: folder, commonDir: folder, workTree: null, partial: false };
  return { run: { git, repository: inside }, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
