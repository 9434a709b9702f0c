// A small tracker and proposals to it, in memory, for tests of what they mean and need.

import { readFileSync } from "node:fs";
import { approvalOf } from "../../src/change/approval.ts";
import type { Actor } from "../../src/model/policy-match.ts";
import { resolveActor } from "../../src/tracker/actor.ts";
import { policyGround } from "../../src/tracker/policy-ground.ts";
import { plannedFiles } from "../../src/tracker/touched-files.ts";
import { loadConfig, loadFields } from "../../src/tracker/tracker.ts";
import { projectRoot } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";

/** The policy that a new tracker begins with, as its lines. */
export const shippedPolicy = readFileSync(`${projectRoot}templates/tracker/common/tracker.yaml`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("  - "))
  .join("\n");

export const story = "stories/377/48213377/story.md";
export const task = "stories/377/48213377/tasks/59011377.md";
export const otherTask = "stories/377/48213377/tasks/60000377.md";
export const untriaged = "stories/610/52000610/story.md";
export const comment = "stories/377/48213377/comments/20260301T101500Z-ab12.md";

export const storyText = (author: string, more = "") =>
  `---\ntitle: A story\nauthor: ${author}\ntype: bug\ncreated: 2026-03-01T09:12:33Z\ntags:\n${more}---\nBody.\n`;
export const taskText = (author: string, more = "", project = "acme/engine", status = "todo") =>
  `---\nproject: ${project}\nstatus: ${status}\nauthor: ${author}\ncreated: 2026-03-02T10:00:00Z\n${more}---\n`;
export const personText = (name: string, ...identities: string[]) =>
  `---\nname: ${name}\nidentities:\n${identities.map((each) => `  - ${each}\n`).join("")}---\n`;

export const trackerText = (policy: string) =>
  `format: 1\nname: Acme\nvisibility: public\nteam: stewards\npolicy:\n${policy}\n`;

/** alice wrote the story, bob has its task, mia maintains the engine, tom is in the team that keeps the site. */
export const files: Readonly<Record<string, string>> = {
  "people/alice.md": personText("Alice", "github:alice"),
  "people/bob.md": personText(
    "Bob",
    "github:bob",
    "mail:686b5e4cf4f963adf8f51468a48028ef8d15bd02fa335f821279a3d1678c9615",
  ),
  "people/mia.md": personText("Mia"),
  "people/tom.md": personText("Tom"),
  "people/sue.md": personText("Sue"),
  "people/gone.md": personText("Gone", "github:gone").replace(/---\n$/, "disabled: true\n---\n"),
  "teams/stewards.md": "---\ntitle: Stewards\nmembers:\n  - sue\n---\n",
  "teams/web.md": "---\ntitle: Web\nmembers:\n  - tom\n---\n",
  "projects/acme/engine.md": "---\ntitle: Engine\nmaintainers:\n  - mia\n---\n",
  "projects/acme/site.md": "---\ntitle: Site\nteam: web\n---\n",
  [story]: storyText("alice"),
  [task]: taskText("alice", "assignee: bob\n"),
  [otherTask]: taskText("alice", "assignee: web\n", "acme/site"),
  [untriaged]: storyText("alice"),
  [comment]: "---\nauthor: alice\n---\nHello.\n",
};

export type Changes = Readonly<Record<string, string | null>>;

/** One text of the tracker with a piece of it replaced. */
export function edit(path: string, from: string, to: string): Changes {
  const text = files[path] ?? "";
  if (!text.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
  return { [path]: text.replace(from, () => to) };
}

export function touchedBy(changes: Changes, base: Readonly<Record<string, string>> = files) {
  return plannedFiles({
    files: Object.entries(changes).map(([path, after]) => ({ path, before: base[path] ?? null, after })),
    message: "",
  });
}

/** What a proposal to the tracker with this policy needs. */
export async function judged(changes: Changes, who: string | Actor | undefined, policy = shippedPolicy) {
  const base = { ...files, "tracker.yaml": trackerText(policy) };
  const tree = memoryFiles(new Map(Object.entries(base)));
  const config = await loadConfig(tree);
  if (!config) throw new Error("tracker.yaml cannot be read");
  const actor =
    typeof who === "string"
      ? await resolveActor(who, { files: tree, restricted: false, committer: "Bob@Example.org" })
      : who;
  const touched = touchedBy(changes, base);
  const ground = await policyGround(tree, config, touched, actor, await loadFields(tree, config));
  return approvalOf(touched, ground, actor);
}
