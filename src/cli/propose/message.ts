// The message of a proposal: what its author says, or what the change means; and the trailers a host or a community asks for.

import { changeMessage, messageText, plannedMessage } from "../../change/commit-message.ts";
import { meaningOf } from "../../change/meaning.ts";
import { titlesOf } from "../../change/proposal.ts";
import { type Change, effectiveFiles } from "../../tracker/change.ts";
import type { Person } from "../../tracker/commit-change.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import type { Commit, ObjectReader, Oid } from "../../tracker/git/objects.ts";
import { isTrue, type Settings } from "../../tracker/git/settings.ts";
import { overlayFiles } from "../../tracker/overlay-files.ts";
import type { Proposal } from "../../tracker/proposals.ts";
import { entriesOf } from "../../tracker/record-file.ts";
import { readTouched, type TouchedPath } from "../../tracker/touched-files.ts";
import { loadFields } from "../../tracker/tracker.ts";
import type { TreeFile, TreeFiles } from "../../tracker/tree-files.ts";

/** What a planned change of these files means, as a commit message. */
export async function plannedText(before: TreeFiles, change: Change): Promise<string> {
  return messageText(plannedMessage(change, await loadFields(before)));
}

/** What a proposal means together with one more change of its files, as a commit message. */
export async function grownText(objects: ObjectReader, proposal: Proposal, change: Change): Promise<string> {
  const before = commitFiles(objects, proposal.fork);
  const files = effectiveFiles(change);
  const tip = commitFiles(objects, proposal.tip);
  const after = overlayFiles(tip, new Map(files.map((file) => [file.path, file.after])));
  const touched = new Map<string, TouchedPath>([...proposal.changes].map(([path, each]) => [path, { path, ...each }]));
  const untouched = files.filter((file) => file.before !== null && !touched.has(file.path)).map((file) => file.path);
  const was = new Map<string, TreeFile>();
  for await (const batch of entriesOf(before, untouched)) for (const file of batch) was.set(file.path, file);
  for (const { path, after: content } of files) {
    const planned = content === null ? null : { path, mode: "100644", oid: null };
    touched.set(path, { path, before: touched.get(path)?.before ?? was.get(path) ?? null, after: planned });
  }
  // What was added by the proposal and is taken away again is no change at all.
  const whole = [...touched.values()].filter((each) => each.before !== null || each.after !== null);
  const fields = await loadFields(before);
  const read = await readTouched({ files: before, fields }, { files: after, fields: await loadFields(after) }, whole);
  return messageText(changeMessage(meaningOf(read, await titlesOf(before, read, fields))));
}

/** What lies between two commits, as a commit message. */
export async function messageBetween(objects: ObjectReader, from: Oid, to: Oid): Promise<string> {
  const touched: TouchedPath[] = [];
  for await (const batch of objects.changes(from, to)) touched.push(...batch);
  return messageOf(commitFiles(objects, from), commitFiles(objects, to), touched);
}

/** What became of some paths, as a commit message. */
export async function messageOf(before: TreeFiles, after: TreeFiles, touched: readonly TouchedPath[]): Promise<string> {
  const fields = await loadFields(before);
  const files = await readTouched(
    { files: before, fields },
    { files: after, fields: await loadFields(after) },
    touched,
  );
  return messageText(changeMessage(meaningOf(files, await titlesOf(before, files, fields))));
}

/** What somebody wrote themselves as the message of a commit, which its next version keeps; undefined for one made from what it means. */
export async function ownWords(objects: ObjectReader, from: Oid, commit: Commit): Promise<string | undefined> {
  const meant = (await messageBetween(objects, from, commit.oid)).trimEnd();
  const isMeant = commit.message.trimEnd() === meant || commit.message.startsWith(`${meant}\n`);
  return isMeant ? undefined : commit.message;
}

export function signOff({ name, email }: Person): string {
  return `Signed-off-by: ${name} <${email}>`;
}

/** Whether every proposal here is signed off: git's own setting for patches, or ours. */
export function signsOff(settings: Settings): boolean {
  return isTrue(settings.get("format.signoff")) || isTrue(settings.get("storytree.signoff"));
}

/** The trailers of a message that its next version keeps: which change it is, and who signed it off. */
export function keptTrailers(message: string): readonly string[] {
  return lastParagraph(message).filter((line) => /^(?:Change-Id|Signed-off-by): /.test(line));
}

/** The message with trailers at its end, in the last paragraph when that is made of trailers already. */
export function withTrailers(message: string, trailers: readonly string[]): string {
  const text = message.replace(/\s+$/, "");
  const last = lastParagraph(text);
  const isBlock = text.includes("\n\n") && last.every((line) => /^[A-Za-z][A-Za-z0-9-]*: \S/.test(line));
  const wanted = [...new Set(trailers)].filter((line) => !(isBlock && last.includes(line)));
  if (wanted.length === 0) return `${text}\n`;
  return `${text}${isBlock ? "\n" : "\n\n"}${wanted.join("\n")}\n`;
}

function lastParagraph(message: string): readonly string[] {
  return (
    message
      .trimEnd()
      .split(/\n{2,}/)
      .at(-1) ?? ""
  ).split("\n");
}
