// The restricted server: nobody gets in who has not signed in, and whoever has sees what is theirs and no more.

import { renameSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRestrictedApp } from "../../src/server/restricted/app.ts";
import { openProvider, type Provider } from "../../src/server/restricted/oidc.ts";
import { SqliteSessions } from "../../src/server/restricted/session-store.ts";
import type { Views } from "../../src/server/restricted/views.ts";
import { commit, git } from "../support/folder.ts";
import { type IdentityProvider, signIn, startIdentityProvider } from "../support/identity-provider.ts";
import { addPrivateStory, canary, otherId, storyFolder, storyId, textAt } from "../support/private-story.ts";
import { type RestrictedSite, serveRestrictedAt } from "../support/restricted-site.ts";
import { storytree } from "../support/terminal.ts";
import { twoTrackers } from "../support/two-trackers.ts";

let identity: IdentityProvider;
let site: RestrictedSite;
let secret: string;

beforeAll(async () => {
  identity = await startIdentityProvider();
  secret = (await twoTrackers()).secret;
  addPrivateStory(secret);
  site = await serveRestrictedAt(secret, identity);
});
afterAll(async () => {
  await site?.close();
  await identity?.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(site.url + path, { method, redirect: "manual", headers });

/** Everything about an answer that could tell something. */
async function whole(response: Response) {
  const headers = [...response.headers].filter(
    ([name]) => !["date", "set-cookie", "connection", "keep-alive"].includes(name),
  );
  return { status: response.status, headers, body: await response.text() };
}

describe("who has not signed in", () => {
  test("is told the same about every address", async () => {
    const answers = [];
    for (const path of [
      "/",
      `/stories/${storyId}`,
      `/stories/${storyId}.json`,
      "/stories/12345678",
      "/search?q=hole",
      "/x",
    ]) {
      for (const accept of ["text/html", "application/json"]) {
        const { status, headers, body } = await whole(await get(path, { accept }));
        if (status === 401) answers.push(JSON.stringify({ headers, body }));
        else
          expect([status, headers.find(([name]) => name === "location")?.[1]]).toEqual([
            303,
            `/login?to=${encodeURIComponent(path)}`,
          ]);
      }
    }
    expect(answers.length).toBeGreaterThan(5);
    expect(new Set(answers).size).toBe(1);
  });

  test("gets the stylesheet, and no session", async () => {
    const style = await get("/style.css");
    expect(style.status).toBe(200);
    expect(style.headers.getSetCookie()).toEqual([]);
    expect((await get("/", { cookie: "storytree=s%3Aforged.signature" })).status).toBe(401);
  });
});

test("the server has no route but these, which are about signing in; all else is behind it", () => {
  const app = createRestrictedApp({
    views: {} as Views,
    provider: {} as Provider,
    sessions: new SqliteSessions(":memory:", () => 0, { idle: 1, absolute: 1 }),
    url: new URL("https://secret.example.org"),
    rateLimit: 0,
    trustProxy: false,
    now: () => 0,
    onError: () => undefined,
  });
  // A new one belongs into the tests of this file before it belongs into this list.
  const paths = app.router.stack.flatMap(({ route }) => (route ? [route.path].flat() : []));
  expect(paths).toEqual(["/login", "/callback", "/logout", "/logout-everywhere"]);
});

describe("who has signed in", () => {
  test("sees every story as one of the team, and only their own otherwise", async () => {
    const vera = await signIn(site.url, "vera-subject");
    const nina = await signIn(site.url, "nina-subject");
    const as = (cookie: string, path: string) => get(path, { cookie });
    expect((await as(vera.cookie, `/stories/${otherId}`)).status).toBe(200);
    expect((await as(nina.cookie, `/stories/${storyId}`)).status).toBe(200);
    const hidden = await whole(await as(nina.cookie, `/stories/${otherId}`));
    expect(hidden).toEqual(await whole(await as(nina.cookie, "/stories/12345678")));
    expect(hidden.status).toBe(404);
    const list = await (await as(nina.cookie, "/stories.json")).json();
    expect(list.total).toBe(1);
    // What she may not see is named nowhere, also not where hers is shown: the other story's relation to it is none to her.
    const page = await (await as(nina.cookie, `/stories/${storyId}`)).text();
    expect(page).not.toContain(`${canary} other`);
    expect(await (await as(vera.cookie, `/stories/${storyId}`)).text()).toContain(`${canary} other`);
  });

  test("is let in by their identity, never by their mail address", async () => {
    for (const subject of ["alice@example.org", "vera", "Vera", "vera-subject ", "nobody"]) {
      const { cookie, last } = await signIn(site.url, subject);
      expect([subject, last.status]).toEqual([subject, 200]);
      expect([subject, (await get("/", { cookie })).status]).toEqual([subject, 403]);
    }
  });

  test("loses what they lose in the tracker, with the next request", async () => {
    const { cookie } = await signIn(site.url, "nina-subject");
    expect((await get(`/stories/${storyId}`, { cookie })).status).toBe(200);
    const path = `${storyFolder}/story.md`;
    const before = textAt(secret, path);
    writeFileSync(join(secret, path), before.replace("access:\n  - nina\n", "access:\n"));
    expect((await get(`/stories/${storyId}`, { cookie })).status).toBe(404);
    writeFileSync(join(secret, path), before.replace("access:\n  - nina\n", "access:\n  - coresec\n"));
    expect((await get(`/stories/${storyId}`, { cookie })).status).toBe(200);
    writeFileSync(join(secret, path), before);
    const person = textAt(secret, "people/nina.md");
    writeFileSync(join(secret, "people/nina.md"), person.replace("name: Nina\n", "name: Nina\ndisabled: true\n"));
    expect((await get("/", { cookie })).status).toBe(403);
    writeFileSync(join(secret, "people/nina.md"), person);
    git(secret, ["checkout", "--quiet", "."]);
  });

  test("shows no commit id, and takes no at=", async () => {
    const { cookie } = await signIn(site.url, "vera-subject");
    const ids = git(secret, ["rev-list", "--all"]).trim().split("\n");
    for (const path of [
      "/",
      "/changes",
      "/changes.json",
      `/stories/${storyId}`,
      `/stories/${storyId}.json`,
      "/stories.json",
    ]) {
      const { body } = await whole(await get(path, { cookie }));
      for (const id of ids) expect(body).not.toContain(id.slice(0, 10));
      const separator = path.includes("?") ? "&" : "?";
      expect((await whole(await get(`${path}${separator}at=HEAD~1`, { cookie }))).body).toBe(body);
    }
  });

  test("is kept from every cache, and each answer's ETag is of its bytes", async () => {
    const { cookie } = await signIn(site.url, "vera-subject");
    const bodies = new Map<string, string>();
    for (const path of ["/", "/stories", "/stories.json", "/nothing", "/search?q=%22", "/account"]) {
      const response = await get(path, { cookie });
      const { headers } = response;
      expect([path, headers.get("cache-control"), headers.get("vary")?.includes("Cookie")]).toEqual([
        path,
        "private, no-store",
        true,
      ]);
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      const etag = headers.get("etag") ?? "";
      const body = await response.text();
      expect(bodies.get(etag) ?? body).toBe(body);
      bodies.set(etag, body);
    }
    expect(bodies.size).toBeGreaterThan(4);
  });
});

describe("sessions", () => {
  test("have another number after signing in, and their cookie is for this site's pages alone", async () => {
    const begun = await get("/login");
    const [before = ""] = begun.headers.getSetCookie();
    expect(before).toMatch(/^storytree=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const signed = await signIn(site.url, "vera-subject");
    expect(signed.begun).toMatch(/^storytree=./);
    expect(signed.begun).not.toBe(signed.cookie);
    expect((await get("/", { cookie: signed.cookie })).status).toBe(200);
    // Who planted the number that the session began with has nothing.
    expect((await get("/", { cookie: signed.begun })).status).toBe(401);
  });

  test("end when idle, and in any case after some hours", async () => {
    const own = await serveRestrictedAt(secret, identity, { idle: 1_000, absolute: 2_500 });
    try {
      const at = async (cookie: string) => (await fetch(`${own.url}/account`, { headers: { cookie } })).status;
      const first = await signIn(own.url, "vera-subject");
      own.wait(999);
      expect(await at(first.cookie)).toBe(200);
      own.wait(999);
      expect(await at(first.cookie)).toBe(200);
      own.wait(999);
      expect(await at(first.cookie)).toBe(401);
      const second = await signIn(own.url, "vera-subject");
      own.wait(1_000);
      expect(await at(second.cookie)).toBe(401);
    } finally {
      await own.close();
    }
  });

  test("end here by signing out, and everywhere by signing out everywhere", async () => {
    const [one, two, other] = [
      await signIn(site.url, "vera-subject"),
      await signIn(site.url, "vera-subject"),
      await signIn(site.url, "nina-subject"),
    ];
    const out = (path: string, cookie: string) => get(path, { cookie, origin: site.url }, "POST");
    expect((await out("/logout", one.cookie)).status).toBe(200);
    expect([(await get("/", { cookie: one.cookie })).status, (await get("/", { cookie: two.cookie })).status]).toEqual([
      401, 200,
    ]);
    const three = await signIn(site.url, "vera-subject");
    expect((await out("/logout-everywhere", three.cookie)).status).toBe(200);
    for (const [{ cookie }, status] of [
      [two, 401],
      [three, 401],
      [other, 200],
    ] as const)
      expect((await get("/", { cookie })).status).toBe(status);
  });
});

describe("what comes from elsewhere", () => {
  test.each([
    [
      "a script's question",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
      "/",
      403,
    ],
    ["a frame", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }, "/", 403],
    [
      "a search in a window",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
      "/search?q=hole",
      403,
    ],
    [
      "a sibling's question",
      { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
      "/stories.json",
      403,
    ],
    [
      "a link to a page",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
      `/stories/${storyId}`,
      200,
    ],
    [
      "this site's own",
      { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
      "/search?q=hole",
      200,
    ],
  ])("%s", async (_, headers, path, status) => {
    const { cookie } = await signIn(site.url, "vera-subject");
    // fetch() of Node.js says of itself where it comes from; this says what a browser would.
    const seen = await new Promise<number>((resolve, reject) => {
      const asked = httpRequest(site.url + path, { headers: { ...headers, cookie } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on("error", reject).end();
    });
    expect(seen).toBe(status);
  });

  test("signing somebody out takes a form of this site", async () => {
    const { cookie } = await signIn(site.url, "vera-subject");
    expect((await get("/logout", { cookie, origin: "https://evil.example" }, "POST")).status).toBe(403);
    expect((await get("/logout", { cookie }, "POST")).status).toBe(403);
    expect((await get("/logout", { cookie })).status).toBe(404);
    expect((await get("/", { cookie })).status).toBe(200);
  });

  test("another host name is not answered", async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      httpRequest(`${site.url}/`, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
    expect(answer).toBe(421);
  });

  test("a callback that nobody began, or with another's state, signs nobody in", async () => {
    expect((await get("/callback?code=x&state=y")).status).toBe(403);
    const begun = await get("/login");
    const cookie = (begun.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    const state = new URL(begun.headers.get("location") ?? "").searchParams;
    expect(state.get("code_challenge_method")).toBe("S256");
    expect(state.get("nonce")).toBeTruthy();
    const forged = await get("/callback?code=x&state=y", { cookie });
    expect(forged.status).toBe(403);
    expect((await get("/", { cookie })).status).toBe(401);
  });

  test("where one goes on to after signing in is this site", async () => {
    for (const to of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
      const { last } = await signIn(site.url, "vera-subject", `/login?to=${encodeURIComponent(to)}`);
      expect(await last.text()).toContain('content="0;url=/"');
    }
    const { last } = await signIn(site.url, "vera-subject", "/login?to=%2Fstories");
    expect(await last.text()).toContain('content="0;url=/stories"');
  });
});

describe("serve", () => {
  test("does not start on a restricted tracker without a provider, or with one in the clear", async () => {
    writeFileSync(join(secret, "..", "secret.txt"), "something\n");
    const serve = (...more: string[]) => storytree(secret, ["serve", "--port", "0", ...more]);
    const named = ["--oidc-client", "x", "--oidc-secret-file", "../secret.txt"];
    expect(await serve()).toMatchObject({ exit: 5, out: "", err: expect.stringContaining("[login-required]") });
    expect(await serve(...named)).toMatchObject({ exit: 5, out: "" });
    expect(await serve("--oidc-issuer", "http://login.example.org", ...named)).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("[oidc-insecure]"),
    });
    expect(await serve("--oidc-issuer", "http://127.0.0.1:9", ...named)).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("[oidc-failed]"),
    });
    await expect(openProvider({ ...identity, issuer: "ftp://x" })).rejects.toMatchObject({ code: "oidc-insecure" });
  });

  test("starts with one, and ends when it is told to", async () => {
    const stop = new AbortController();
    let said = "";
    writeFileSync(join(secret, "..", "secret.txt"), `${identity.clientSecret}\n`);
    const args = ["serve", "--port", "0", "--oidc-issuer", identity.issuer, "--oidc-client", identity.clientId];
    const running = storytree(secret, [...args, "--oidc-secret-file", "../secret.txt"], {
      stop: stop.signal,
      out: (text) => {
        said += text;
      },
    });
    while (said === "") await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await fetch(said.trim(), { redirect: "manual" })).status).toBe(401);
    stop.abort();
    expect(await running).toMatchObject({ exit: 0 });
    expect(git(secret, ["status", "--porcelain"])).toBe("");
  });

  test("a fault of ours is told in words that give nothing away", async () => {
    const own = await serveRestrictedAt(secret, identity);
    try {
      const { cookie } = await signIn(own.url, "vera-subject");
      commit(secret, { "tracker.yaml.moved": textAt(secret, "tracker.yaml"), "tracker.yaml": null });
      const response = await fetch(`${own.url}/stories/${storyId}`, { headers: { cookie } });
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain(secret);
      expect(own.log.join()).toBe("StorytreeError");
    } finally {
      git(secret, ["reset", "--quiet", "--hard", "HEAD~1"]);
      await own.close();
    }
  });

  test("while the tracker cannot be read, nobody is shown what it said before", async () => {
    // Its clock stands still but for the test's steps: between two looks there is time for many requests.
    const { secret: folder } = await twoTrackers();
    addPrivateStory(folder);
    const own = await serveRestrictedAt(folder, identity, undefined, false);
    const ask = async (cookie: string) =>
      (await fetch(`${own.url}/stories/${storyId}`, { headers: { cookie } })).status;
    try {
      const { cookie } = await signIn(own.url, "vera-subject");
      expect(await ask(cookie)).toBe(200);
      renameSync(folder, `${folder}-away`);
      own.look();
      expect([await ask(cookie), await ask(cookie), await ask(cookie)]).toEqual([500, 500, 500]);
      renameSync(`${folder}-away`, folder);
      expect(await ask(cookie)).toBe(200);
    } finally {
      await own.close();
    }
  });
});
