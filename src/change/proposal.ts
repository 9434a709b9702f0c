// A proposal read: the merge of its two sides compared with the base, or the edits in a working tree compared with its commit.

import type { TouchedFile } from "../model/field-changes.ts";
import { pathOf } from "../model/place.ts";
import type { Actor } from "../model/policy-match.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import { mergeResult } from "../tracker/git/merge.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import type { GitRun } from "../tracker/git/process.ts";
import { policyGround } from "../tracker/policy-ground.ts";
import { recordsAt } from "../tracker/records-at.ts";
import { readTouched, type TouchedPath } from "../tracker/touched-files.ts";
import { loadConfig, loadFields } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { approvalOf, type ProposalApproval } from "./approval.ts";
import { type Meaning, meaningOf, storiesOf } from "./meaning.ts";

export interface Proposal {
  readonly meaning: Meaning;
  readonly approval: ProposalApproval;
}

/** What merging `head` into `base` would do; what happened on the base meanwhile does not show. */
export async function readProposal(
  { run, objects }: { readonly run: GitRun; readonly objects: ObjectReader },
  base: Oid,
  head: Oid,
  actor: Actor | undefined,
): Promise<Proposal> {
  const merge = await mergeResult(run, base, head);
  try {
    const touched: TouchedPath[] = [];
    for await (const batch of merge.objects.changes(base, merge.tree)) touched.push(...batch);
    const after = commitFiles(merge.objects, merge.tree);
    return await readBetween(commitFiles(objects, base), after, touched, actor, merge.conflicts);
  } finally {
    merge.dispose();
  }
}

/** What some paths mean: `before` is the base, whose configuration and policy count. */
export async function readBetween(
  before: TreeFiles,
  after: TreeFiles,
  touched: readonly TouchedPath[],
  actor: Actor | undefined,
  conflicts: readonly string[] = [],
): Promise<Proposal> {
  const config = await loadConfig(before);
  const fields = await loadFields(before, config);
  // A change of configuration is read under the new one on its side.
  const ownConfig = touched.some(({ path }) => path === "tracker.yaml");
  const files = await readTouched(
    { files: before, fields },
    { files: after, fields: ownConfig ? await loadFields(after) : fields },
    touched,
  );
  const ground = await policyGround(before, config, files, actor, fields);
  return {
    meaning: meaningOf(files, await titlesOf(before, files, fields), conflicts),
    approval: approvalOf(files, ground, actor, conflicts),
  };
}

/** The titles of stories that are concerned while their own file stays as it is. */
export async function titlesOf(
  before: TreeFiles,
  files: readonly TouchedFile[],
  fields: DeclaredFields,
): Promise<Map<number, string>> {
  const own = new Set(files.map((file) => file.path));
  const paths = [...storiesOf(files)].map((id) => pathOf({ kind: "story", id })).filter((path) => !own.has(path));
  const titles = new Map<number, string>();
  for (const record of (await recordsAt(before, paths, fields)).values())
    if (record.kind === "story") titles.set(record.id, record.data.title);
  return titles;
}
