// What a new tracker begins with, as a planned change.

import { badInValue } from "../text/characters.ts";
import { emitScalar } from "../text/emit.ts";
import { Failure } from "../text/failure.ts";
import type { Change } from "./change.ts";

export interface InitWish {
  readonly name: string;
  /** gerrit, github, gitlab, gitea or plain. */
  readonly host: string;
  readonly restricted: boolean;
  /** The program's version, which the CI files ask for. */
  readonly version: string;
  /** What comes with the program: path below templates/tracker → text. `common/` is for all, `restricted/` for private ones, `<host>/` for one host. */
  readonly files: ReadonlyMap<string, string>;
  /** The JSON Schemas by their file names: a tracker has them at hand for its editors. */
  readonly schemas: ReadonlyMap<string, string>;
}

/** The files of a new tracker. Refuses a folder that is one already; a file that is there stays as it is. */
export async function planInit(wish: InitWish, textOf: (path: string) => Promise<string | null>): Promise<Change> {
  if (wish.name.length > 100 || badInValue(wish.name)) {
    throw new Failure("usage", "a tracker's name is one line of at most 100 characters");
  }
  if ((await textOf("tracker.yaml")) !== null) {
    throw new Failure("already-a-tracker", "there is a tracker in this folder already", {
      hint: "edit its tracker.yaml instead",
    });
  }
  const values: Readonly<Record<string, string>> = {
    NAME: emitScalar(wish.name, false),
    TITLE: wish.name,
    HOST: wish.host,
    TEAM: wish.restricted ? "team: vmt\n" : "",
    VISIBILITY: wish.restricted ? "restricted" : "public",
    VERSION: wish.version,
  };
  const wanted = [...wish.files].flatMap(([source, text]) => {
    const [folder = "", ...rest] = source.split("/");
    if (folder !== "common" && folder !== wish.host && !(wish.restricted && folder === "restricted")) return [];
    // A leading "dot-" stands for the dot that packing tools would leave out.
    const path = rest.map((part) => part.replace(/^dot-/, ".")).join("/");
    return [
      {
        path,
        after: text.replace(/%(NAME|TITLE|HOST|TEAM|VISIBILITY|VERSION)%/g, (_, key: string) => values[key] ?? ""),
      },
    ];
  });
  for (const [name, text] of wish.schemas) wanted.push({ path: `.storytree/schema/${name}`, after: text });
  const files = [];
  for (const file of wanted) if ((await textOf(file.path)) === null) files.push({ ...file, before: null });
  return { files, message: `Open the tracker\n` };
}
