// Review hosts of each kind, as far as a push can tell them apart: real repositories with the hooks that make a host what it is.

import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CloneKind, newClone } from "./clones.ts";
import { git, newFolder, projectRoot, tinyTracker } from "./folder.ts";
import { type GitHttp, installHook } from "./git-http.ts";

export type Host = "gerrit" | "gitea" | "gitlab" | "github" | "plain";

export interface ReviewServer {
  readonly path: string;
  readonly url: string;
  /** A clone for one person whose `origin` is the server's address. */
  readonly clone: (kind: CloneKind, person: string) => string;
  /** What a hook of the server kept: by Change-Id (Gerrit) or topic (Gitea). */
  readonly reviews: () => Readonly<Record<string, Review>>;
  /** The push options of each push that came, oldest first. */
  readonly pushOptions: () => readonly (readonly string[])[];
  /** Puts a commit on the server's main as a host does it; one that was not pushed is taken from a clone. */
  readonly merge: (commit: string, how: "merge" | "squash" | "rebase", from?: string) => void;
}

export interface Review {
  readonly number: number;
  /** Every version that was pushed. */
  readonly sets: readonly string[];
  readonly topic?: string | null;
  readonly title?: string;
  readonly description?: string;
}

/** The demo tracker, with `review` saying which kind of host it is on, committed on main. */
export function trackerOn(host: Host): string {
  const source = newFolder();
  cpSync(tinyTracker, source, { recursive: true });
  const config = readFileSync(join(source, "tracker.yaml"), "utf8")
    .replace("host: gerrit", `host: ${host}`)
    .replace(/^ {2}url: https:\/\/review.*\n/m, "");
  writeFileSync(join(source, "tracker.yaml"), config);
  git(source, ["init", "--quiet", "--initial-branch=main"]);
  git(source, ["add", "--all"]);
  git(source, ["commit", "--quiet", "--message", "Open the tracker"]);
  return source;
}

let count = 0;

/** A review host of this kind behind `http`, with the demo tracker on it. */
export function newReviewServer(http: GitHttp, host: Host): ReviewServer {
  count += 1;
  const { path, url } = http.create(`${host}-${count}.git`);
  git(trackerOn(host), ["push", "--quiet", path, "main"]);
  becomeHost(path, host);
  return reviewServer(path, url);
}

/** Gives a bare repository the hooks and settings of a review host. */
export function becomeHost(path: string, host: Host): void {
  git(path, ["config", "uploadpack.allowFilter", "true"]);
  git(path, ["config", "receive.advertisePushOptions", "true"]);
  // Git hands the options over as GIT_PUSH_OPTION_0, GIT_PUSH_OPTION_1 …
  const keep = [
    "#!/bin/sh",
    "i=0",
    'while [ "$i" -lt "0$GIT_PUSH_OPTION_COUNT" ]; do',
    "  printenv GIT_PUSH_OPTION_$i >> options.log",
    "  i=$((i + 1))",
    "done",
    "echo -- >> options.log",
    "",
  ].join("\n");
  installHook(path, "pre-receive", keep);
  if (host !== "gerrit" && host !== "gitea") return;
  git(path, ["config", "receive.procReceiveRefs", "refs/for"]);
  const script = join(projectRoot, "test", "support", "proc-receive.mjs");
  installHook(path, "proc-receive", `#!/bin/sh\nexec "${process.execPath}" "${script}" ${host}\n`);
}

/** A bare repository on this machine, reached by this address, as a review host. */
export function reviewServer(path: string, url: string): ReviewServer {
  return {
    path,
    url,
    clone(kind, person) {
      const folder = newClone(path, kind, person);
      git(folder, ["remote", "set-url", "origin", url]);
      return folder;
    },
    reviews() {
      const place = join(path, "review.json");
      return existsSync(place) ? JSON.parse(readFileSync(place, "utf8")) : {};
    },
    pushOptions() {
      const place = join(path, "options.log");
      const text = existsSync(place) ? readFileSync(place, "utf8") : "";
      return text
        .split(/^--\n/m)
        .slice(0, -1)
        .map((part) => part.split("\n").filter((line) => line !== ""));
    },
    merge(commit, how, from = path) {
      const folder = join(newFolder(), "merging");
      git(path, ["clone", "--quiet", path, folder]);
      git(folder, ["fetch", "--quiet", from, commit]);
      const identity = ["-c", "user.name=Host", "-c", "user.email=host@example.org"];
      if (how === "merge")
        git(folder, [...identity, "merge", "--quiet", "--no-ff", "--message", "Merge", "FETCH_HEAD"]);
      else if (how === "squash") {
        git(folder, [...identity, "merge", "--quiet", "--squash", "FETCH_HEAD"]);
        git(folder, [...identity, "commit", "--quiet", "--message", "Squashed"]);
      } else git(folder, [...identity, "cherry-pick", "HEAD..FETCH_HEAD"], { GIT_COMMITTER_NAME: "Host" });
      git(folder, ["push", "--quiet", path, "HEAD:main"]);
    },
  };
}
