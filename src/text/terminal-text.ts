// Text on a terminal: escape sequences in it must not reach the terminal as such.

/** The text with every control character but LF and tab shown as a picture of itself. */
export function terminalText(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === "\n" || character === "\t") return character;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
  });
}
