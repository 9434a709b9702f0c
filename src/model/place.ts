// Where each kind of record lives: paths to places and back, the only file that knows the layout.

import { isCompactInstant } from "./instant.ts";

/** Records that are one file in one folder, named by the file. */
export type NamedKind = "person" | "team" | "project" | "group" | "milestone" | "list" | "board" | "template";

export type Kind = "tracker" | NamedKind | "story" | "task" | "comment" | "affects";

export type Place =
  | { readonly kind: "tracker" }
  | { readonly kind: NamedKind; readonly name: string }
  | { readonly kind: "story"; readonly id: number }
  | { readonly kind: "task"; readonly id: number; readonly story: number }
  | { readonly kind: "comment"; readonly name: string; readonly story: number }
  | { readonly kind: "affects"; readonly name: string; readonly story: number }
  | { readonly kind: "attachment"; readonly name: string; readonly story: number }
  /** Files around the tracker that hosts, editors and readers need: README.md, .github/ … */
  | { readonly kind: "support" };

/** A path the format has no place for; `shouldBe` when it is clear what was meant. */
export interface Misplaced {
  readonly kind: "misplaced";
  readonly message: string;
  readonly shouldBe?: string;
}

const folders: Readonly<Record<string, NamedKind>> = {
  people: "person",
  teams: "team",
  projects: "project",
  groups: "group",
  milestones: "milestone",
  lists: "list",
  boards: "board",
  templates: "template",
};
const folderOf = Object.fromEntries(Object.entries(folders).map(([folder, kind]) => [kind, folder]));

export const namedKinds: readonly NamedKind[] = Object.values(folders);

export function isNamedKind(kind: string): kind is NamedKind {
  return (namedKinds as readonly string[]).includes(kind);
}

const slug = "[a-z0-9][a-z0-9._-]*";
const slugOnly = new RegExp(`^${slug}$`);
const namedPath = new RegExp(`^(people|teams|groups|milestones|lists|boards|templates)/(${slug})\\.md$`);
const projectPath = new RegExp(`^projects/(${slug}(?:/${slug})?)\\.md$`);
const storyPath = /^stories\/(\d{3})\/([1-9]\d{0,7})\/(.+)$/;
const taskFile = /^tasks\/([1-9]\d{0,7})\.md$/;
const commentFile = /^comments\/(\d{8}T\d{6}Z-[a-z0-9]{4})\.md$/;
const affectsFile = new RegExp(`^affects/(${slug})\\.md$`);
const attachmentFile = /^attachments\/([^/]+)$/;
const support =
  /^(?:README(?:\.[a-z]+)?|LICENSE(?:\.[a-z]+)?|CONTRIBUTING\.md|SECURITY\.md|CODEOWNERS|\.gitignore|\.gitattributes|\.gitreview|\.mailmap|\.editorconfig|\.gitlab-ci\.yml|\.zuul\.yaml|zuul\.yaml)$|^(?:\.vscode|\.github|\.gitlab|\.gitea|\.forgejo|\.zuul\.d|zuul\.d|playbooks|hooks|docs)\/.|^\.storytree\/(?:import|schema)\/./;

/** Where a path stands in the layout; it has been checked to be a sane path by `pathProblem`. */
export function placeOf(path: string): Place | Misplaced {
  return recordPlaceOf(path) ?? anyPlaceOf(path);
}

/**
 * The place of a story, task or comment, by nearly every path of a tracker; undefined for any other. Such a path is made of
 * ASCII letters, digits and dashes alone, so no system could mistake it for another.
 */
export function recordPlaceOf(path: string): RecordedPlace | undefined {
  if (!path.startsWith("stories/") || path.charCodeAt(11) !== slash || !path.endsWith(".md")) return undefined;
  const idEnd = path.indexOf("/", 12);
  const story = wholeNumber(path, 12, idEnd);
  if (story === -1 || wholeNumber(path, 8, 11, true) !== story % 1000) return undefined;
  const end = path.length - 3;
  if (path.startsWith("story", idEnd + 1)) return end === idEnd + 6 ? { kind: "story", id: story } : undefined;
  if (path.startsWith("tasks/", idEnd + 1)) {
    const id = wholeNumber(path, idEnd + 7, end);
    return id !== -1 && id % 1000 === story % 1000 ? { kind: "task", id, story } : undefined;
  }
  if (!path.startsWith("comments/", idEnd + 1) || end !== idEnd + 31) return undefined;
  const name = path.slice(idEnd + 10, end);
  return commentName.test(name) && isCompactInstant(name) ? { kind: "comment", name, story } : undefined;
}

type RecordedPlace = Extract<Place, { kind: "story" | "task" | "comment" }>;

const slash = 0x2f;
const commentName = /^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$/;

/** Up to eight digits as a number, -1 for anything else; one that begins with 0 only when that is `padded`. */
function wholeNumber(path: string, start: number, end: number, padded = false): number {
  if (end <= start || end - start > 8 || (!padded && path.charCodeAt(start) === 0x30)) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = path.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function anyPlaceOf(path: string): Place | Misplaced {
  const inStory = storyPath.exec(path);
  if (inStory) return placeInStory(path, inStory[1] ?? "", Number(inStory[2]), inStory[3] ?? "");
  if (path === "tracker.yaml") return { kind: "tracker" };
  const named = namedPath.exec(path);
  if (named) return { kind: folders[named[1] ?? ""] as NamedKind, name: named[2] ?? "" };
  const project = projectPath.exec(path);
  if (project) return { kind: "project", name: project[1] ?? "" };
  if (support.test(path)) return { kind: "support" };
  return misplaced(path);
}

function placeInStory(path: string, shard: string, story: number, rest: string): Place | Misplaced {
  if (shard !== shardOf(story)) {
    const shouldBe = `${storyFolder(story)}/${rest}`;
    return { kind: "misplaced", message: `story ${story} does not belong in folder "stories/${shard}"`, shouldBe };
  }
  if (rest === "story.md") return { kind: "story", id: story };
  const task = taskFile.exec(rest);
  if (task) {
    const id = Number(task[1]);
    if (shardOf(id) === shard) return { kind: "task", id, story };
    const message = `task ${id} cannot belong to story ${story}: the last three digits of their numbers differ`;
    return { kind: "misplaced", message };
  }
  const comment = commentFile.exec(rest);
  if (comment && isCompactInstant(comment[1] ?? "")) return { kind: "comment", name: comment[1] ?? "", story };
  const affects = affectsFile.exec(rest);
  if (affects) return { kind: "affects", name: affects[1] ?? "", story };
  const attachment = attachmentFile.exec(rest);
  if (attachment) return { kind: "attachment", name: attachment[1] ?? "", story };
  return misplaced(path);
}

function misplaced(path: string): Misplaced {
  const at = (message: string, shouldBe?: string): Misplaced => ({
    kind: "misplaced",
    message,
    ...(shouldBe === undefined ? {} : { shouldBe }),
  });
  const flat = /^stories\/(?:\d+\/)?0*([1-9]\d{0,7})(?:\.md|\/(.+))$/.exec(path);
  if (flat) {
    const rest = flat[2]?.includes("/") || flat[2]?.endsWith(".md") ? flat[2] : "story.md";
    const shouldBe = `${storyFolder(Number(flat[1]))}/${rest}`;
    if (shouldBe !== path && !("message" in placeOf(shouldBe)))
      return at("the file is not where a story lives", shouldBe);
  }
  const folder = /^([^/]+)\//.exec(path)?.[1] ?? "";
  if (folder in folders) {
    return at(
      path.endsWith(".md")
        ? `the name is not made of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit`
        : `only Markdown files (.md) belong in "${folder}"`,
    );
  }
  if (/\/comments\//.test(path)) return at('a comment is named "YYYYMMDDTHHMMSSZ-" and four of a-z, 0-9, then ".md"');
  return at("the tracker's layout has no place for this file");
}

/** The path of a record. */
export function pathOf(place: Exclude<Place, { kind: "support" }>): string {
  switch (place.kind) {
    case "tracker":
      return "tracker.yaml";
    case "story":
      return `${storyFolder(place.id)}/story.md`;
    case "task":
      return `${storyFolder(place.story)}/tasks/${place.id}.md`;
    case "comment":
      return `${storyFolder(place.story)}/comments/${place.name}.md`;
    case "affects":
      return `${storyFolder(place.story)}/affects/${place.name}.md`;
    case "attachment":
      return `${storyFolder(place.story)}/attachments/${place.name}`;
    default:
      return `${folderOf[place.kind]}/${place.name}.md`;
  }
}

/** The folder that holds everything of a story. */
export function storyFolder(story: number): string {
  return `stories/${shardOf(story)}/${story}`;
}

/** A story's number's last three digits: every task and story whose number ends so lives under `stories/<shard>`. */
export function shardOf(id: number): string {
  return String(id % 1000).padStart(3, "0");
}

export function isSlug(name: string): boolean {
  return slugOnly.test(name);
}

/** The instant in a comment's name, as it is written elsewhere: "2026-03-01T09:12:33Z". */
export function commentTime(name: string): string {
  return name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-.*$/, "$1-$2-$3T$4:$5:$6Z");
}
