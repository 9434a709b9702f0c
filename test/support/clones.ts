// The ways a developer may have a tracker at hand: with its files or without them, whole or in part.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { git, newFolder, tinyTracker, writeFiles } from "./folder.ts";

/** A bare repository with the demo tracker on main, as a server has it; pushes of options and filtered fetches are allowed. */
export function newServer(changes: Readonly<Record<string, string>> = {}): string {
  const source = newFolder();
  cpSync(tinyTracker, source, { recursive: true });
  writeFiles(source, changes);
  git(source, ["init", "--quiet", "--initial-branch=main"]);
  git(source, ["add", "--all"]);
  git(source, ["commit", "--quiet", "--message", "Open the tracker"]);
  const server = join(newFolder(), "tracker.git");
  git(source, ["clone", "--quiet", "--bare", source, server]);
  git(server, ["config", "uploadpack.allowFilter", "true"]);
  git(server, ["config", "receive.advertisePushOptions", "true"]);
  return server;
}

export const cloneKinds = ["checkout", "bare", "no-checkout", "sparse", "blobless"] as const;
export type CloneKind = (typeof cloneKinds)[number];

/** A clone of a server for one person of the demo tracker. */
export function newClone(server: string, kind: CloneKind, person: string): string {
  const folder = join(newFolder(), kind);
  const how = {
    checkout: [],
    bare: ["--bare"],
    "no-checkout": ["--no-checkout"],
    sparse: ["--sparse"],
    blobless: ["--no-checkout", "--filter=blob:none"],
  }[kind];
  git(newFolder(), ["clone", "--quiet", ...how, `file://${server}`, folder]);
  git(folder, ["config", "storytree.person", person]);
  return folder;
}
