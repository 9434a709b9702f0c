import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { marked } from "marked";
import { expect, test } from "vitest";
import { withHardBreaks } from "../../src/import/github/prose.ts";
import { readGithubSources } from "../../src/import/github/source.ts";
import { cleanBody } from "../../src/text/characters.ts";
import { sharedData } from "../support/folder.ts";

/** What GitHub shows, and what the text that is imported shows; blanks that nobody sees count for nothing. */
function shownBoth(text: string): readonly [there: string, here: string] {
  const shown = (source: string, breaks: boolean) =>
    String(marked.parse(source, { breaks, async: false }))
      .replaceAll(/<br>\s*/g, "<br>\n")
      .replaceAll(/ +(?=<\/(?:p|li)>|\n)/g, "");
  return [shown(text, true), shown(withHardBreaks(text), false)];
}

test.each([
  ["lines of a paragraph", "one\ntwo\n\nthree\nfour\n", "one  \ntwo\n\nthree  \nfour\n"],
  ["in quotes and lists", "> a\n> b\n\n- c\n  d\n- e\n", "> a  \n> b\n\n- c  \n  d\n- e\n"],
  ["what follows a paragraph", "one\n- two\n\none\n> two\n\none\n```\nx\ny\n```\n", undefined],
  [
    "headings, tables and lines",
    "# one\ntwo\n\n| a | b |\n|---|---|\n| c | d |\n\ntitle\n---\n\na\n***\nb\n",
    undefined,
  ],
  ["code", "```\na\nb\n```\n\n    c\n    d\n", undefined],
  ["a line that stands further in, and is no code", "a\n     b\n", "a  \n     b\n"],
  ["a list's code", "- a\n    ```\n    b\n    c\n    ```\n", undefined],
  ["numbers that begin no list", "a\n10. b\n11. c\n", "a  \n10. b  \n11. c\n"],
  ["code within a line", "```a``` b\nc\n", "```a``` b  \nc\n"],
  ["a number that begins no list", "a\n6. b\n", "a  \n6. b\n"],
  ["breaks that are there", "a  \nb\\\nc\n", undefined],
])("line ends within paragraphs are kept: %s", (_, text, expected = text) => {
  expect(withHardBreaks(text)).toBe(expected);
  expect(shownBoth(text)[1]).toBe(shownBoth(text)[0]);
  expect(withHardBreaks(expected)).toBe(expected);
});

test.for([
  ["data/github/tls13-spec.archive.json.gz"],
  ["data/github/quic-2017-issues.rest.json.gz", "data/github/quic-2017-pulls.rest.json.gz"],
])("texts of %s look as they do on GitHub", (paths, { skip }) => {
  const places = paths.map(sharedData);
  if (places.includes(undefined)) return skip(`../shared/${paths[0]} is not here`);
  const sources = places.map((place) => ({ name: basename(place ?? ""), bytes: readFileSync(place ?? "") }));
  const { issues } = readGithubSources(sources, "a/b");
  const texts = issues.flatMap(({ body, comments }) => [body, ...comments.map((each) => each.body)]).map(cleanBody);
  const other = texts.filter((text) => shownBoth(text)[0] !== shownBoth(text)[1]);
  expect(texts.length).toBeGreaterThan(200);
  // Tables whose rows begin with no stroke, and the like.
  expect(other.length).toBeLessThan(texts.length / 100);
});
