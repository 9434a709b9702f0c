// The server as a process of its own: commits arrive while it is asked, by its own clone or by fetching; and it ends in good order.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { commit, git, gitEnvironment, newFolder, projectRoot, writeFiles } from "../support/folder.ts";
import { repositoryWith } from "../support/history.ts";

const program = join(projectRoot, "bin", "storytree");
const task = `stories/377/${known.story}/tasks/${known.task}.md`;
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

interface Serving {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly err: () => string;
}

async function serve(
  folder: string,
  args: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<Serving> {
  const child = spawn(process.execPath, [program, "-C", folder, "serve", "--port", "0", ...args], {
    env: { ...gitEnvironment, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let [out, err] = ["", ""];
  child.stderr?.on("data", (part: Buffer) => (err += part));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (part: Buffer) => {
      out += part;
      const [address] = /^http:\S+(?=\/\n)/.exec(out) ?? [];
      if (address) resolve(address);
    });
    child.on("close", () => reject(new Error(`serve ended: ${err}`)));
  });
  return { url, port: Number(new URL(url).port), child, ended, err: () => err };
}

async function statusOf(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/tasks/${known.task}`);
  return `${response.status} ${((await response.json()) as { status: string }).status}`;
}

/** Asks again until it is so; the test's own time limit ends it otherwise. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

function edited(folder: string, status: string): Record<string, string> {
  return { [task]: readFileSync(join(folder, task), "utf8").replace(/^status: .*$/m, `status: ${status}`) };
}

describe("what is new shows without a restart", () => {
  test("from the working tree and from commits, and no request fails meanwhile", async () => {
    const { folder } = newApiTracker();
    const { url, child, ended, err } = await serve(folder);
    let isOver = false;
    const statuses = new Map<number, number>();
    const asking = Promise.all(
      [`/api/v1/stories/${known.story}`, `/stories/${known.story}`, "/api/v1/stories?limit=100&status=active", "/"].map(
        async (path) => {
          while (!isOver) {
            const response = await fetch(url + path);
            await response.arrayBuffer();
            statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          }
        },
      ),
    );
    writeFiles(folder, edited(folder, "inprogress"));
    await until(async () => (await statusOf(url)) === "200 inprogress");
    for (const status of ["review", "todo", "merged"]) {
      commit(folder, edited(folder, status), `Make it ${status}`, "2026-11-24T10:00:00Z");
      await until(async () => (await statusOf(url)) === `200 ${status}`);
    }
    isOver = true;
    await asking;
    expect([...statuses.keys()]).toEqual([200]);
    child.kill("SIGTERM");
    expect([await ended, err()]).toEqual([0, ""]);
  });

  test.each(["bare", "checkout"])("by fetching from where the clone came from (%s)", async (kind) => {
    const { folder: origin } = newApiTracker();
    const clone = join(newFolder(), "clone");
    git(origin, ["clone", "--quiet", ...(kind === "bare" ? ["--bare"] : []), origin, clone]);
    const { url, child, ended, err } = await serve(clone, [], { STORYTREE_POLL: "1" });
    expect(await statusOf(url)).toBe("200 merged");
    commit(origin, edited(origin, "review"), "Open it again", "2026-11-24T10:00:00Z");
    await until(async () => (await statusOf(url)) === "200 review");
    child.kill("SIGTERM");
    expect([await ended, err()]).toEqual([0, ""]);
  });

  test("while the origin is away, what is here is served, and the log says what is wrong", async () => {
    const { folder: origin } = newApiTracker();
    const clone = join(newFolder(), "clone.git");
    git(origin, ["clone", "--quiet", "--bare", origin, clone]);
    git(clone, ["config", "remote.origin.url", join(origin, "gone")]);
    const { url, err } = await serve(clone, ["--poll", "1"]);
    await until(async () => err().includes('"fault"'));
    expect(await statusOf(url)).toBe("200 merged");
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    for (const line of err().trim().split("\n"))
      expect(JSON.parse(line)).toMatchObject({ level: "error", code: "git-failed" });
  });
});

test("asked to end, it takes no new work and finishes what has begun", async () => {
  const { folder } = newApiTracker();
  const { port, child, ended } = await serve(folder, ["--log"]);
  // A request whose last byte is still to come has begun.
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (part) => (answer += part));
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await new Promise((resolve) => socket.on("connect", resolve));
  socket.write("GET /api/v1/systeminfo HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill("SIGTERM");
  await until(async () => !(await isOpen(port)));
  socket.write("\r\n");
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(await ended).toBe(0);
});

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => socket.end(() => resolve(true)));
    socket.on("error", () => resolve(false));
  });
}

test("a tracker that is not public is not served, and wrong options are said", async () => {
  const { folder } = newApiTracker();
  const code = async (args: readonly string[], variables: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [program, "-C", folder, "serve", ...args], {
      env: { ...gitEnvironment, ...variables },
      stdio: "ignore",
    });
    running.push(child);
    return new Promise<number | null>((resolve) => child.on("close", resolve));
  };
  expect(await code(["--port", "70000"])).toBe(2);
  expect(await code([], { STORYTREE_POLL: "soon" })).toBe(2);
  expect(await code(["--url", "nowhere"])).toBe(2);
  const config = readFileSync(join(folder, "tracker.yaml"), "utf8");
  writeFiles(folder, { "tracker.yaml": config.replace(/^visibility: public$/m, "visibility: restricted") });
  expect(await code(["--port", "0"])).toBe(5);
});

test("what is asked at= a commit is judged at its time", async () => {
  const { folder } = repositoryWith([
    {
      time: Date.parse("2020-01-02T00:00:00Z") / 1000,
      files: {
        "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
        "stories/113/113/story.md": "---\ntitle: First\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n---\n",
      },
    },
    { time: Date.parse("2020-06-01T00:00:00Z") / 1000, files: { "README.md": "Nothing of the story.\n" } },
  ]);
  const { url } = await serve(folder);
  const found = async (at: string) => {
    const answer = await fetch(`${url}/api/v1/stories?q=${encodeURIComponent("created:<30d")}${at}`);
    return ((await answer.json()) as unknown[]).length;
  };
  expect([await found("&at=HEAD~1"), await found("&at=HEAD"), await found("")]).toEqual([1, 0, 0]);
});
