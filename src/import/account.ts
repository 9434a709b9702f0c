// What an import did, in numbers and names: n of n, and everything that was lost.

export interface Account {
  /** Per sort of record: how many there were, and what became of them. */
  readonly records: readonly RecordCount[];
  /** Records that could not be imported, by name, with the reason. */
  readonly skipped: readonly string[];
  /** Edits made here that the source would have overwritten. */
  readonly kept: readonly string[];
  /** What has no place in the format, by name and count. */
  readonly lost: readonly (readonly [what: string, count: number])[];
  /** What else is worth knowing. */
  readonly notes: readonly string[];
}

export interface RecordCount {
  readonly what: string;
  readonly of: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** The account for a person. */
export function accountText(account: Account): string {
  const lines = account.records.map(({ what, of, added, updated, unchanged }) => {
    const done = added + updated + unchanged;
    return `${done} of ${of} ${what}: ${added} new, ${updated} updated, ${unchanged} unchanged`;
  });
  const section = (title: string, items: readonly string[]) => {
    if (items.length === 0) return;
    lines.push(`${title}:`, ...items.slice(0, 50).map((item) => `  ${item}`));
    if (items.length > 50) lines.push(`  and ${items.length - 50} more`);
  };
  section("skipped", account.skipped);
  section("edited here since, so left alone", account.kept);
  section("notes", account.notes);
  section(
    "lost, because the format has no place for it",
    account.lost.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${count}`),
  );
  return `${lines.join("\n")}\n`;
}
