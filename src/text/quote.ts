// A value inside a message: in double quotes, on one line, cut when long, nothing in it that deceives.

/** `"value"`, at most about eighty characters; controls, and letters that pass for Latin ones beside Latin ones, are escaped. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  // Nearly every value is of such characters.
  if (text.length <= 80 && /^[\x20-\x7e]*$/.test(text)) return `"${text}"`;
  const cut = text.length > 80 ? `${text.slice(0, 77).replace(/[\ud800-\udbff]$/, "")}…` : text;
  // Reading this expression takes a millisecond: it is written where few come by.
  const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
  const escapeAll = /[a-z]/i.test(cut) && lookAlike.test(cut);
  return `"${[...cut].map((character) => escapeIfNeeded(character, escapeAll)).join("")}"`;
}

function escapeIfNeeded(character: string, escapeAll: boolean): string {
  if (character === "\n") return "\\n";
  const hidden = /[\p{C}\p{Zl}\p{Zp}]/u.test(character) || (character !== " " && /\p{Zs}/u.test(character));
  if (!hidden && !(escapeAll && character > "~" && character !== "…")) return character;
  return [...character]
    .flatMap((whole) => Array.from({ length: whole.length }, (_, index) => whole.charCodeAt(index)))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
