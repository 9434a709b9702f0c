// Names from elsewhere as names of ours: people, milestones, projects, tags.

/** a-z, 0-9, dot, underscore and dash, beginning with a letter or digit; `fallback` when nothing is left. */
export function slugOf(name: string, fallback: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "")
    .slice(0, 80);
  return slug === "" ? fallback : slug;
}

/** A label as a tag: lower case, no blanks; letters of every script stay. */
export function tagOf(label: string): string | undefined {
  const tag = label
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}._+/:-]+/gu, "-")
    .replace(/^[^\p{Ll}\p{Lo}\p{N}]+|-+$/gu, "")
    .slice(0, 60);
  return tag === "" ? undefined : tag;
}
