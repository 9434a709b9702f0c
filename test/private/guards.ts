// The guards that keep what is private private: how each is broken on purpose, and the test that fails then.

export interface Guard {
  readonly what: string;
  /** Below src/. */
  readonly file: string;
  /** The text that is the guard, which stands there once, and what it is broken to. */
  readonly guard: string;
  readonly broken: string;
  /** The test file in test/private/, and the name of a test that has to fail. */
  readonly test: string;
  readonly named: string;
}

export const guards: readonly Guard[] = [
  {
    what: "publishing asks whether the tracker is public",
    file: "tracker/open.ts",
    guard: 'if (tracker.visibility === "public") return tracker as PublicTracker;',
    broken: "if (tracker.visibility) return tracker as PublicTracker;",
    test: "restricted.test.ts",
    named: "takes a type that only the opening",
  },
  {
    what: "unknown visibility is private",
    file: "tracker/open.ts",
    guard: 'if (matter) return matter.data.visibility === "public";',
    broken: 'if (matter) return matter.data.visibility !== "restricted";',
    test: "restricted.test.ts",
    named: "stops with exit 5",
  },
  {
    what: "a private story is not opened in a public tracker",
    file: "cli/private-story.ts",
    guard: 'if (visibility === "restricted") return;',
    broken: "if (visibility) return;",
    test: "embargo.test.ts",
    named: "in a public tracker it is refused",
  },
  {
    what: "nothing is disclosed before its hour",
    file: "disclosure/embargo.ts",
    guard: "return hour !== null && Date.parse(hour) <= now;",
    broken: "return hour !== null;",
    test: "disclose.test.ts",
    named: "a second too early",
  },
  {
    what: "an unmarked comment is left out",
    file: "disclosure/plan-disclosure.ts",
    guard: "if (comment.data.disclose !== true || comment.data.hidden === true) {",
    broken: "if (comment.data.disclose === false) {",
    test: "disclose.test.ts",
    named: "nothing else: no canary",
  },
  {
    what: "a key that nobody knows stops a disclosure",
    file: "disclosure/plan-disclosure.ts",
    guard: "if (!keys.includes(key) && !declared?.[key]?.on.includes(kind)) {",
    broken: "if (!keys.includes(key) && key === undefined) {",
    test: "disclose.test.ts",
    named: "an unknown key",
  },
  {
    what: "nothing that is still private is published, in whatever field",
    file: "cli/disclosing.ts",
    guard: "  refusePrivate(planned.files, planned.secret);\n",
    broken: "  refusePrivate([], planned.secret);\n",
    test: "disclose.test.ts",
    named: "what is still private, in any field",
  },
  {
    what: "people whom nobody outside knows are named in no text",
    file: "disclosure/still-private.ts",
    guard: "people: anyOf(hidden),",
    broken: "people: anyOf(hidden.slice(hidden.length)),",
    test: "disclose.test.ts",
    named: "people whom only the restricted tracker knows",
  },
  {
    what: "restricted keys are dropped",
    file: "disclosure/plan-disclosure.ts",
    guard: "if (restricted.includes(key)) continue;",
    broken: "if (restricted.length === 0) continue;",
    test: "disclose.test.ts",
    named: "the plan shows all of it",
  },
  {
    what: "the public clone shares no objects",
    file: "disclosure/apart.ts",
    guard: "if (await hasAnyOf(open, secret)) throw",
    broken: "if ((await hasAnyOf(open, secret)) && open === secret) throw",
    test: "disclose.test.ts",
    named: "a public side that is this very repository",
  },
  {
    what: "one function says who may see a story",
    file: "disclosure/viewer.ts",
    guard: "return isOfTeam || (access ?? []).some((name) => name === person || teams.has(name));",
    broken: "return isOfTeam || (access ?? []).length >= 0 || teams.has(person);",
    test: "restricted-server.test.ts",
    named: "sees every story as one of the team",
  },
  {
    what: "people are known by their identity alone",
    file: "disclosure/viewer.ts",
    guard: "filter(({ data }) => data.identities?.includes(identity));",
    broken:
      "filter(({ data, name }) => data.identities?.includes(identity) || name === subject || data.email === subject);",
    test: "restricted-server.test.ts",
    named: "is let in by their identity",
  },
  {
    what: "what may not be seen is gone before the index is made",
    file: "disclosure/visible-files.ts",
    guard: 'if (place.kind === "story") return stories.has(place.id);',
    broken: 'if (place.kind === "story") return stories.size >= 0;',
    test: "non-interference.test.ts",
    named: "over random trackers",
  },
  {
    what: "names that only hidden stories use are hidden",
    file: "disclosure/visible-files.ts",
    guard: "return named.has(path);",
    broken: "return named.size >= 0;",
    test: "non-interference.test.ts",
    named: "over random trackers",
  },
  {
    what: "of other people only their names are shown",
    file: "disclosure/visible-files.ts",
    guard: "(path === own ? bytes : reduced(path, bytes))",
    broken: "(path === own || reduced(path, bytes) ? bytes : bytes)",
    test: "non-interference.test.ts",
    named: "over random trackers",
  },
  {
    what: "a session gets a new number at sign-in",
    file: "server/restricted/app.ts",
    guard: "request.session.regenerate((error) =>",
    broken: "request.session.reload((error) =>",
    test: "restricted-server.test.ts",
    named: "have another number after signing in",
  },
  {
    what: "the API is behind the session",
    file: "server/restricted/app.ts",
    guard: 'if (subject === undefined && !assets.has(path ?? "")) return',
    broken: 'if (subject === undefined && !assets.has(path ?? "") && !path?.startsWith("/api/")) return',
    test: "restricted-api.test.ts",
    named: "gets the same 401 for every route",
  },
  {
    what: "an index is made of what its reader may see",
    file: "server/restricted/views.ts",
    guard: "view = indexFiles(files).then(",
    broken: "view = indexFiles(opened.files ?? files).then(",
    test: "non-interference.test.ts",
    named: "a private twin of a story",
  },
  {
    what: "readers who may not see the same share no index",
    file: "disclosure/visible-files.ts",
    guard: 'key: [...[...stories].map(String), ...[...named].sort(compareText)].join("\\n"),',
    broken: 'key: [...[...stories].map(String), ...[...named].sort(compareText)].join("\\n").slice(0, 0),',
    test: "restricted-api.test.ts",
    named: "who reads, that all of it is private",
  },
  {
    what: "the restricted server shows no past",
    file: "server/restricted/views.ts",
    guard: "return answerBelowApi(api, null, version,",
    broken: "return answerBelowApi(api, async () => api, version,",
    test: "restricted-api.test.ts",
    named: "no commit and no past",
  },
  {
    what: "foreign pages start no search",
    file: "server/restricted/gate.ts",
    guard: 'return method === "GET" && isPage && fromElsewhere.test(url) ?',
    broken: 'return method === "GET" && isPage ?',
    test: "restricted-server.test.ts",
    named: "a search in a window",
  },
  {
    what: "private answers are kept nowhere",
    file: "server/restricted/app.ts",
    guard: 'const noStore = "private, no-store";',
    broken: 'const noStore = "private, no-cache";',
    test: "restricted-server.test.ts",
    named: "is kept from every cache",
  },
  {
    what: "leakcheck looks at objects that nothing leads to",
    file: "disclosure/haystack.ts",
    guard: '"--batch-all-objects", "--unordered",',
    broken: '"--unordered",',
    test: "leakcheck.test.ts",
    named: "in an object that nothing leads to",
  },
  {
    what: "no number goes on the list of the harmless",
    file: "disclosure/harmless.ts",
    guard: "if (!leaks.every(canBe))",
    broken: "if (leaks.length > 1_000)",
    test: "leakcheck.test.ts",
    named: "takes words that somebody has looked at",
  },
];
