// The lines of a Markdown text that are no code, for what an importer changes in them.

const fence = /^( *)(`{3,}(?=[^`]*$)|~{3,})/;

/** Changes each line that is neither indented nor fenced code. `next`: the line after it; undefined where the text ends. */
export function mapProse(text: string, change: (line: string, next: string | undefined) => string): string {
  let open: string | null = null;
  // What stands further in goes on where something stands right above it.
  let isProse = false;
  const lines = text.split("\n");
  return lines
    .map((line, at) => {
      const [, indent = "", found] = fence.exec(line) ?? [];
      // Further in it is code, but in what goes on: an item of a list may hold it.
      const marker = open !== null || isProse || indent.length < 4 ? found : undefined;
      if (open !== null) {
        if (marker?.startsWith(open) && line.trim() === marker) open = null;
        return line;
      }
      if (marker) {
        open = marker;
        isProse = false;
        return line;
      }
      isProse = line.trim() !== "" && (isProse || !/^(?: {4}|\t)/.test(line));
      return isProse ? change(line, lines[at + 1]) : line;
    })
    .join("\n");
}

/** GitHub shows every line of a paragraph on a line of its own; elsewhere a line end is a blank, unless two blanks stand before it. */
export function withHardBreaks(text: string): string {
  return mapProse(text, (line, next) => (breaksAfter(line, next) ? `${line.trimEnd()}  ` : line));
}

/** Where a paragraph goes on in the next line. Two blanks too many are nothing that anybody sees. */
function breaksAfter(line: string, next: string | undefined): boolean {
  if (next === undefined || line.endsWith("\\") || line.endsWith("  ")) return false;
  const isQuoted = quote.test(line);
  if (quote.test(next) && !isQuoted) return false;
  const [here, below] = [line, next].map((each) => each.replace(/^[ >]*/, "")) as [string, string];
  if (here === "" || below === "" || isNoParagraph(here) || isNoParagraph(below)) return false;
  // Only the first item of a list may follow upon a paragraph.
  return !firstItem.test(below) && !/^(?:=+|-+) *$|^(?:`{3}|~{3})/.test(below);
}

const quote = /^ *>/;
const firstItem = /^(?:[-*+]|1[.)]) /;

/** A heading, a row of a table or a line across. */
const isNoParagraph = (text: string) => /^(?:#{1,6}(?: |$)|\||([-*_])(?: *\1){2,} *$)/.test(text);
