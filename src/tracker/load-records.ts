// Every file of a tracker to a record or to what is wrong with it; one broken file never hides another.

import { pathKey, pathProblem } from "../model/path-problem.ts";
import { type Place, placeOf, recordPlaceOf } from "../model/place.ts";
import { type RecordPlace, recordOf } from "../model/read-record.ts";
import type { TrackerRecord } from "../model/record.ts";
import { type DeclaredFields, noFields } from "../model/schema-diagnostics.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { type Matter, readMatter } from "../text/matter.ts";
import { quote } from "../text/quote.ts";
import { forbiddenMode, type ReadFile, type TreeFile, type TreeFiles } from "./tree-files.ts";

/** One file as it was found: a record, an attachment, or neither; and what is wrong with it. */
export interface Loaded {
  readonly file: TreeFile;
  /** Absent when the path itself is refused. */
  readonly place?: Place;
  /** Absent when the file is broken, or is no record. */
  readonly record?: TrackerRecord;
  /** What could be read of the file, whether it fits its schema or not; the body too, also of a record that was asked for without it. */
  readonly matter?: Matter;
  /** Of records and attachments, the size in bytes. */
  readonly size: number;
  /** Of an attachment, its first bytes, when attachments were asked for. */
  readonly head?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** After this many paths that do not belong, the rest is counted and not listed: a tree made to drown its reader. */
const strangeFiles = 1_000;

/**
 * Reads everything, in batches, in the order of the list: what lies in one folder comes together, whatever of it is read. Attachments
 * are listed and not read. Records without bodies take a fraction of the memory.
 */
export async function* loadRecords(
  files: TreeFiles,
  fields: DeclaredFields = noFields,
  keepBodies = true,
): AsyncIterable<readonly Loaded[]> {
  const seen = new Map<string, string>();
  // What need not be read waits until all that stands before it has been.
  const unread: { readonly loaded: Loaded; readonly after: number }[] = [];
  let asked = 0;
  let strange = 0;
  let last = "";
  const records = async function* () {
    for await (const batch of files.list()) {
      const wanted: PlacedFile[] = [];
      for (const file of batch) {
        const usual = file.mode === "100644" && file.path !== last ? recordPlaceOf(file.path) : undefined;
        if (usual) {
          last = file.path;
          wanted.push({ path: file.path, mode: file.mode, oid: file.oid, place: usual });
          continue;
        }
        const refused = file.path === last ? twice(file) : refusal(file, seen);
        last = file.path;
        if (refused) {
          strange += 1;
          if (strange <= strangeFiles)
            unread.push({ loaded: refusedFile(file, refused), after: asked + wanted.length });
          continue;
        }
        const place = placeOf(file.path) as Exclude<Place, { kind: "misplaced" }>;
        if (place.kind === "support") continue;
        if (place.kind === "attachment")
          unread.push({ loaded: { file, place, size: -1, diagnostics: [] }, after: asked + wanted.length });
        else wanted.push({ ...file, place });
      }
      asked += wanted.length;
      if (wanted.length > 0) yield wanted;
    }
  };
  let done = 0;
  let passed = 0;
  for await (const batch of files.read(records(), limits.fileBytes)) {
    const loaded: Loaded[] = [];
    for (const read of batch) {
      for (let next = unread[passed]; next !== undefined && next.after <= done; next = unread[passed]) {
        loaded.push(next.loaded);
        passed += 1;
      }
      loaded.push(loadPlaced(read, fields, keepBodies));
      done += 1;
    }
    unread.splice(0, passed);
    passed = 0;
    yield loaded;
  }
  if (unread.length > 0) yield unread.map(({ loaded }) => loaded);
  if (strange > strangeFiles) yield [overflow(strange)];
}

/** A file whose place has been looked up. */
interface PlacedFile extends TreeFile {
  readonly place: RecordPlace;
}

/** One file that has been read, judged. */
export function loadRead(read: ReadFile, fields: DeclaredFields = noFields, keepBodies = true): Loaded {
  const { file, bytes, size } = read;
  const place = placeOf(file.path);
  if (place.kind === "misplaced" || place.kind === "attachment" || place.kind === "support") {
    const refused = refusal(file, new Map());
    return { file, ...(place.kind === "misplaced" ? {} : { place }), size, diagnostics: refused ? [refused] : [] };
  }
  return loadPlaced({ file: { ...file, place }, bytes, size }, fields, keepBodies);
}

function loadPlaced({ file, bytes, size }: ReadFile<PlacedFile>, fields: DeclaredFields, keepBodies: boolean): Loaded {
  const { place } = file;
  if (bytes === null) {
    const message =
      size > limits.fileBytes
        ? `the file has ${size} bytes, more than the ${limits.fileBytes} a record may have`
        : "the file cannot be read";
    const code = size > limits.fileBytes ? "file-too-large" : "file-unreadable";
    const hint = size > limits.fileBytes ? { hint: "attach long text instead" } : {};
    return { file, place, size, diagnostics: [{ code, severity: "error", message, path: file.path, ...hint }] };
  }
  const matter = readMatter(file.path, bytes);
  if (!matter.value) return { file, place, size, diagnostics: matter.diagnostics };
  const { value: record, diagnostics: own } = recordOf(
    matter.value,
    place,
    fields,
    keepBodies ? matter.value.body : "",
  );
  const diagnostics = matter.diagnostics.length === 0 ? own : [...matter.diagnostics, ...own];
  return record
    ? { file, place, size, record, matter: matter.value, diagnostics }
    : { file, place, size, matter: matter.value, diagnostics };
}

/** Why a tree entry is refused before it is read; `seen` remembers the paths so far, to notice two that are one on some system. */
export function refusal(file: TreeFile, seen: Map<string, string>): Diagnostic | undefined {
  const fault = (code: string, message: string, hint?: string): Diagnostic => ({
    code,
    severity: "error",
    message,
    path: file.path,
    ...(hint ? { hint } : {}),
  });
  const problem = file.badPath ? "the path is not UTF-8" : pathProblem(file.path);
  if (problem) return fault("path-refused", problem, "rename the file");
  if (file.mode === "120000")
    return fault("path-symlink", "a symbolic link has no place in a tracker", "commit the file itself");
  if (file.mode === forbiddenMode)
    return fault("file-unreadable", "the folder cannot be read", "give yourself the right to read what is in it");
  if (file.mode === "160000") return fault("path-submodule", "a submodule has no place in a tracker", "remove it");
  if (file.mode !== "100644") {
    if (file.mode !== "100755")
      return fault("path-mode", `file mode ${file.mode} has no place in a tracker`, "remove it");
    return fault("path-executable", "the file is executable", `run "git update-index --chmod=-x" on it`);
  }
  const place = placeOf(file.path);
  // Two records never fold into one name, the layout sees to that; names that people choose freely may.
  if (place.kind === "misplaced" || place.kind === "attachment" || place.kind === "support") {
    const key = pathKey(file.path);
    const other = seen.get(key);
    if (other !== undefined) {
      const message =
        other === file.path
          ? "the path stands in the tree twice"
          : `the path is one with ${quote(other)} on some systems`;
      return fault("path-collision", message, "rename one of the two");
    }
    seen.set(key, file.path);
  }
  if (place.kind !== "misplaced") return undefined;
  const hint = place.shouldBe ? `move it to "${place.shouldBe}"` : "move it, or leave it out";
  return fault("path-misplaced", place.message, hint);
}

/** A refused file whose path is in order is still there: what refers to it is not wrong. */
export function refusedFile(file: TreeFile, refused: Diagnostic): Loaded {
  const nothing = { file, size: -1, diagnostics: [refused] };
  if (!["path-symlink", "path-mode", "path-executable"].includes(refused.code)) return nothing;
  const place = placeOf(file.path);
  return ["misplaced", "attachment", "support"].includes(place.kind) ? nothing : { ...nothing, place: place as Place };
}

/** Git's trees are sorted, so two entries of one name stand side by side. */
function twice(file: TreeFile): Diagnostic {
  const message = "the path stands in the tree twice";
  return { code: "path-collision", severity: "error", message, path: file.path, hint: "make the tree anew with git" };
}

function overflow(strange: number): Loaded {
  const message = `${strange} paths do not belong in a tracker; the first ${strangeFiles} are listed`;
  const file = { path: "", mode: "040000", oid: null };
  return { file, size: -1, diagnostics: [{ code: "tree-too-strange", severity: "error", message, path: "." }] };
}
