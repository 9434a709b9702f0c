// `storytree hook pre-receive`: what the hook of a public server asks first, before anything that was pushed is let in.

import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { ObjectReader } from "../../tracker/git/objects.ts";
import type { GitRun } from "../../tracker/git/process.ts";
import type { Command, ExitCode } from "../command.ts";

export const hookPreReceiveCommand: Command = {
  name: "hook pre-receive",
  summary: "refuse what is private in any commit of a push to a public server",
  hidden: true,
  async run(context) {
    const { receivedRefs, bringsRestrictedAnew, saysRestricted } = await import("../../tracker/pushed.ts");
    const { gitProgram } = await import("../../tracker/git/process.ts");
    const { gitObjects } = await import("../../tracker/git/git-objects.ts");
    const { findRepository } = await import("../../tracker/git/repository.ts");
    const { terminal } = context;
    const refs = receivedRefs(Buffer.from(await terminal.input()).toString("utf8"));
    if (!refs) throw new Failure("usage", "git's pre-receive hook gives lines of an id, an id and a ref");
    const repository = findRepository(context.directory);
    if (!repository) throw new Failure("not-a-repository", `there is no repository in "${context.directory}"`);
    const run = { git: gitProgram(terminal.variables), repository };
    const objects = gitObjects(run);
    // Where the tracker itself is restricted, its commits are at home.
    const head = await objects.resolve("HEAD").catch(() => null);
    if (head !== null && (await saysRestricted(objects, head))) return 0;
    let exit: ExitCode = 0;
    const refuse = (ref: string, what: string): void => {
      terminal.err(`storytree: ${terminalText(ref)} brings ${what} [private-push]\n`);
      exit = 5;
    };
    const commits: string[] = [];
    for (const { oid, ref } of refs) {
      const commit = await objects.resolve(oid).catch(() => null);
      if (commit === null) continue;
      commits.push(commit);
      // The first push of a tracker says itself what it is.
      const isFirst = head === null && (await saysRestricted(objects, commit));
      if (!isFirst && (await bringsRestrictedAnew(run, objects, commit)))
        refuse(ref, "commits of a restricted tracker");
      else if (isFirst) return 0;
    }
    if (exit === 0 && (await holdsPrivate(run, objects, commits)))
      refuse(refs.map(({ ref }) => ref).join(", "), "what belongs in a restricted tracker, in one of its commits");
    if (exit !== 0)
      terminal.err(
        "  hint: tell the vulnerability team; what is to be public is disclosed, and what was pushed here is not kept\n",
      );
    return exit;
  },
};

/** Whether any record of these commits, in whatever state it once was, says something that only private stories say. */
async function holdsPrivate(run: GitRun, objects: ObjectReader, commits: readonly string[]): Promise<boolean> {
  const { newBlobs } = await import("../../tracker/pushed.ts");
  const { judgeRecord } = await import("../../validate/judge.ts");
  const { loadRead } = await import("../../tracker/load-records.ts");
  const { unknownFields } = await import("../../model/schema-diagnostics.ts");
  const { placeOf } = await import("../../model/place.ts");
  const { limits } = await import("../../text/limits.ts");
  if (commits.length === 0) return false;
  const blobs = (await newBlobs(run, commits)).filter(({ path }) => {
    const { kind } = placeOf(path);
    return kind !== "misplaced" && kind !== "support" && kind !== "attachment" && kind !== "tracker";
  });
  let at = 0;
  for await (const batch of objects.blobs([blobs.map(({ oid }) => oid)], limits.fileBytes)) {
    for (const { bytes, size, oid } of batch) {
      const path = blobs[at]?.path ?? "";
      at += 1;
      const loaded = loadRead({ file: { path, mode: "100644", oid }, bytes, size }, unknownFields);
      const found = judgeRecord(loaded, { visibility: "public", limit: limits.attachmentBytes });
      if (found.some(([rule]) => rule.confidential === true)) return true;
    }
  }
  return false;
}
