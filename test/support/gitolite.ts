// Real repositories behind OpenSSH and gitolite, on loopback: each person has a key, and the server knows who pushes.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { git, newFolder } from "./folder.ts";
import { serverPath } from "./git-http.ts";

export interface Gitolite {
  /** The bare repository on the server's disk. */
  readonly pathOf: (repository: string) => string;
  readonly urlOf: (repository: string) => string;
  /** The variables with which git speaks to the server as this person. */
  readonly as: (person: string) => Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** What is missing on this machine, in words for a skipped test; undefined when all is there. */
export function missingForGitolite(): string | undefined {
  const missing = ["/usr/sbin/sshd", "/usr/bin/gitolite", "/usr/bin/ssh-keygen"].filter((path) => !existsSync(path));
  return missing.length > 0 ? `${missing.join(", ")} not installed (Debian: openssh-server, gitolite3)` : undefined;
}

/**
 * A server with these people, and repositories made by `conf`, gitolite's own language (each person a key of that name). All of
 * it, the home folder included, lies in a temporary folder; it runs as the user who runs the tests.
 */
export async function serveGitolite(people: readonly string[], conf: string): Promise<Gitolite> {
  const home = newFolder();
  const keys = join(home, "keys");
  mkdirSync(keys);
  for (const name of ["host", "admin", ...people]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(keys, name)]);
  }
  const environment = { PATH: serverPath, HOME: home, GIT_CONFIG_NOSYSTEM: "1", USER: userInfo().username };
  const gitolite = (...args: string[]) =>
    execFileSync("gitolite", args, { cwd: home, env: environment, stdio: "pipe" });
  gitolite("setup", "-pk", join(keys, "admin.pub"));
  for (const person of people) {
    const place = join(home, ".gitolite", "keydir", `${person}.pub`);
    writeFileSync(place, readFileSync(join(keys, `${person}.pub`)));
  }
  writeFileSync(join(home, ".gitolite", "conf", "gitolite.conf"), conf);
  gitolite("compile");
  gitolite("trigger", "POST_COMPILE");
  const repositories = [...conf.matchAll(/^repo +([a-z0-9-]+)/gm)].map((match) => match[1] ?? "");
  for (const name of repositories) {
    git(join(home, "repositories", `${name}.git`), ["symbolic-ref", "HEAD", "refs/heads/main"]);
  }
  const port = await freePort();
  const stop = await startSshd(home, port);
  const known = join(home, "known_hosts");
  const hostKey = readFileSync(join(keys, "host.pub"), "utf8").split(" ").slice(0, 2).join(" ");
  writeFileSync(known, `[127.0.0.1]:${port} ${hostKey}\n`);
  return {
    pathOf: (name) => join(home, "repositories", `${name}.git`),
    urlOf: (name) => `ssh://${userInfo().username}@127.0.0.1:${port}/${name}`,
    as: (person) => ({
      GIT_SSH_COMMAND: `ssh -F none -i ${join(keys, person)} -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile=${known}`,
    }),
    close: stop,
  };
}

async function startSshd(home: string, port: number): Promise<() => Promise<void>> {
  // Debian's start script makes this folder; sshd does not start without it.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const config = join(home, "sshd_config");
  writeFileSync(
    config,
    [
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${join(home, "keys", "host")}`,
      `AuthorizedKeysFile ${join(home, ".ssh", "authorized_keys")}`,
      "PidFile none",
      "UsePAM no",
      "PasswordAuthentication no",
      "KbdInteractiveAuthentication no",
      "PermitRootLogin prohibit-password",
      // The home lies in the folder for temporary files, which anybody may write.
      "StrictModes no",
      `SetEnv HOME=${home} PATH=${serverPath}`,
      "",
    ].join("\n"),
  );
  const child = spawn("/usr/sbin/sshd", ["-D", "-e", "-f", config], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`sshd did not start: ${said}`)));
    child.stderr.on("data", (part: Buffer) => {
      said += part.toString("utf8");
      if (said.includes("Server listening on")) resolve();
    });
  });
  return async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
}

/** A port that nobody listens on; between this answer and its use another program could take it, which sshd then says. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
