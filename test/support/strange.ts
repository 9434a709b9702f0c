// A page that strangers wrote on, opened and touched all over without the policy that would hold it back: what runs, what is fetched
// from elsewhere, and what is on it that nobody of ours would write.

import type { Browser, Page } from "playwright-core";

export interface Touched {
  readonly page: Page;
  /** What ran or was asked for elsewhere. */
  readonly complaints: string[];
  /** What is strange on the page at a path, once it is there. */
  strangeOn(path: string): Promise<string[]>;
  /** The same on the page as it is now. */
  strangeHere(): Promise<string[]>;
}

export async function touchedPage(browser: Browser, url: string): Promise<Touched> {
  // The policy is a second wall: here the first has to hold alone.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${url}/`)) complaints.push(`asked for ${request.url()}`);
  });
  context.on("dialog", (dialog) => {
    complaints.push(`said ${dialog.message()} on ${dialog.page()?.url()}`);
    void dialog.dismiss();
  });
  context.on("weberror", ({ error }) => complaints.push(`threw ${error()} on ${page.url()}`));
  const strangeHere = async () => (await page.evaluate(strange)).map((each) => `${page.url()}: ${each}`);
  return {
    page,
    complaints,
    strangeHere,
    async strangeOn(path) {
      await page.goto(url + path, { waitUntil: "domcontentloaded" });
      return strangeHere();
    },
  };
}

function strange(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("*")) {
    for (const { name, value } of element.attributes) {
      const isAddress = ["href", "src", "action", "formaction", "data", "poster", "ping"].includes(name);
      if (/^on/i.test(name) || /^(?:style|srcset|srcdoc|background)$/i.test(name))
        found.push(`${element.tagName} ${name}`);
      else if (isAddress && !/^(?:https?:|mailto:)/.test(new URL(value, document.baseURI).href))
        found.push(`${element.tagName} ${name}=${value}`);
    }
    // A link that leaves says so, and tells nobody where its reader was.
    if (element instanceof HTMLAnchorElement && element.host !== location.host && !/\bnoopener\b/.test(element.rel))
      if (element.protocol !== "mailto:") found.push(`A that leaves: ${element.outerHTML}`);
    if (/^(?:IFRAME|OBJECT|EMBED|BASE|STYLE|MATH|VIDEO|AUDIO|TEMPLATE|MARQUEE|FRAME)$/i.test(element.tagName))
      found.push(element.tagName);
    if (element.tagName === "SCRIPT" && !element.getAttribute("src")) found.push("SCRIPT of its own");
    // The head's own says what the page may load.
    const isPolicy = element.matches('head > meta[http-equiv="Content-Security-Policy"]:nth-child(2)');
    if (element.tagName === "META" && element.hasAttribute("http-equiv") && !isPolicy) found.push("META http-equiv");
    for (const type of ["focus", "mouseover", "pointerover", "toggle", "animationstart"])
      element.dispatchEvent(new Event(type, { bubbles: true }));
  }
  return found;
}
