// What a proposal means, for a program: one versioned JSON document, described by schema/report/diff.schema.json.

import type { Actor } from "../model/policy-match.ts";
import { wordDiff } from "../text/diff/word-diff.ts";
import type { RecordMeaning } from "./meaning.ts";
import type { Proposal } from "./proposal.ts";
import { summarise } from "./summary.ts";
import { bulkLine, renameLine } from "./words.ts";

export interface Compared {
  /** Commit ids; null is the working tree. */
  readonly base: string;
  readonly head: string | null;
  readonly actor: Actor | undefined;
}

export function proposalJson({ meaning, approval }: Proposal, { base, head, actor }: Compared): string {
  const summary = summarise(meaning);
  const document = {
    version: 1,
    base,
    head,
    approval: approval.approval,
    actor: actor ? { person: actor.person ?? null, identities: actor.identities } : null,
    reviewers: approval.reviewers,
    conflicts: meaning.conflicts,
    summary: [...summary.renames.map(renameLine), ...summary.bulk.map(bulkLine)],
    stories: [...meaning.titles].sort(([a], [b]) => a - b).map(([id, title]) => ({ id, title })),
    records: meaning.records.map(recordJson),
    decisions: approval.decisions,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function recordJson(record: RecordMeaning) {
  return {
    ...record,
    fields: record.fields.map(({ before, after, ...field }) => ({
      ...field,
      before: before ?? null,
      after: after ?? null,
      ...(field.field === "body" && typeof before === "string" && typeof after === "string"
        ? { words: wordDiff(before, after) }
        : {}),
    })),
  };
}
