// The files of a site as its manifest lists them: sorted, one a line, in one text, since a large site has hundreds of thousands.

/** Paths without quotation marks, backslashes and line breaks, in the order of their UTF-16 units, each once. */
export interface FileList extends Iterable<string> {
  readonly count: number;
  /** As it stands between the brackets of a JSON array. */
  readonly text: string;
  has(file: string): boolean;
  /** Those from one path on that come before another. */
  between(from: string, to: string): readonly string[];
  /** Those that begin so. */
  under(start: string): readonly string[];
  /** The same list with some more files, and without some others. */
  changed(more: readonly string[], gone: ReadonlySet<string>): FileList;
}

/** From the end of one path to the beginning of the next. */
const separator = '",\n    "';
/** Comes after everything that a path goes on with. */
const last = "\uffff";

export function fileList(files: Iterable<string>): FileList {
  return ofPaths([...new Set(files)].sort());
}

/** The list of a text as `FileList.text` gives it; null for one that is laid out otherwise. */
export function fileListFrom(text: string): FileList | null {
  // Quotation marks begin and end lines, and nothing else: told by what would be wrong, since taking hundreds of thousands apart takes time.
  const isOtherwise = text !== "" && (!/^".+"$/s.test(text) || /\\|\n(?! {4}")|"(?!,\n|$)(?<!\n {4}"|^")/.test(text));
  return isOtherwise ? null : ofText(text);
}

function ofPaths(paths: readonly string[]): FileList {
  return ofText(paths.length === 0 ? "" : `"${paths.join(separator)}"`);
}

function ofText(text: string): FileList {
  /** Where one more path would begin. */
  const end = text === "" ? 1 : text.length - 1 + separator.length;
  let count: number | undefined;
  /** Where the first path begins after a place in the text; after 0 that is the very first one. */
  const pathAfter = (at: number) => {
    if (at === 0) return 1;
    const next = text.indexOf(separator, at);
    return next === -1 ? end : next + separator.length;
  };
  const pathAt = (begin: number) => text.slice(begin, text.indexOf('"', begin));
  /** Where the first path begins that does not come before `file`. */
  const placeOf = (file: string) => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const begin = pathAfter(middle);
      if (begin < end && pathAt(begin) < file) low = begin;
      else high = middle;
    }
    return pathAfter(low);
  };
  /** What stands from one path to before another, as a list is joined. */
  const piece = (from: number, to: number) => text.slice(from, to - separator.length);
  const list: FileList = {
    text,
    get count() {
      if (count !== undefined) return count;
      count = text === "" ? 0 : 1;
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
      return count;
    },
    has(file) {
      const place = placeOf(file);
      return place < end && pathAt(place) === file;
    },
    between(from, to) {
      const [first, next] = [placeOf(from), placeOf(to)];
      return first < next ? piece(first, next).split(separator) : [];
    },
    under: (start) => list.between(start, start + last),
    changed(more, gone) {
      const pieces: string[] = [];
      let done = 1;
      for (const file of [...new Set([...more, ...gone])].sort()) {
        const place = placeOf(file);
        if (done < place) pieces.push(piece(done, place));
        const isThere = place < end && pathAt(place) === file;
        if (!gone.has(file)) pieces.push(file);
        done = isThere ? place + file.length + separator.length : place;
      }
      if (done < end) pieces.push(piece(done, end));
      return ofPaths(pieces);
    },
    *[Symbol.iterator]() {
      if (text !== "") yield* text.slice(1, -1).split(separator);
    },
  };
  return list;
}
