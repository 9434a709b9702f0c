// Every code a finding can carry, with what holds in a good tracker and why: rules, the reader's own, and one per schema key.

import { facts } from "../model/generated/schema-facts.ts";
import { rules } from "./rules.ts";
import { changeRules } from "./validate-change.ts";

export interface Explanation {
  readonly code: string;
  /** What notices it: the reading of a file, a rule, or the schema of one key. */
  readonly from: "reading" | "rule" | "schema";
  readonly summary: string;
  readonly why: string;
}

/** What the reading of files finds before any rule is asked. */
const reading: readonly Explanation[] = (
  [
    [
      "file-too-large",
      "A record's file has at most 1 MiB.",
      "Everything that reads the tracker reads all of it: long text belongs in an attachment.",
    ],
    ["file-unreadable", "Every file can be read.", "A file that cannot be read cannot be checked, shown or found."],
    ["file-not-utf8", "Text is UTF-8.", "A reader that guesses at other encodings writes the damage back."],
    [
      "file-byte-order-mark",
      "A file begins with its first character.",
      "A byte order mark in front hides the front matter from most readers.",
    ],
    [
      "file-carriage-return",
      "LF alone ends a line.",
      "Mixed line ends make a diff of every line and hide the one that changed.",
    ],
    [
      "control-character",
      "No control characters.",
      "They can make a terminal or a log show something else than what is there.",
    ],
    [
      "bidi-character",
      "Nothing reorders the text around it.",
      "Text that reads differently from what is stored deceives its reviewer.",
    ],
    [
      "invisible-character",
      "Nothing invisible stands in front matter.",
      "Two values that look the same must be the same.",
    ],
    ["conflict-marker", "No merge conflict is left in a file.", "Two versions at once are neither."],
    [
      "front-matter-missing",
      'A file begins with a line that is just "---".',
      "Other openings select other languages, some of which run code.",
    ],
    [
      "front-matter-unclosed",
      'Front matter ends with a line that is just "---".',
      "Without an end nobody knows where the text begins.",
    ],
    ["front-matter-too-large", "Front matter has at most 32 KiB.", "It is read by every command and every page."],
    [
      "front-matter-too-long",
      "Front matter has at most 2,000 lines and list items.",
      "YAML takes quadratic time on what is longer.",
    ],
    ["front-matter-too-deep", "Front matter is nested at most 32 levels deep.", "Readers that recurse end in a crash."],
    ["yaml-syntax", "Front matter is YAML 1.2.", "What one parser forgives another refuses."],
    ["yaml-not-a-mapping", "Front matter is keys and values.", "Fields are found by their keys."],
    ["yaml-anchor", "No anchors, aliases or merge keys.", "A few lines of them expand to gigabytes."],
    ["yaml-tag", "No YAML tags.", "They ask a parser to make objects of its own."],
    ["yaml-key", "A key is a word.", "Other keys are lost or renamed by one reader or another."],
    ["yaml-duplicate-key", "A key stands once.", "Readers disagree about which of two values counts."],
    ["yaml-number", "A number keeps all its digits.", "What is rounded when it is read is not what was written."],
    ["missing-key", "Required keys are there.", "The rest of the tracker relies on them."],
    [
      "unknown-key",
      'Keys are those of the format, begin with "x-", or are declared in tracker.yaml.',
      "A misspelt key is a setting that nothing obeys.",
    ],
    ["custom-field", "Custom fields fit what tracker.yaml declares.", "Queries and boards compare them."],
    [
      "path-refused",
      "Paths are plain on every system.",
      "A name that one system reads differently cannot be checked out there, or lands elsewhere.",
    ],
    ["path-symlink", "No symbolic links.", "They can lead out of the repository."],
    ["path-submodule", "No submodules.", "Their content is not reviewed with the tracker."],
    ["path-mode", "Files are plain files.", "Other modes have no meaning in a tracker."],
    ["path-executable", "Files are not executable.", "Nothing in a tracker is a program."],
    ["path-collision", "No two paths are one on some system.", "One of the two would be lost in a checkout there."],
    ["path-misplaced", "Every file is where the layout has a place for it.", "What lies elsewhere is read by nothing."],
    [
      "tree-too-strange",
      "A tracker holds a tracker's files.",
      "A tree made to drown its reader is answered with a count.",
    ],
  ] as const
).map(([code, summary, why]) => ({ code, from: "reading", summary, why }));

/** The codes of what the reading of files finds. */
export const readingCodes: readonly string[] = reading.map(({ code }) => code);

/** All of them, sorted by code. */
export function explanations(): readonly Explanation[] {
  const keys = Object.entries(facts).flatMap(([kind, { keys: names }]) =>
    names.map((name) => ({
      code: `${kind}-${name.replaceAll("_", "-")}`,
      from: "schema" as const,
      summary: `The value of "${name}" in a ${kind} file has the form that schema/${kind}.schema.json gives it.`,
      why: "Programs compare these values: one of another form is found by no query.",
    })),
  );
  const all = [
    ...reading,
    ...[...rules, ...changeRules].map(({ code, summary, why }) => ({ code, from: "rule" as const, summary, why })),
    ...keys,
  ];
  return [...new Map(all.map((each) => [each.code, each])).values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
