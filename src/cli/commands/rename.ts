// `storytree rename REF NEW`: another name for a record, or for a tag.

import { isSlug, type NamedKind, pathOf } from "../../model/place.ts";
import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import type { Command } from "../command.ts";
import { finish, openForWriting, retrying, writeOptions } from "../write.ts";

export const renameCommand: Command = {
  name: "rename",
  arguments: "<ref> <new>",
  summary: "give a person, team, project, milestone, list, board, group or tag another name",
  details:
    "Every reference is rewritten, and the old name stays as an alias: storytree rename person/bob robert; storytree rename tag/docs " +
    "documentation. tracker.yaml changes by itself: what it says of the old name goes on being understood until you change it.",
  options: writeOptions,
  async run(context, [ref = "", given = ""], options) {
    const { planRename, planRenameTag } = await import("../../tracker/plan-rename.ts");
    const { targetOf } = await import("../targets.ts");
    return retrying(await openForWriting(context, options), async (writing) => {
      const tag = /^tag\/(.+)$/.exec(ref)?.[1];
      if (tag !== undefined) {
        const workspace = await writing.workspace([]);
        const change = await planRenameTag(workspace.files, workspace.fields, tag, given.replace(/^tag\//, ""));
        if (change.files.length === 0) throw new Failure("no-such-record", `no story carries the tag ${quote(tag)}`);
        return finish(writing, workspace, change);
      }
      const target = await targetOf(writing, ref);
      if (!("name" in target) || "story" in target) {
        throw new Failure("not-renamed", `${quote(ref)} has a number, and numbers do not change`, {
          hint: "to move a task to another story: storytree move TASK STORY",
        });
      }
      const kind: NamedKind = target.kind;
      const name = given.startsWith(`${kind}/`) ? given.slice(kind.length + 1) : given;
      if (!name.split("/").every(isSlug) || (name.includes("/") && kind !== "project")) {
        throw new Failure("bad-value", `${quote(name)} cannot be the name of a ${kind}`, {
          hint: "use a-z, 0-9, dots, underscores and dashes",
        });
      }
      const workspace = await writing.workspace([]);
      if (await workspace.files.readPath(pathOf({ kind, name }), 0))
        throw new Failure("taken", `there is a ${kind} ${quote(name)} already`, { hint: "choose another name" });
      const change = await planRename(workspace.files, workspace.fields, { kind, from: target.name, to: name });
      return finish(writing, workspace, change);
    });
  },
};
