import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, renderMarkdown } from "../../src/site/markdown/render.ts";
import { projectRoot, sharedData } from "../support/folder.ts";

const context = {
  idPrefix: "p-",
  headingLevel: 3,
  work: (id: number) => (id === 12 ? { href: "../stories/12.html", title: "A <b>", status: "active" } : null),
  commit: (id: string) =>
    "1f2e3d4c5b6a79880123456789abcdef01234567".startsWith(id)
      ? { href: "https://git.example/c/1f2e3d4", subject: "Close <12>" }
      : null,
  person: (name: string) => (name === "alice" ? { href: "../people/alice.html", name: "Alice" } : null),
  attachment: (file: string) =>
    file.startsWith("no") ? null : { href: `x/${encodeURIComponent(file)}`, isImage: file.endsWith(".png") },
};
const html = (text: string) => renderMarkdown(text, context);

/** Tags and attributes that may be in what we render, and the addresses that may stand in them. */
const tags =
  /^(?:p|br|hr|blockquote|pre|code|em|strong|del|sup|sub|ul|ol|li|input|span|h[2-6]|table|thead|tbody|tr|th|td|a|img|section)$/;
const attributes =
  /^(?:href|src|alt|title|class|id|rel|loading|start|dir|type|disabled|checked|align|aria-label|aria-describedby|data-footnotes|data-footnote-ref|data-footnote-backref)$/;

/** What is wrong with a piece of HTML; nothing is, in what we render. */
function dangers(markup: string): string[] {
  const found: string[] = [];
  for (const [whole, , tag = "", rest = ""] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/gi)) {
    if (!tags.test(tag)) found.push(whole);
    for (const [, name = "", value = ""] of rest.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)) {
      if (!attributes.test(name)) found.push(`${tag} ${name}`);
      const address = value.replaceAll("&amp;", "&").replace(/&#?\w+;?/g, "");
      if ((name === "href" || name === "src") && !/^(?:https?:\/\/|mailto:|#p-footnote|\.\.\/|x\/)/.test(address))
        found.push(`${name}=${value}`);
      if (name === "dir" && value !== "auto") found.push(`dir=${value}`);
      if (name === "src" && !value.startsWith("x/")) found.push(`remote ${value}`);
      if (name === "id" && !value.startsWith("p-")) found.push(`id=${value}`);
    }
  }
  // Whatever is left of a tag must be escaped.
  const stripped = markup.replace(/<\/?[a-z][a-z0-9]*(?:[^>"]|"[^"]*")*>/gi, "");
  if (stripped.includes("<")) found.push(`stray < in ${stripped.slice(0, 80)}`);
  return found;
}

const scripts = [
  "alert(1)",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
];
const urls = [
  ...scripts.slice(1),
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "//evil.example",
  "\\\\evil",
  "file:///etc/passwd",
  "blob:x",
  "&#106;avascript:alert(1)",
  "&#x6A;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "%6Aavascript:alert(1)",
  "about:blank",
  "view-source:x",
  "feed:javascript:alert(1)",
  "intent://x",
  "https:javascript:alert(1)",
  " javascript:alert(1)",
  "javascript://example.org/%0aalert(1)",
];
const events = [
  "onerror",
  "onload",
  "onclick",
  "onmouseover",
  "onfocus",
  "onbegin",
  "onanimationstart",
  "ontoggle",
  "onpointerenter",
];
const elements = [
  "img src=x",
  "svg",
  "body",
  "iframe src=javascript:alert(1)",
  "input autofocus",
  "details open",
  "video src=x",
  "math",
  "marquee",
  "object data=x",
  "embed src=x",
  "form action=javascript:alert(1)",
  "a href=javascript:alert(1)",
  "button",
  "base href=//evil",
  "link rel=stylesheet href=//evil",
  "meta http-equiv=refresh content=0;url=javascript:alert(1)",
  "style",
  "template",
  "noscript",
  "textarea",
  "title",
  "xmp",
  "plaintext",
  "select",
  "isindex",
  "keygen",
  "frame",
  "table background=javascript:alert(1)",
];
const vectors = [
  ...elements.flatMap((element) => events.slice(0, 4).map((event) => `<${element} ${event}=alert(1)>`)),
  ...urls.flatMap((url) => [
    `[a](${url})`,
    `![a](${url})`,
    `<${url}>`,
    `[a]: ${url}\n\n[a]`,
    `[a](<${url}>)`,
    `[a](${url} "t")`,
  ]),
  ...scripts.map((script) => `<script>${script}</script>`),
  ...[
    "</p><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE x>",
  ],
  ...[
    '[a](https://x.org "onmouseover=alert(1) x=")',
    '[a](https://x.org/"onmouseover="alert(1))',
    '![a" onerror="alert(1)](attachment:a.png)',
    '![a](attachment:a.png "x\\" onerror=\\"alert(1)")',
    '![a](attachment:"onerror=alert(1).png)',
  ],
  ...[
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    '```js" onclick="alert(1)\nx\n```',
    "    <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  ],
  ...[
    "[^<script>]\n\n[^<script>]: x",
    "[^a]\n\n[^a]: <img src=x onerror=alert(1)>",
    '[^"onclick=x]\n\n[^"onclick=x]: y',
    "@alice<script>",
    "#12<script>alert(1)</script>",
    "~~<script>~~",
    "- [x] <script>alert(1)</script>",
    "<a name=x id=y class=z style=color:red>x</a>",
    '<svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
];

test("there are enough vectors to mean something", () => {
  expect(new Set(vectors).size).toBeGreaterThan(250);
});

test.each(vectors.map((vector, index) => [index, vector]))("%i %j does nothing", (_, vector) => {
  expect(dangers(html(String(vector)))).toEqual([]);
});

test("vectors side by side and inside each other do nothing either", () => {
  const wrap = fc.constantFrom(
    (x: string) => `> ${x}`,
    (x: string) => `- ${x}`,
    (x: string) => `**${x}**`,
    (x: string) => `[${x}](https://x.org)`,
    (x: string) => `| ${x} |\n|---|`,
    (x: string) => `# ${x}`,
    (x: string) => x,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...vectors), wrap), { minLength: 1, maxLength: 4 }), (parts) => {
      expect(dangers(html(parts.map(([vector, put]) => put(vector)).join("\n\n")))).toEqual([]);
    }),
    { numRuns: 1_500, seed: 29 },
  );
});

test("naughty strings", ({ skip }) => {
  const place = sharedData("data/hostile/blns.json");
  if (!place) return skip("../shared/data/hostile is not here");
  for (const text of JSON.parse(readFileSync(place, "utf8")) as string[])
    expect([text, dangers(html(text))]).toEqual([text, []]);
});

describe("what people expect of GitHub's Markdown", () => {
  test.each([
    ["**b** _i_ ~~s~~ `c`", "<p><strong>b</strong> <em>i</em> <del>s</del> <code>c</code></p>"],
    ["# One\n### Two\n## Three\n# Four", "<h3>One</h3>\n<h4>Two</h4>\n<h4>Three</h4>\n<h3>Four</h3>"],
    [
      "It is so.[^1]\n\n[^1]: Because.",
      `<p>It is so.<sup><a id="p-footnote-ref-1" href="#p-footnote-1" data-footnote-ref aria-describedby="p-footnote-label">1</a></sup></p>
<section class="footnotes" data-footnotes aria-label="Footnotes">
<p id="p-footnote-label" class="sr-only">Footnotes</p>
<ol dir="auto">
<li id="p-footnote-1">
<p>Because. <a href="#p-footnote-ref-1" data-footnote-backref aria-label="Back to reference 1">↩</a></p>
</li>
</ol>
</section>`,
    ],
    [
      "- [x] done\n- [ ] todo",
      '<ul dir="auto">\n<li><input type="checkbox" disabled checked aria-label="done" /> done</li>\n<li><input type="checkbox" disabled aria-label="to do" /> todo</li>\n</ul>',
    ],
    [
      "https://x.org/a?b=1&c=2",
      '<p><a href="https://x.org/a?b=1&amp;c=2" rel="nofollow noopener noreferrer ugc">https://x.org/a?b=1&amp;c=2</a></p>',
    ],
    ["5 < 6 & &lt;tag&gt;", "<p>5 &lt; 6 &amp; &lt;tag&gt;</p>"],
    [
      "```js\nlet a = 1\n```",
      '<pre><code><span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span></code></pre>',
    ],
    ["```nolanguage\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>"],
    [
      "see #12 and story 12, not #13",
      '<p>see <a class="work work-active" href="../stories/12.html" title="A &lt;b&gt; (active)">#12</a> and <a class="work work-active" href="../stories/12.html" title="A &lt;b&gt; (active)">story 12</a>, not #13</p>',
    ],
    [
      "`#12` [#12](https://x.org)",
      '<p><code>#12</code> <a href="https://x.org" rel="nofollow noopener noreferrer ugc">#12</a></p>',
    ],
    [
      "commit 1f2e3d4 and 1F2E3D4C5B6A, not 1f2e3d5, x1f2e3d4",
      '<p><a class="commit" href="https://git.example/c/1f2e3d4" title="Close &lt;12&gt;" rel="nofollow noopener noreferrer">commit 1f2e3d4</a> and <a class="commit" href="https://git.example/c/1f2e3d4" title="Close &lt;12&gt;" rel="nofollow noopener noreferrer">1F2E3D4C5B6A</a>, not 1f2e3d5, x1f2e3d4</p>',
    ],
    [
      "@alice, not @bob, mail a@alice.org",
      '<p><a class="person" href="../people/alice.html" title="Alice">@alice</a>, not @bob, mail <a href="mailto:a@alice.org" rel="nofollow noopener noreferrer ugc">a@alice.org</a></p>',
    ],
    [
      "![shot](attachment:a.png)",
      '<p class="picture"><a href="x/a.png"><img src="x/a.png" alt="shot" loading="lazy" /></a></p>',
    ],
    ["[log](attachment:trace.log) [gone](attachment:no.log)", '<p><a href="x/trace.log">log</a> gone</p>'],
    [
      "![remote](https://x.org/a.png)",
      '<p><a href="https://x.org/a.png" rel="nofollow noopener noreferrer ugc">remote</a></p>',
    ],
    [
      "![a](attachment:a.png) [![b](attachment:b.png)](https://b.org)",
      '<p class="picture"><a href="x/a.png"><img src="x/a.png" alt="a" loading="lazy" /></a> <a href="https://b.org" rel="nofollow noopener noreferrer ugc"><img src="x/b.png" alt="b" loading="lazy" /></a></p>',
    ],
    [
      "Press ![ ](attachment:a%20b.png)",
      '<p>Press <a href="x/a%20b.png"><img src="x/a%20b.png" alt="a b.png" loading="lazy" /></a></p>',
    ],
    [
      "x ![a &amp; *b* \\* [c](https://d.org)](attachment:a.png)",
      '<p>x <a href="x/a.png"><img src="x/a.png" alt="a &amp; b * c" loading="lazy" /></a></p>',
    ],
    [
      "[![badge](https://i.org/b.svg)](https://ci.org)",
      '<p><a href="https://ci.org" rel="nofollow noopener noreferrer ugc">badge</a></p>',
    ],
    [
      "[read <https://a.org/in> this](https://b.org)",
      '<p><a href="https://b.org" rel="nofollow noopener noreferrer ugc">read https://a.org/in this</a></p>',
    ],
    ["[](https://b.org)", '<p><a href="https://b.org" rel="nofollow noopener noreferrer ugc">https://b.org</a></p>'],
    ["- \u0633\u0644\u0627\u0645", '<ul dir="auto">\n<li>\u0633\u0644\u0627\u0645</li>\n</ul>'],
    ["a\u202eb", '<p>a<span class="bidi">U+202E</span>b</p>'],
    ["", ""],
  ])("%j", (text, wanted) => {
    expect(html(text).trim()).toBe(wanted);
  });
});

test("an address without slashes is no link: on a site of its scheme it would lead to a page that is not there", () => {
  expect(html("[x](https:x.org) [y](HTTP:/y) [z](https://z.org)")).toBe(
    '<p>x y <a href="https://z.org" rel="nofollow noopener noreferrer ugc">z</a></p>\n',
  );
});

test("a note that is referred to twice leads back to each place by its own name", () => {
  const names = [...html("a[^n] b[^n]\n\n[^n]: note").matchAll(/aria-label="(Back[^"]*)">(.*?)<\/a>/g)];
  expect(names.map(([, name, words]) => [name, words])).toEqual([
    ["Back to reference n", "↩"],
    ["Back to reference n-2", "↩<sup>2</sup>"],
  ]);
});

test("a note leads back only to where it is referred to on the page, and no reference stands within a link", () => {
  const ways = (text: string) => [...html(text).matchAll(/href="#([^"]*)" data-footnote-backref/g)].map(([, id]) => id);
  const ids = (text: string) => [...html(text).matchAll(/<a id="([^"]*)"/g)].map(([, id]) => id);
  for (const text of [
    "![see[^a]](attachment:a.png) text[^a]\n\n[^a]: note",
    "[x[^a]y](https://e.org) z[^a]\n\n[^a]: note",
    "one[^a] two[^a]\n\n[^a]: note",
  ]) {
    expect([text, ways(text)]).toEqual([text, ids(text)]);
    expect(html(text)).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
  }
});

test("what nests too deep or is too long is shown as it is, soon", () => {
  const cases = [
    ">".repeat(5_000),
    "- ".repeat(2_000),
    "[".repeat(50_000),
    "![[".repeat(20_000),
    "*a".repeat(30_000),
    "`a".repeat(30_000),
    "<a ".repeat(20_000),
    "_a_ ".repeat(15_000),
    "[a](".repeat(15_000),
    `${"|a".repeat(5_000)}\n${"|-".repeat(5_000)}`,
    "a**b".repeat(15_000),
    "[^a]".repeat(10_000),
    "x".repeat(1_000_000),
    "\n".repeat(100_000),
    "&lt;".repeat(20_000),
    "1. ".repeat(3_000),
  ];
  for (const text of cases) {
    const start = performance.now();
    expect([text.slice(0, 6), dangers(html(text))]).toEqual([text.slice(0, 6), []]);
    // Generous: a machine may be busy, but nothing here may take minutes.
    expect([text.slice(0, 6), performance.now() - start < 5_000]).toEqual([text.slice(0, 6), true]);
  }
});

test("CommonMark's own examples", ({ skip }) => {
  const place = sharedData("data/hostile/commonmark-0.31.2.json");
  if (!place) return skip("../shared/data/hostile is not here");
  const examples = JSON.parse(readFileSync(place, "utf8")) as { markdown: string; html: string }[];
  const plain = (markup: string) =>
    markup
      .replace(/<h([1-6])>/g, "<h>")
      .replace(/<\/h[1-6]>/g, "</h>")
      .replace(/ rel="[^"]*"| class="[^"]*"| loading="lazy"| dir="auto"/g, "")
      .replace(/ \/>/g, ">")
      .replace(/&quot;|&#39;/g, (entity) => (entity === "&quot;" ? '"' : "'"))
      .replace(/\s+/g, " ")
      .replace(/ ?(<[^>]+>) ?/g, "$1")
      .trim();
  const ours =
    /<\/?(?:p|h\d|em|strong|a|img|code|pre|ul|ol|li|blockquote|hr|br)(?: (?:href|src|alt|title|class|start)="[^"]*")* ?\/?>/g;
  /** In the words of docs/markdown.md. */
  const reasonOf = (wanted: string, found: string): string | undefined => {
    if (/<[a-z/!?]/i.test(wanted.replace(ours, ""))) return "HTML is shown";
    if (/<img /.test(wanted)) return "a picture from elsewhere";
    const links = [...wanted.matchAll(/<a href="([^"]*)"/g)].map(([, href = ""]) => href);
    if (links.some((href) => !/^(?:https?:|mailto:)/i.test(href))) return "a link that is no address";
    if (/href="[^"]*%/.test(wanted)) return "what an address may not hold";
    if (links.length === 0 && /<a href="(?:https?|mailto):/.test(found)) return "an address is a link by itself";
    return /&amp;\w+;/.test(found) ? "of the characters with names" : undefined;
  };
  const counts = new Map<string | undefined, number>();
  for (const { markdown, html: wanted } of examples) {
    const found = plain(html(markdown));
    const reason = found === plain(wanted) ? "passed" : reasonOf(wanted, found);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    expect([markdown, reason]).not.toEqual([markdown, undefined]);
  }
  const page = readFileSync(join(projectRoot, "docs", "markdown.md"), "utf8");
  expect(page).toContain(`Of the ${examples.length} examples`);
  expect(page).toMatch(new RegExp(`\\) ${counts.get("passed")} come out as they do there`));
  const told = [...page.matchAll(/^\| (\d+) +\| ([^|]*) \|$/gm)].map(([, count, reason = ""]) => [
    reason,
    Number(count),
  ]);
  const known = [...counts].filter(([reason]) => reason !== "passed");
  expect(told).toHaveLength(known.length);
  for (const [reason, count] of known)
    expect(told).toContainEqual([expect.stringMatching(new RegExp(`^${reason}`)), count]);
});

test("plain words of a text, for descriptions", () => {
  expect(plainText("# Title\n\nSome **bold** `code` and [a link](https://x.org).\n", 100)).toBe(
    "Title Some bold code and a link.",
  );
  expect(plainText("word ".repeat(100), 20)).toHaveLength(20);
});
