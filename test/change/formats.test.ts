// What a proposal means as text, as a review comment and as JSON; nothing of a stranger's gets out of its quotes.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvalOf } from "../../src/change/approval.ts";
import { proposalJson } from "../../src/change/json.ts";
import { proposalMarkdown } from "../../src/change/markdown.ts";
import { meaningOf } from "../../src/change/meaning.ts";
import { codeOf, fenced, quietHtml } from "../../src/change/quiet-markdown.ts";
import { type Ink, proposalText } from "../../src/change/text.ts";
import { nowhere } from "../../src/site/markdown/context.ts";
import { renderMarkdown } from "../../src/site/markdown/render.ts";
import { nearChanges, wordDiff } from "../../src/text/diff/word-diff.ts";
import { projectRoot } from "../support/folder.ts";
import { type Changes, edit, files, judged, story, storyText, task, touchedBy } from "./proposed.ts";

const plain = (text: string) => text;
const noInk: Ink = { color: false, bold: plain, dim: plain, red: plain, green: plain, yellow: plain };

async function proposed(changes: Changes, who?: string) {
  const approval = await judged(changes, who);
  return { meaning: meaningOf(touchedBy(changes), new Map([[48213377, "A story"]])), approval };
}

const preview = (text: string) => renderMarkdown(text, nowhere);

describe("words", () => {
  test("parts make both texts again, whatever they are", () => {
    const prose = fc
      .array(fc.constantFrom("a", "word", "words", " ", "\n", "\n\n", ".", "測試", "é", "…", "👍"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(prose, prose, (was, is) => {
        const parts = wordDiff(was, is);
        const side = (without: string) =>
          parts
            .filter((part) => part.change !== without)
            .map((part) => part.text)
            .join("");
        expect([side("added"), side("removed")]).toEqual([was, is]);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test("texts that have nothing in common are two texts", () => {
    const [was = "", is = ""] = ["a", "b"].map((letter) =>
      Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join("\n"),
    );
    expect(wordDiff(was, is).map(({ text, change }) => [text.length, change])).toEqual([
      [was.length, "removed"],
      [is.length, "added"],
    ]);
  });

  test("neighbours change together, and what stays is cut at words", () => {
    expect(wordDiff("one two three", "one 2 3")).toEqual([
      { text: "one ", change: "same" },
      { text: "two three", change: "removed" },
      { text: "2 3", change: "added" },
    ]);
    const long = "word ".repeat(100);
    const near = nearChanges(wordDiff(`${long}old ${long}`, `${long}new ${long}`));
    expect(near[0]?.text).toMatch(/^…(?: ?word )+$/);
    expect(near.at(-1)?.text).toMatch(/^ (?:word )+…$/);
  });
});

test("as text, story by story", async () => {
  const changes = {
    ...edit(story, "Body.", "A text.\nAnd \u001b[31mmore."),
    ...edit(task, "status: todo", "status: review"),
    ...edit("people/bob.md", "name: Bob", "name: Bobby"),
  };
  expect(proposalText(await proposed(changes, "bob"), noInk)).toBe(`story 48213377 "A story"
    | [-Body-]{+A text+}.
    | {+And ␛[31mmore.+}
  task 59011377: status todo → review

person bob: name Bob → Bobby

needs review: 2 of 3 changes
  by the maintainers of acme/engine (mia)
  by the maintainers of acme/site (tom)
  by team stewards (sue)
`);
  expect(proposalText(await proposed({}), noInk)).toBe("changes nothing\n");
});

describe("as a review comment", () => {
  const hostile = [
    "@mallory please",
    "#1 !2 ~bug %3 $4 &5 GH-6 JIRA-7 owner/repo#8",
    "/merge",
    "/approve\n/close",
    "<img src=x onerror=alert(1)> <!-- --> </details> </blockquote>",
    "[click](https://evil.example/) ![x](https://evil.example/x.png) https://evil.example www.evil.example",
    "| a | b |\n|---|---|",
    "``` \n```diff\n```",
    "a\\|b `c` \\`d",
    "</code></pre><script>alert(1)</script>",
    "0123456789abcdef0123456789abcdef01234567",
    "Signed-off-by: x\n\nStory: 1",
    "> quote\n# head\n- [ ] task\n***\n",
    "[x]: https://evil.example\n[^1]: note[^1]",
    "\u202etxt.exe",
  ];

  /** What of a comment a host would look at: everything outside code, fences and tags. */
  function outsideCode(markdown: string): string {
    return markdown
      .replace(/^(`{3,})[a-z]*\n[\s\S]*?^\1$/gm, "")
      .replace(/<pre>.*?<\/pre>/g, "")
      .replace(/<code>[^<]*<\/code>/g, "")
      .replace(/`[^`\n]*`/g, "");
  }

  const harmless =
    /^<(?:p|blockquote|pre|code|em|strong|del|ins|ul|ol|li|br|hr|table|thead|tbody|tr|th|td|details|summary)>$/;

  test.each(hostile)("%j stays what it is", async (text) => {
    const title = JSON.stringify(text.replace(/\s+/g, " ").replace(/\u202e/g, "x"));
    const body = text.replace(/\u202e/g, "x");
    const changes = {
      [story]: storyText("alice").replace("A story", title).replace("Body.", body),
      "stories/111/70000111/story.md": storyText("alice")
        .replace("A story", title)
        .replace("Body.", `${body}\n`.repeat(30)),
      "stories/377/48213377/comments/20260302T101500Z-cd34.md": `---\nauthor: bob\n---\n${body}\n`,
    };
    for (const render of [preview, undefined]) {
      const markdown = proposalMarkdown(await proposed(changes, "alice"), render);
      const outside = outsideCode(markdown);
      const tags = new Set([...outside.matchAll(/<\/?[^>]*>/g)].map((match) => match[0].replace("/", "")));
      expect([...tags].filter((tag) => !harmless.test(tag))).toEqual([]);
      // What a host reads after the tags are taken for tags and the entities for what they are: an empty one parts a sigil from its word.
      const read = outside
        .replace(/^#### Story \d+/gm, "")
        .replace(/<[^>]*>/g, "")
        .replaceAll("&#8203;", "\u200b")
        .replaceAll("&amp;", "&")
        .replace(/&(?:lt|gt|quot|#39);/g, " ");
      expect(read).not.toMatch(/[@#!~%$&][A-Za-z0-9]|https?:\/|www\.|\b[A-Za-z]+-\d|[0-9a-f]{7}|\]\(|\]:|^\/[a-z]/im);
      const known =
        /^(?:#### (?:Story \d+|Changes|Elsewhere)|\| |\|---|Text of |<details><summary>|<blockquote>|<\/details>|\*\*This proposal|- |$|_\d+ more)/;
      const fencesGone = markdown.replace(/^(`{3,})[a-z]*\n[\s\S]*?^\1$/gm, "");
      expect(fencesGone.split("\n").filter((line) => !known.test(line))).toEqual([]);
      // Each table row has its four cells and no more.
      const rows = fencesGone.split("\n").filter((line) => line.startsWith("| "));
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.filter((row) => row.split("|").length !== 6)).toEqual([]);
      expect(outside.match(/<details>/g)?.length ?? 0).toBe(outside.match(/<\/details>/g)?.length ?? 0);
    }
  });

  test("a value is code on one line", () => {
    expect(codeOf("a b")).toBe("`a b`");
    expect(codeOf("a|b")).toBe("<code>a&#124;b</code>");
    expect(codeOf("\n `x` \n")).toBe("<code>&#96;x&#96;</code>");
    expect(codeOf("")).toBe("_none_");
    expect(fenced(["````", "x"], "text")).toBe("`````text\n````\nx\n`````\n");
  });

  test("a preview is one line of harmless tags", () => {
    expect(
      quietHtml('<h4>T</h4>\n<p>@a <a href="https://x.example/?a=1&amp;b">b</a></p>\n<pre><code>1\n2</code></pre>'),
    ).toBe(
      "<p><strong>T</strong></p> <p>@&#8203;a b <code>https://x.example/?a=1&amp;b</code></p> <pre><code>1&#10;2</code></pre>",
    );
  });

  test("shows before and after, the words and the approval", async () => {
    const changes = { ...edit(task, "status: todo", "status: review"), ...edit(story, "Body.", "Text.") };
    expect(proposalMarkdown(await proposed(changes, "bob"), preview)).toBe(`#### Story 48213377 \`A story\`

| | field | before | after |
|---|---|---|---|
| \`task 59011377\` | \`status\` | \`todo\` | \`review\` |

Text of \`story 48213377\`:

<blockquote><del>Body</del><ins>Text</ins>.<br></blockquote>

<blockquote><p>Text.</p></blockquote>

**This proposal needs review: 1 of 2 changes.** By \`the maintainers of acme/engine (mia)\` and \`the maintainers of acme/site (tom)\`.
`);
  });

  test("is never longer than a host takes, and counts the rest", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => {
        const id = 70000111 + index * 1000;
        return [`stories/111/${id}/story.md`, storyText("bob").replace("Body.", "prose ".repeat(500))];
      }),
    );
    const markdown = proposalMarkdown(await proposed(many, "bob"), preview);
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toMatch(
      /_\d+ more of 300 parts do not fit here: `storytree diff` shows them\._\n\n\*\*This proposal needs no review\.\*\*\n$/,
    );
  });
});

test("as JSON, as its schema says", async () => {
  const schema = JSON.parse(readFileSync(`${projectRoot}schema/report/diff.schema.json`, "utf8"));
  const check = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const cases: Changes[] = [
    {},
    {
      ...edit(task, "status: todo", "status: review"),
      ...edit(story, "Body.", "Text."),
      ...edit(story, "tags:\n", "tags:\n  - a\n"),
    },
    { "stories/111/70000111/story.md": storyText("bob"), "odd.txt": "x", "tracker.yaml": "format: 2\n", [task]: null },
    {
      [task]: null,
      "stories/610/52000610/tasks/60000610.md": files[task] ?? "",
      "people/bob.md": null,
      "people/rob.md": (files["people/bob.md"] ?? "").replace("identities", "aliases:\n  - person:bob\nidentities"),
    },
  ];
  for (const changes of cases) {
    for (const actor of [undefined, { identities: ["github:eve"], taken: false }]) {
      const approval = await judged(changes, actor);
      const text = proposalJson(
        { meaning: meaningOf(touchedBy(changes)), approval },
        { base: "0".repeat(40), head: null, actor },
      );
      check(JSON.parse(text));
      expect(check.errors).toBeNull();
    }
  }
  const described = JSON.stringify(schema, (key, value) => (key === "properties" ? Object.values(value) : value));
  expect(described).not.toMatch(/\{"type":"(?:string|integer|array|object)"/);
});

test("a conflict needs review", () => {
  const ground = {
    policy: [{ approval: "auto" as const }],
    team: undefined,
    project: () => undefined,
    members: () => [],
    projectsOfStory: () => [],
    storyAuthor: () => undefined,
    attachmentAuthor: () => undefined,
    ownNew: new Set<string>(),
  };
  expect(approvalOf([], ground, undefined, ["a.md"]).approval).toBe("review");
});
