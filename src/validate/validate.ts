// A tracker judged by every rule: findings become diagnostics with their place, in a stable order.

import { compareDiagnostics, type Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { bodyOf, locate, locateInBody, type Matter, readMatter } from "../text/matter.ts";
import { type Loaded, loadRecords } from "../tracker/load-records.ts";
import type { Visibility } from "../tracker/open.ts";
import { loadFields, trackerBuilder } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { Finding, RecordContext, Rule } from "./rule.ts";
import { rules } from "./rules.ts";

export interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly stories: number;
  /** Something private stands where it does not belong. */
  readonly confidential: boolean;
}

export interface ValidateOptions {
  readonly visibility: Visibility;
  /** Only what concerns these paths is reported; everything is judged. */
  readonly paths?: readonly string[];
  readonly progress?: (files: number) => void;
}

type Found = readonly [rule: Rule, finding: Finding];

/** Judges every file. Never throws for content. */
export async function validate(files: TreeFiles, options: ValidateOptions): Promise<Verdict> {
  const fields = await loadFields(files);
  const builder = trackerBuilder(fields);
  const context: RecordContext = { visibility: options.visibility };
  const found: Found[] = [];
  let count = 0;
  for await (const batch of loadRecords(files, fields)) {
    for (const loaded of batch) {
      for (const entry of judgeRecord(loaded, context)) found.push(entry);
      builder.add(withoutBody(loaded));
    }
    count += batch.length;
    options.progress?.(count);
  }
  const { tracker } = builder;
  for (const rule of rules) for (const finding of rule.tracker?.(tracker) ?? []) found.push([rule, finding]);
  const placed = await placeFindings(files, found);
  const diagnostics = [...tracker.diagnostics, ...placed]
    .filter((each) => concerns(each, options.paths))
    .sort(compareDiagnostics);
  return {
    diagnostics,
    files: count,
    stories: tracker.stories.size,
    confidential: found.some(([rule, finding]) => rule.confidential === true && concerns(finding, options.paths)),
  };
}

function* judgeRecord({ record }: Loaded, context: RecordContext): Iterable<Found> {
  if (!record) return;
  for (const rule of rules) for (const finding of rule.record?.(record, context) ?? []) yield [rule, finding];
}

/** Text that nothing asks for any more need not be kept while the rest is read. */
function withoutBody(loaded: Loaded): Loaded {
  return loaded.record && loaded.record.body !== "" ? { ...loaded, record: { ...loaded.record, body: "" } } : loaded;
}

/** Pointer first, position late: a file is read again only when something about it has to be said. */
async function placeFindings(files: TreeFiles, found: readonly Found[]): Promise<Diagnostic[]> {
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
      matter && body && body.end <= bodyOf(matter).length
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
  return diagnostics;
}

function concerns({ path }: { readonly path: string }, paths: readonly string[] | undefined): boolean {
  return (
    !paths ||
    paths.length === 0 ||
    paths.some((wanted) => wanted === "" || path === wanted || path.startsWith(`${wanted}/`))
  );
}
