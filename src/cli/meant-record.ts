// Whose fields are meant: those that only tasks have, named on a story, mean its task when there is just one.

import { fieldNames } from "../model/field-value.ts";
import { placeOf } from "../model/place.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import type { Workspace } from "../tracker/workspace.ts";
import type { Target } from "./targets.ts";

/** The path of the record that has these fields. Failure "unknown-key" when a story has several tasks that could be meant. */
export async function meantRecord(workspace: Workspace, target: Target, keys: readonly string[]): Promise<string> {
  if (target.kind !== "story") return target.path;
  const config = workspace.config?.data;
  const own = fieldNames("story", config);
  const ofTasks = keys.filter((key) => !own.includes(key) && fieldNames("task", config).includes(key));
  if (ofTasks.length === 0) return target.path;
  const { listStory } = await import("../tracker/find-record.ts");
  const tasks = (await listStory(workspace.files, target.id)).flatMap(({ path }) => {
    const place = placeOf(path);
    return place.kind === "task" ? [{ id: place.id, path }] : [];
  });
  const [only] = tasks;
  if (only && tasks.length === 1 && ofTasks.length === keys.length) return only.path;
  const names = tasks.slice(0, 8).map((task) => task.id);
  throw new Failure("unknown-key", `${quote(ofTasks[0])} is a field of tasks, and ${target.id} is a story`, {
    hint:
      tasks.length === 0
        ? `it has no task yet: storytree task ${target.id} --project NAME`
        : `name one of its tasks: ${names.join(", ")}${tasks.length > 8 ? " …" : ""}`,
  });
}
