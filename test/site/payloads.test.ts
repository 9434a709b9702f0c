// Scripts in every text of a tracker, looked at in a real browser without the policy that would hold them back: none runs, nothing
// is fetched from elsewhere, and nothing leads anywhere but to the web.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shardOf } from "../../src/model/place.ts";
import { hasChromium, launchChromium } from "../support/chromium.ts";
import { newRepository } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { payloads } from "../support/payloads.ts";
import { type Touched, touchedPage } from "../support/strange.ts";
import { isThorough } from "../support/thorough.ts";

const idOf = (index: number) => 20_000_000 + index * 1_009;
const inYaml = (text: string) => JSON.stringify(text.replaceAll("\n", " "));

/** A tracker that says each of them wherever it lets anybody say anything. */
function trackerOf(): string {
  const files: Record<string, string> = {
    "tracker.yaml": 'format: 1\nname: "<img src=x onerror=alert(1)>"\nvisibility: public\n',
    "teams/t.md": `---\ntitle: ${inYaml(payloads[0] ?? "")}\nmembers:\n  - p0\n---\n${payloads.join("\n\n")}\n`,
  };
  for (const [index, payload] of payloads.entries()) {
    const id = idOf(index);
    const folder = `stories/${shardOf(id)}/${id}`;
    const title = inYaml(payload);
    files[`people/p${index}.md`] = `---\nname: ${title}\n---\n${payload}\n`;
    files[`projects/p${index}.md`] = `---\ntitle: ${title}\nmaintainers:\n  - p${index}\n---\n${payload}\n`;
    files[`milestones/m${index}.md`] = `---\ntitle: ${title}\n---\n${payload}\n`;
    files[`lists/l${index}.md`] =
      `---\ntitle: ${title}\nquery: ${inYaml(`"${payload.replaceAll('"', "")}"`)}\n---\n${payload}\n`;
    files[`boards/b${index}.md`] =
      `---\ntitle: ${title}\nlanes:\n  - title: ${title}\n    query: status:active\n---\n${payload}\n`;
    files[`${folder}/story.md`] =
      `---\ntitle: ${title}\nauthor: p${index}\ntype: bug\ncreated: 2026-03-01T09:00:00Z\nlinks:\n  - url: ${inYaml(`https://evil.example/${payload}`)}\n    title: ${title}\n---\n` +
      `${payload}\n\ntext ${payload} text\n\n# ${payload}\n\n> ${payload}\n\n[${payload}](${payload})\n\n![${payload}](${payload})\n\n\`\`\`${payload}\n${payload}\n\`\`\`\n`;
    files[`${folder}/tasks/${id + 500_000}.md`] =
      `---\ntitle: ${title}\nproject: p${index}\nstatus: todo\nauthor: p${index}\nassignee: p${index}\ncreated: 2026-03-01T09:00:00Z\nmilestone: m${index}\n---\n${payload}\n`;
    files[`${folder}/comments/20260301T100000Z-abcd.md`] = `---\nauthor: p${index}\n---\n${payload}\n`;
    files[`${folder}/attachments/x${index}.svg`] = payload;
  }
  return newRepository(files);
}

describe.skipIf(!hasChromium)("in Chromium (skipped where there is none)", () => {
  let site: LiveSite;
  let browser: Browser;
  let touched: Touched;
  beforeAll(async () => {
    site = await serveAt(trackerOf(), { still: true, rateLimit: 0 });
    browser = await launchChromium();
    touched = await touchedPage(browser, site.url);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test("nothing runs or is fetched from elsewhere, on the pages of whatever says it", async () => {
    const strange: string[] = [];
    const lists = ["/", "/stories.html", "/untriaged.html", "/projects.html", "/people.html", "/milestones.html"];
    const more = ["/boards.html", "/changes.html", "/repair.html", "/report.html", "/teams/t.html", "/new.html"];
    for (const path of [...lists, ...more]) strange.push(...(await touched.strangeOn(path)));
    for (const [index, payload] of payloads.entries()) {
      if (!isThorough && index % 3 !== 0) continue;
      strange.push(...(await touched.strangeOn(`/stories/${idOf(index)}.html`)));
      // One of the other sorts of pages each, in turns; and itself, asked for.
      const kind = ["people/p", "projects/p", "milestones/m", "lists/l", "boards/b"][index % 5];
      strange.push(...(await touched.strangeOn(`/${kind}${index}.html`)));
      if (index % 4 === 0) strange.push(...(await touched.strangeOn(`/search?q=${encodeURIComponent(payload)}`)));
    }
    expect(strange).toEqual([]);
    expect(touched.complaints).toEqual([]);
    expect(site.errors).toEqual([]);
  });
});
