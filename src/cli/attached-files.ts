// Files on the user's machine that are to be attached, with what is said of each.

import { basename } from "node:path";
import type { NewAttachment } from "../tracker/plan-attach.ts";
import type { CommandContext } from "./command.ts";
import { fileBytes } from "./text-input.ts";

export async function attachedFiles(
  context: CommandContext,
  names: readonly string[],
  said: Omit<NewAttachment, "name" | "bytes">,
): Promise<NewAttachment[]> {
  return Promise.all(
    names.map(async (name) => ({ name: basename(name), bytes: await fileBytes(context, name), ...said })),
  );
}
