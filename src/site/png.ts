// An SVG picture as PNG, the same to the byte on every machine: its font comes with the program. The room of resvg.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Twice as many pixels as the SVG has units, so that it is sharp on today's screens and in print. */
const pixelsPerUnit = 2;

const font = "DejaVu Sans";
const weights = [400, 700];

/** Alphabets that the font has whole; `Common` is digits, punctuation, symbols. */
const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether the font has the letters of this text; what it has not shows as empty boxes. */
export function isDrawn(text: string): boolean {
  return drawn.test(text);
}

let ready: Promise<typeof import("@resvg/resvg-wasm")> | undefined;

/** On white: what is transparent would not be legible on every page that it is put on. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  ready ??= started();
  const { Resvg } = await ready;
  const fonts = weights.map((weight) => `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff2`);
  const drawing = new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: pixelsPerUnit },
    font: { fontBuffers: await Promise.all(fonts.map(packaged)), defaultFontFamily: font, sansSerifFamily: font },
  });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}

/** It can be started only once in a process. */
async function started() {
  const resvg = await import("@resvg/resvg-wasm");
  await resvg.initWasm(await packaged("@resvg/resvg-wasm/index_bg.wasm"));
  return resvg;
}

function packaged(file: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(file));
}
