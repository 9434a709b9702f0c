// Signing in to the restricted server in a real browser, before a real identity provider.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, launchChromium } from "../support/chromium.ts";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { addPrivateStory, otherId, storyId } from "../support/private-story.ts";
import { type RestrictedSite, serveRestrictedAt } from "../support/restricted-site.ts";
import { twoTrackers } from "../support/two-trackers.ts";

describe.skipIf(!hasChromium)("in Chromium (skipped where there is none)", () => {
  let identity: IdentityProvider;
  let site: RestrictedSite;
  let browser: Browser;
  beforeAll(async () => {
    identity = await startIdentityProvider();
    const { secret } = await twoTrackers();
    addPrivateStory(secret);
    site = await serveRestrictedAt(secret, identity);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await identity?.close();
  });

  test("a link in a mail leads through the sign-in to its story, a search works, and signing out ends it", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}/stories/${storyId}`);
    expect(page.url().startsWith(identity.issuer)).toBe(true);
    await page.fill("input[name=login]", "nina-subject");
    await page.fill("input[name=password]", "any");
    await page.click("button[type=submit]");
    await page.click("button[type=submit]");
    await page.waitForURL(`${site.url}/stories/${storyId}`);
    expect(await page.textContent("h1")).toContain("Public title of the hole");

    await page.goto(`${site.url}/stories/${otherId}`);
    expect(await page.textContent("h1")).toContain("Not found");
    await page.goto(`${site.url}/`);
    await page.fill("input[name=q]", "hole");
    await page.press("input[name=q]", "Enter");
    await page.waitForURL(/\/search(?:\.html)?\?q=hole/);
    expect(await page.textContent("main")).toContain("Public title of the hole");

    // Scripts see no session.
    // The provider's own are on the same host here, since ports do not tell cookies apart.
    const cookies = (await context.cookies(site.url)).filter(({ name }) => !name.startsWith("_session"));
    expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
      ["storytree", true, "Lax"],
    ]);
    expect(await page.evaluate("document.cookie")).toBe("");

    await page.goto(`${site.url}/account`);
    expect(await page.textContent("main")).toContain("You are nina");
    await page.click("text=Sign out everywhere");
    expect(await page.textContent("h1")).toBe("Signed out");
    // The provider may remember the reader, and signs them in again; without asking it nothing is shown.
    const asked = page.waitForRequest((request) => request.url().startsWith(`${identity.issuer}/auth`));
    await page.goto(`${site.url}/stories/${storyId}`);
    await asked;
    await context.close();
  });

  test("another site can neither frame it, nor read it, nor start a search in it", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}/stories/${storyId}`);
    await page.fill("input[name=login]", "nina-subject");
    await page.fill("input[name=password]", "any");
    await page.click("button[type=submit]");
    await page.click("button[type=submit]");
    await page.waitForURL(`${site.url}/stories/${storyId}`);
    // The provider's page is of another origin: whatever it asks for comes from elsewhere.
    await page.goto(`${identity.issuer}/.well-known/openid-configuration`);
    const read = await page.evaluate(
      `fetch(${JSON.stringify(`${site.url}/stories.json`)}, { credentials: "include" }).then(() => "read", () => "refused")`,
    );
    expect(read).toBe("refused");
    const opaque = await page.evaluate(
      `fetch(${JSON.stringify(`${site.url}/stories.json`)}, { credentials: "include", mode: "no-cors" }).then(() => "answered", () => "blocked")`,
    );
    expect(opaque).toBe("blocked");
    const answered = page.waitForResponse((response) => response.url().startsWith(`${site.url}/search`));
    await page.evaluate(`location.href = ${JSON.stringify(`${site.url}/search?q=hole`)}`);
    // Another port of one host is the same site, and another origin all the same.
    expect((await answered).status()).toBe(403);
    await context.close();
  });
});
