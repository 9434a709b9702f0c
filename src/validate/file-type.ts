// What a file is by its first bytes, whatever it is called.

/** One word; "text" for what has no signature and no NUL, "data" for the rest. */
export function fileType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512));
  const hex = head.toString("hex", 0, 16);
  const text = head.toString("latin1");
  // Of programs for Windows only two letters are sure, and a text may begin with them.
  if (text.startsWith("MZ") && text.includes("\0")) return "program";
  for (const [type, forms] of Object.entries(signatures)) if (forms.test(hex)) return type;
  if (text.includes("\0")) return "data";
  return svg.test(text) ? "svg" : "text";
}

const svg = /^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+svg\b[^>]*>\s*)?<svg[\s>]/is;

/** In hexadecimal; a dot is any digit. */
const signatures: Readonly<Record<string, RegExp>> = {
  // ELF, Mach-O and Java classes, WebAssembly, Android, Windows shortcuts.
  program: /^(?:7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|0061736d|6465780a|4c0000000114020)/,
  png: /^89504e470d0a1a0a/,
  jpeg: /^ffd8ff/,
  gif: /^47494638(?:37|39)61/,
  webp: /^52494646.{8}57454250/,
  bmp: /^424d.{8}00000000/,
  tiff: /^(?:49492a00|4d4d002a)/,
  ico: /^00000100/,
  avif: /^.{8}66747970617669/,
  heic: /^.{8}66747970(?:686569|6d696631|6d736631)/,
  pdf: /^255044462d/,
  zip: /^504b(?:0304|0506)/,
  gzip: /^1f8b/,
  bzip2: /^425a68.{2}314159265359/,
  xz: /^fd377a585a00/,
  "7z": /^377abcaf271c/,
  rar: /^526172211a07/,
  zstd: /^28b52ffd/,
};
