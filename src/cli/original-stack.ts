// Where a fault happened, in the files the program was written in: the bundle's own lines and names tell nobody anything.

import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";

/** The stack with the places of files that have a source map beside them led back to their sources; any other stays. */
export function originalStack(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    let map = maps.get(file);
    if (map === undefined) {
      map = readMap(`${file}.map`);
      maps.set(file, map);
    }
    return map;
  };
  return stack.replace(/^( +at ).*?([^\s(]+):(\d+):(\d+)\)?$/gm, (whole, lead, file, line, column) => {
    const found = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!found || !("originalSource" in found) || !found.originalSource) return whole;
    const source = found.originalSource.replace(/^(?:\.\.\/)+/, "");
    return `${lead}${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

function readMap(path: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
