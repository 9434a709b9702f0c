// `stats --format png`: a real picture, with its words drawn, and never on a terminal.

import { cpSync } from "node:fs";
import { expect, test } from "vitest";
import { isDrawn, pngOf } from "../../src/site/png.ts";
import { newFolder, tinyTracker } from "../support/folder.ts";
import { decodePng, type Pixels } from "../support/png.ts";
import { storytree } from "../support/terminal.ts";

function tracker(): string {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  return folder;
}

async function written(folder: string, ...more: string[]) {
  const parts: Uint8Array[] = [];
  const out = (part: string | Uint8Array) => void parts.push(Buffer.from(part as Uint8Array));
  const { exit, err } = await storytree(folder, ["stats", "--format", "png", ...more], { out });
  return { exit, err, bytes: Buffer.concat(parts) };
}

/** How many pixels of a part of the picture are not white. */
function inked({ at }: Pixels, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      if (
        at(x, y)
          .slice(0, 3)
          .some((value) => value !== 255)
      )
        count += 1;
  return count;
}

/** Where the SVG has its title and the words of its legend, in pixels. */
const titleAt = [112, 24, 1568, 68] as const;
const legendAt = [148, 672, 336, 700] as const;

test("the chart is a picture of its own, with its lines and its words", async () => {
  const { exit, err, bytes } = await written(tracker());
  expect([exit, err]).toEqual([0, ""]);
  const picture = decodePng(bytes);
  expect([picture.width, picture.height]).toEqual([1600, 720]);
  // White, not transparent: on a dark page its words would be lost.
  expect([picture.at(0, 0), picture.at(1599, 719)]).toEqual([
    [255, 255, 255, 255],
    [255, 255, 255, 255],
  ]);
  expect(inked(picture, [112, 96, 1568, 600])).toBeGreaterThan(1_000);
  expect(inked(picture, titleAt)).toBeGreaterThan(500);
  expect(inked(picture, legendAt)).toBeGreaterThan(200);
});

test("the words are the query's, in a font that comes with the program", async () => {
  const named = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="system-ui, sans-serif"><text x="8" y="28">${text}</text></svg>`;
  const drawn = async (text: string) => inked(decodePng(await pngOf(named(text))), [0, 0, 400, 80]);
  expect(await drawn("")).toBe(0);
  const [one, more, greek] = [await drawn("tag"), await drawn("tag:gpu Ünï"), await drawn("ετικέτα Ключ")];
  expect(one).toBeGreaterThan(100);
  expect(more).toBeGreaterThan(2 * one);
  expect(greek).toBeGreaterThan(one);
  // The same again, so that a test of the bytes means something.
  expect(Buffer.from(await pngOf(named("tag"))).equals(await pngOf(named("tag")))).toBe(true);
});

test("what the font lacks is said, and drawn as boxes", async () => {
  expect(isDrawn('stories: tag:gpu "größer als" Ελλάδα Ключ עברית')).toBe(true);
  const { exit, err, bytes } = await written(tracker(), "日本");
  expect(exit).toBe(0);
  expect(err).toBe(
    "storytree: the picture's font lacks letters of the query: --format svg leaves them to the reader's fonts\n",
  );
  expect(inked(decodePng(bytes), titleAt)).toBeGreaterThan(500);
});

test("a terminal gets none", async () => {
  const { exit, out, err } = await storytree(tracker(), ["stats", "--format", "png"], { columns: 80 });
  expect([exit, out]).toEqual([2, ""]);
  expect(err).toBe(
    "storytree: --format png is a picture, and no terminal shows it [usage]\n  hint: write it to a file: storytree stats --format png > chart.png\n",
  );
});

test("it draws work over time, nothing else", async () => {
  const { exit, err } = await written(tracker(), "--by", "status");
  expect(exit).toBe(2);
  expect(err).toContain("--format png draws work over time, not --by a field");
});
