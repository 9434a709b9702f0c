// Git's patterns for paths: "*", "?", "[a-z]", and "**" for any number of folders. Never slower than pattern times path.

type Token =
  | { readonly kind: "one"; readonly fits: (character: string) => boolean }
  /** Any characters of one name · any characters at all · any number of whole folders. */
  | { readonly kind: "star" | "deep" | "folders" };

/** Whether a whole path fits a pattern. A pattern that is not whole, such as "[a", fits nothing. */
export function pathMatches(pattern: string, path: string, ignoreCase = false): boolean {
  const tokens = tokensOf(ignoreCase ? pattern.toLowerCase() : pattern);
  return tokens !== null && matches(tokens, ignoreCase ? path.toLowerCase() : path);
}

/** The same for many paths. */
export function pathMatcher(pattern: string, ignoreCase = false): (path: string) => boolean {
  const tokens = tokensOf(ignoreCase ? pattern.toLowerCase() : pattern);
  if (tokens === null) return () => false;
  return (path) => matches(tokens, ignoreCase ? path.toLowerCase() : path);
}

/** All states at once, so that a pattern full of stars takes no longer than another. */
function matches(tokens: readonly Token[], path: string): boolean {
  let states = new Set<number>();
  const enter = (into: Set<number>, state: number, before: string | undefined): void => {
    if (into.has(state)) return;
    into.add(state);
    const kind = tokens[state]?.kind;
    if (kind === "star" || kind === "deep") enter(into, state + 1, before);
    if (kind === "folders" && (before === undefined || before === "/")) enter(into, state + 1, before);
  };
  enter(states, 0, undefined);
  for (const character of path) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (!token) continue;
      if (token.kind === "one") {
        if (token.fits(character)) enter(next, state + 1, character);
      } else if (token.kind !== "star" || character !== "/") {
        next.delete(state);
        enter(next, state, character);
      }
    }
    states = next;
  }
  return states.has(tokens.length);
}

function tokensOf(pattern: string): Token[] | null {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; ) {
    const character = characters[at] as string;
    if (character === "*") {
      const start = at;
      while (characters[at] === "*") at += 1;
      const whole =
        (start === 0 || characters[start - 1] === "/") && (at === characters.length || characters[at] === "/");
      if (at - start < 2 || !whole) tokens.push({ kind: "star" });
      else if (at === characters.length) tokens.push({ kind: "deep" });
      else {
        tokens.push({ kind: "folders" });
        at += 1;
      }
    } else if (character === "?") {
      tokens.push({ kind: "one", fits: (each) => each !== "/" });
      at += 1;
    } else if (character === "[") {
      const found = classAt(characters, at + 1);
      if (found === null) return null;
      tokens.push({ kind: "one", fits: found.fits });
      at = found.end;
    } else {
      if (character === "\\") at += 1;
      const literal = characters[at];
      if (literal === undefined) return null;
      tokens.push({ kind: "one", fits: (each) => each === literal });
      at += 1;
    }
  }
  return tokens;
}

const named: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what this class is
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** A class from behind its "[" on; null when it does not end, or names a class that there is not. */
function classAt(characters: readonly string[], start: number) {
  let at = start;
  const negated = characters[at] === "!" || characters[at] === "^";
  if (negated) at += 1;
  const tests: ((character: string) => boolean)[] = [];
  for (let first = true; first || characters[at] !== "]"; first = false) {
    const posix = /^\[:([a-z]*):\]/.exec(characters.slice(at, at + 12).join(""));
    if (posix) {
      const pattern = named[posix[1] ?? ""];
      if (!pattern) return null;
      tests.push((character) => pattern.test(character));
      at += posix[0].length;
      continue;
    }
    const low = literalAt(characters, at);
    if (low === null) return null;
    at = low.end;
    if (characters[at] === "-" && characters[at + 1] !== "]" && at + 1 < characters.length) {
      const high = literalAt(characters, at + 1);
      if (high === null) return null;
      at = high.end;
      tests.push((character) => character >= low.text && character <= high.text);
    } else tests.push((character) => character === low.text);
  }
  const fits = (character: string) => character !== "/" && tests.some((test) => test(character)) !== negated;
  return { fits, end: at + 1 };
}

function literalAt(characters: readonly string[], at: number) {
  const escaped = characters[at] === "\\" ? 1 : 0;
  const text = characters[at + escaped];
  return text === undefined ? null : { text, end: at + escaped + 1 };
}
