// Real repositories behind a real `git http-backend`, on loopback.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { git, newFolder, projectRoot } from "./folder.ts";

export interface ServedRepository {
  /** The bare repository on the server's disk. */
  readonly path: string;
  readonly url: string;
  /** The address with a login in it, which the server believes: REMOTE_USER. */
  readonly urlAs: (login: string) => string;
}

export interface GitHttp {
  readonly create: (name: string, options?: ServedOptions) => ServedRepository;
  readonly close: () => Promise<void>;
}

export interface ServedOptions {
  /** Scripts by the hook's name. */
  readonly hooks?: Readonly<Record<string, string>>;
  /** The repository's own configuration, beside `http.receivepack`. */
  readonly config?: Readonly<Record<string, string>>;
  readonly objectFormat?: "sha1" | "sha256";
}

/** A server for bare repositories; every hook finds `bin/storytree` in its PATH. */
export async function serveGit(): Promise<GitHttp> {
  const root = newFolder();
  const backend = join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");
  const server = createServer((request, response) => answer(backend, root, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    create(name, options = {}) {
      const path = bareRepository(root, name, { "http.receivepack": "true", ...options.config }, options);
      return {
        path,
        url: `http://127.0.0.1:${port}/${name}`,
        urlAs: (login) => `http://${encodeURIComponent(login)}:secret@127.0.0.1:${port}${asked}${name}`,
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bareRepository(
  root: string,
  name: string,
  config: Readonly<Record<string, string>>,
  { hooks = {}, objectFormat = "sha1" }: ServedOptions,
): string {
  git(root, ["init", "--quiet", "--bare", "--initial-branch=main", `--object-format=${objectFormat}`, name]);
  const path = join(root, name);
  for (const [key, value] of Object.entries(config)) git(path, ["config", key, value]);
  for (const [hook, script] of Object.entries(hooks)) installHook(path, hook, script);
  return path;
}

/** Puts a script where the server's git runs it. */
export function installHook(repository: string, name: string, script: string): void {
  const place = join(repository, "hooks", name);
  mkdirSync(join(repository, "hooks"), { recursive: true });
  writeFileSync(place, script);
  chmodSync(place, 0o755);
}

/** The PATH of a server on which the program is installed. */
export const serverPath = [join(projectRoot, "bin"), process.env.PATH ?? ""].join(delimiter);

/** Below this a login is asked for: git sends none unasked. */
const asked = "/login/";

/** One request through the Common Gateway Interface, as a web server does it. */
function answer(backend: string, root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const [login] = Buffer.from((request.headers.authorization ?? "").replace(/^Basic /, ""), "base64")
    .toString()
    .split(":");
  if (pathname.startsWith(asked) && !login) {
    response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    return;
  }
  const child = spawn(backend, {
    env: {
      PATH: serverPath,
      HOME: "/nonexistent",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: pathname.replace(asked, "/"),
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      REMOTE_ADDR: "127.0.0.1",
      ...(request.headers["content-length"] ? { CONTENT_LENGTH: request.headers["content-length"] } : {}),
      ...(request.headers["content-encoding"] ? { HTTP_CONTENT_ENCODING: request.headers["content-encoding"] } : {}),
      ...(request.headers["git-protocol"] ? { GIT_PROTOCOL: String(request.headers["git-protocol"]) } : {}),
      ...(login ? { REMOTE_USER: login } : {}),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.on("error", () => response.writeHead(500).end());
  child.stdin.on("error", () => undefined);
  request.pipe(child.stdin);
  let head = Buffer.alloc(0);
  child.stdout.on("data", (part: Buffer) => {
    if (response.headersSent) {
      response.write(part);
      return;
    }
    head = Buffer.concat([head, part]);
    const end = head.indexOf("\r\n\r\n");
    if (end === -1) return;
    const lines = head.toString("latin1", 0, end).split("\r\n");
    const headers = lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]);
    const status = headers.find(([name]) => name === "Status")?.[1] ?? "200";
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== "Status")));
    response.write(head.subarray(end + 4));
  });
  child.stdout.on("end", () => response.end());
}
