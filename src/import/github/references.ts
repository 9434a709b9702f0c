// References between issues, in their prose: what GitHub writes as #12 becomes what the tracker calls it.

import { mapProse } from "./prose.ts";

export interface ReferenceTargets {
  /** "owner/name", as GitHub writes it. */
  readonly repository: string;
  /** The story's number of an imported issue. */
  readonly story: (issue: number) => number | undefined;
  readonly isPull: (number: number) => boolean;
}

/** Rewrites a Markdown text; code, link targets and other addresses stay as they are. */
export function rewriteReferences(text: string, targets: ReferenceTargets): string {
  return mapProse(text, (line) => rewriteLine(line, targets));
}

/** Issue numbers that a pull request's text says it closes, by GitHub's own keywords. */
export function closedIssues(text: string, repository: string): number[] {
  const owner = escapeForPattern(repository);
  const keyword = String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+`;
  const target = String.raw`(?:(?:${owner})?#|https://github\.com/${owner}/issues/)(\d{1,8})\b`;
  return [...text.matchAll(new RegExp(keyword + target, "gi"))].map((match) => Number(match[1]));
}

function rewriteLine(line: string, { repository, story, isPull }: ReferenceTargets): string {
  const owner = escapeForPattern(repository);
  const ours = String.raw`https://github\.com/${owner}/(?:issues|pull)/(\d{1,8})(?![\w/#?-])`;
  const skipped = String.raw`(\`+)[^\`]*\1|\]\([^)\s]*\)|<https?://[^>\s]*>`;
  const pattern = new RegExp(`${skipped}|${ours}|https?://[^\\s)>\\]]+|(?<![\\w/&#])(${owner})?#(\\d{1,8})\\b`, "gi");
  return line.replace(
    pattern,
    (found: string, _ticks: string, ofUrl: string | undefined, _owner: string, plain: string | undefined) => {
      const number = Number(ofUrl ?? plain);
      if (ofUrl === undefined && plain === undefined) return found;
      const target = story(number);
      if (target !== undefined) return `#${target}`;
      if (ofUrl !== undefined || !isPull(number)) return found;
      return `[#${number}](https://github.com/${repository}/pull/${number})`;
    },
  );
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
