// Rules put to files as they are read, and to the tracker they make; what they find is placed and put in order.

import { compareDiagnostics, type Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { locate, locateInBody, type Matter, readMatter } from "../text/matter.ts";
import type { Loaded } from "../tracker/load-records.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFile, TreeFiles } from "../tracker/tree-files.ts";
import { danglingReferences, namedIn } from "./references.ts";
import type { Finding, RecordContext, Rule } from "./rule.ts";
import { rules } from "./rules.ts";

export type Found = readonly [rule: Rule, finding: Finding];

/** What one file says against itself. */
export function judgeRecord({ matter, place, record }: Loaded, context: RecordContext): readonly Found[] {
  if (!matter || !place || place.kind === "attachment" || place.kind === "support") return nothing;
  let found: Found[] | undefined;
  const file = { kind: place.kind, matter, fits: record !== undefined };
  for (const rule of fieldRules) {
    if (!rule.fields.when(file)) continue;
    for (const finding of rule.fields.judge(file, context)) {
      found ??= [];
      found.push([rule, finding]);
    }
  }
  if (hasSign(matter.body)) {
    for (const rule of textRules) {
      for (const finding of rule.text.judge(matter.path, matter.body, context)) {
        found ??= [];
        found.push([rule, finding]);
      }
    }
  }
  return found ?? nothing;
}

const nothing: readonly Found[] = [];
const fieldRules = rules.filter(has("fields"));
const textRules = rules.filter(has("text"));
const signs = textRules.map((rule) => rule.text.sign);
const anySign = new RegExp(signs.flatMap((sign) => (sign instanceof RegExp ? [sign.source] : [])).join("|"));
const anyWord = signs.flatMap((sign) => (sign instanceof RegExp ? [] : sign));

function hasSign(body: string): boolean {
  return body !== "" && (anySign.test(body) || anyWord.some((word) => body.includes(word)));
}

function has<K extends keyof Rule>(key: K) {
  return (rule: Rule): rule is Rule & Required<Pick<Rule, K>> => rule[key] !== undefined;
}

const referenceRules = new Map(rules.flatMap((rule) => (rule.reference ? [[rule.reference, rule] as const] : [])));

/** What records say against each other. */
export function* judgeTracker(tracker: Tracker, named = namedIn(tracker)): Iterable<Found> {
  for (const rule of rules) {
    if (rule.tracker) for (const finding of rule.tracker(tracker)) yield [rule, finding];
  }
  for (const [check, finding] of danglingReferences(tracker, [...referenceRules.keys()], named)) {
    yield [referenceRules.get(check) as Rule, finding];
  }
}

/** Attachments, by their bytes. */
export async function judgeAttachments(
  files: TreeFiles,
  wanted: readonly TreeFile[],
  context: RecordContext,
): Promise<Found[]> {
  const found: Found[] = [];
  const sized = rules.filter((rule) => rule.attachment);
  for await (const batch of files.read([wanted], context.limit)) {
    for (const { file, bytes, size } of batch) {
      const name = file.path.slice(file.path.lastIndexOf("/") + 1);
      for (const rule of sized) {
        for (const finding of rule.attachment?.(
          { path: file.path, name, size, bytes: bytes ?? new Uint8Array() },
          context,
        ) ?? [])
          found.push([rule, finding]);
      }
    }
  }
  return found;
}

/** Pointer first, position late: a file is read again only when something about it has to be said. */
export async function placeFindings(files: TreeFiles, found: readonly Found[]): Promise<Diagnostic[]> {
  const matters = new Map<string, Matter | undefined>();
  const diagnostics: Diagnostic[] = [];
  for (const [rule, finding] of found) {
    const { path, pointer, body, message, hint } = finding;
    if ((pointer !== undefined || body) && !matters.has(path)) {
      const read = await files.readPath(path, limits.fileBytes);
      matters.set(path, read?.bytes ? readMatter(path, read.bytes).value : undefined);
    }
    const matter = matters.get(path);
    const range =
      matter && body && body.end <= matter.body.length
        ? locateInBody(matter, body)
        : matter && pointer !== undefined
          ? locate(matter, pointer, finding.atKey ? "key" : "value")
          : undefined;
    diagnostics.push({
      code: rule.code,
      severity: rule.severity ?? "error",
      message,
      path,
      ...(range ? { range } : {}),
      ...(hint ? { hint } : {}),
    });
  }
  return diagnostics.sort(compareDiagnostics);
}
