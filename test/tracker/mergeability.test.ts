// Any two edits of different daily fields merge under plain `git merge-file`; for all other pairs the share that conflicts is reported.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { facts } from "../../src/model/generated/schema-facts.ts";
import type { Kind } from "../../src/model/place.ts";
import { newFile, shapeOf } from "../../src/model/write-record.ts";
import { applyEdits } from "../../src/text/edit.ts";
import type { Plain } from "../../src/text/emit.ts";
import { type Matter, readMatterText, textOf } from "../../src/text/matter.ts";
import { addItem, setBody, setField } from "../../src/text/matter-edit.ts";
import { newFolder } from "../support/folder.ts";

const kinds = ["story", "task", "list", "board", "project", "milestone", "group", "team"] as const;
const least: Partial<Record<Kind, object>> = {
  story: { title: "T", author: "alice", created: "2026-03-01T09:12:33Z" },
  task: { project: "a/b", status: "todo", author: "alice", created: "2026-03-01T09:12:33Z" },
};
const values: Readonly<Record<string, Plain>> = {
  due: "2026-05-01",
  date: "2026-05-01",
  closed: true,
  hidden: true,
  retired: true,
  archived: true,
  lanes: [{ title: "A" }],
  branches: [{ name: "main" }],
  items: [1],
  status: "review",
  priority: "high",
  triage: "confirmed",
};

/** Every way somebody may change a field for the first time, and again. */
function edits(kind: Kind, matter: Matter): Map<string, (m: Matter) => string> {
  const shape = shapeOf(kind);
  const found = new Map<string, (m: Matter) => string>([
    ["body", (m) => applyEdits(textOf(m), setBody(m, "Another text.\n"))],
  ]);
  for (const key of facts[kind].keys) {
    if (facts[kind].immutable.includes(key) || facts[kind].restricted.includes(key)) continue;
    const isList = facts[kind].lists.includes(key);
    const value = values[key] ?? (isList ? ["new-item"] : "new-value");
    const plainItem = Array.isArray(value) && typeof value[0] !== "object" ? value[0] : undefined;
    found.set(key, (m) =>
      applyEdits(
        textOf(m),
        plainItem === undefined
          ? setField(m, key, value, shape)
          : addItem(m, key, plainItem, facts[kind].sorted.includes(key), shape),
      ),
    );
  }
  expect(found.size).toBeGreaterThan(2);
  expect(matter.head).not.toBe("");
  return found;
}

const folder = newFolder();
function merges(base: string, ours: string, theirs: string): boolean {
  for (const [name, text] of [
    ["base", base],
    ["ours", ours],
    ["theirs", theirs],
  ] as const)
    writeFileSync(join(folder, name), text);
  try {
    execFileSync("git", ["merge-file", "--quiet", "--stdout", "ours", "base", "theirs"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return true;
  } catch {
    return false;
  }
}

describe.each(kinds)("%s", (kind) => {
  const data = { title: "T", ...least[kind] } as never;
  const filled: Record<string, Plain> = { ...(data as object) };
  for (const key of facts[kind].daily)
    filled[key] ??= facts[kind].lists.includes(key)
      ? key === "lanes"
        ? [{ title: "Z" }]
        : key === "branches"
          ? [{ name: "z" }]
          : key === "items"
            ? [5]
            : ["k", "z"]
      : (values[key] ?? "old");
  test.each([
    ["new", newFile(kind, data, "A text.\n")],
    [
      "in use",
      newFile(
        kind,
        {
          ...filled,
          ...(filled.status ? { status: "todo" } : {}),
          ...(filled.due ? { due: "2026-01-01" } : {}),
        } as never,
        "A text.\n\nOf two paragraphs.\n",
      ),
    ],
  ])("%s: edits of two different daily fields merge", (_, base) => {
    const matter = readMatterText("a.md", base).value as Matter;
    const all = edits(kind, matter);
    const daily = new Set([...facts[kind].daily, "body"]);
    const conflicts: string[] = [];
    let others = 0;
    let othersThatConflict = 0;
    const names = [...all.keys()];
    for (const [index, one] of names.entries()) {
      for (const two of names.slice(index + 1)) {
        const ours = all.get(one)?.(matter) ?? "";
        const theirs = all.get(two)?.(matter) ?? "";
        if (ours === base || theirs === base) continue;
        const clean = merges(base, ours, theirs);
        if (daily.has(one) && daily.has(two)) {
          if (!clean) conflicts.push(`${one} and ${two}`);
        } else {
          others += 1;
          if (!clean) othersThatConflict += 1;
        }
      }
    }
    if (others > 0)
      console.info(`${kind}: ${othersThatConflict} of ${others} pairs with a field that is not daily conflict`);
    expect(conflicts).toEqual([]);
  });
});
