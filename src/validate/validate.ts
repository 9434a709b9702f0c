// A whole tracker judged by every rule.

import { compareDiagnostics, type Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { withBeyond } from "../tracker/beyond.ts";
import { type Loaded, loadRecords } from "../tracker/load-records.ts";
import type { Visibility } from "../tracker/open.ts";
import { loadConfig, loadFields, type Tracker, trackerBuilder } from "../tracker/tracker.ts";
import type { TreeFile, TreeFiles } from "../tracker/tree-files.ts";
import { type Found, judgeAttachments, judgeRecord, judgeTracker, placeFindings } from "./judge.ts";
import { addNamed, type Named } from "./references.ts";
import type { RecordContext } from "./rule.ts";

export interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly stories: number;
  /** Something private stands where it does not belong. */
  readonly confidential: boolean;
  /** Why everything was read although only a change was asked about; absent otherwise. */
  readonly wholeBecause?: string;
}

export interface ValidateOptions {
  readonly visibility: Visibility;
  /** Only what concerns these paths is reported; everything is judged. */
  readonly paths?: readonly string[];
  readonly progress?: (files: number) => void;
  /** The files whose tracker.yaml counts, when it is not these. */
  readonly configFrom?: TreeFiles;
  /** Of a restricted tracker: the public files in which what it refers to may be. */
  readonly beyond?: TreeFiles | undefined;
}

/** Judges every file. Never throws for content. */
export async function validate(files: TreeFiles, options: ValidateOptions): Promise<Verdict> {
  const { tracker, found, count } = await judgeAll(files, options);
  const concerned = found.filter(([, finding]) => concerns(finding, options.paths));
  const placed = await placeFindings(files, concerned);
  const read = tracker.diagnostics.filter((each) => concerns(each, options.paths));
  return {
    diagnostics: [...read, ...placed].sort(compareDiagnostics),
    files: count,
    stories: tracker.stories.size,
    confidential: concerned.some(([rule]) => rule.confidential === true),
  };
}

export interface Judged {
  readonly tracker: Tracker;
  /** The same with what it refers to in the public tracker. */
  readonly wide: Tracker;
  readonly found: readonly Found[];
  readonly count: number;
}

/** Every finding, not placed yet, and the tracker that was read. */
export async function judgeAll(files: TreeFiles, options: ValidateOptions): Promise<Judged> {
  const config = await loadConfig(options.configFrom ?? files);
  const fields = await loadFields(options.configFrom ?? files, config);
  const builder = trackerBuilder(fields);
  const context: RecordContext = { visibility: options.visibility, limit: limits.attachmentBytes };
  const found: Found[] = [];
  const named: Named = new Map();
  const attachments: TreeFile[] = [];
  let count = 0;
  for await (const batch of loadRecords(files, fields, false)) {
    for (const loaded of batch) {
      for (const entry of judgeRecord(loaded, context)) found.push(entry);
      if (loaded.record) addNamed(named, loaded.record);
      builder.add(withConfig(loaded, options.configFrom ? config : undefined));
      if (loaded.place?.kind === "attachment") attachments.push(loaded.file);
    }
    count += batch.length;
    options.progress?.(count);
  }
  const { tracker } = builder;
  const wide = options.beyond ? await withBeyond(tracker, options.beyond, named) : tracker;
  found.push(...(await judgeAttachments(files, attachments, context)), ...judgeTracker(wide, named));
  return { tracker, wide, found, count };
}

/** Under another configuration its own tracker.yaml is a file like any other. */
function withConfig(loaded: Loaded, config: Tracker["config"]): Loaded {
  return config && loaded.record?.kind === "tracker" ? { ...loaded, record: config } : loaded;
}

function concerns({ path }: { readonly path: string }, paths: readonly string[] | undefined): boolean {
  return (
    !paths ||
    paths.length === 0 ||
    paths.some((wanted) => wanted === "" || path === wanted || path.startsWith(`${wanted}/`))
  );
}
