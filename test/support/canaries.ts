// A restricted tracker in which every text of every field, name and file is a word of its own, so that whatever comes out says from where.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./folder.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly "x-format"?: string;
  readonly "x-restricted"?: boolean;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Where a canary stands: the record, such as "hidden/story", and the field's pointer, "body", "remark", "file name" …. */
export interface Canary {
  readonly word: string;
  readonly record: string;
  readonly place: string;
}

/** What any canary looks like. */
export const anyCanary = /zq\d{4}xv/g;

export const seenStory = 30000001;
export const hiddenStory = 30000002;

/** What is in a field is no text, or must be another record's name, or is told apart by the test itself. */
const given: Readonly<Record<string, unknown>> = {
  "story/created": "2026-11-01T09:12:33Z",
  "story/triage": "confirmed",
  "story/due": "2026-12-24",
  "story/disclose_at": "2026-12-01T15:00:00Z",
  "story/embargo_until": "2027-01-20T00:00:00Z",
  "task/created": "2026-11-02T10:00:00Z",
  "task/status": "todo",
  "task/priority": "high",
  "task/due": "2026-12-24",
  "task/project": "security/advisory",
  "comment/in_reply_to": "20261102T100000Z-aaaa",
  "milestone/date": "2027-03-01",
  "story/type": "vulnerability",
  "template/type": "vulnerability",
  "list/sort": "updated-desc",
  "project/default_branch": null,
};
/** They would make of the story something that is not disclosed, or not at all be there. */
const without = new Set([
  "story/disclosed",
  "story/duplicate_of",
  "story/locked",
  "comment/hidden",
  "comment/disclose",
  "person/disabled",
]);

export class CanaryTracker {
  readonly canaries: Canary[] = [];
  readonly files: Record<string, string> = {};

  word(record: string, place: string): string {
    const word = `zq${String(this.canaries.length + 1).padStart(4, "0")}xv`;
    this.canaries.push({ word, record, place });
    return word;
  }

  /** Writes one record with a canary in each of its fields; `more` are lines that stand there as they are. */
  add(path: string, kind: string, record: string, values: Readonly<Record<string, unknown>> = {}): void {
    const schema = JSON.parse(readFileSync(join(projectRoot, "schema", `${kind}.schema.json`), "utf8")) as Schema;
    const lines: string[] = [];
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (without.has(`${kind}/${key}`) && !(key in values)) continue;
      const value = key in values ? values[key] : given[`${kind}/${key}`];
      const chosen = value === undefined ? this.valueOf(property, record, `/${key}`) : value;
      if (chosen === undefined) continue;
      lines.push(`${key}: ${JSON.stringify(chosen)}`);
    }
    lines.push(`# ${this.word(record, "remark")}`);
    const body = this.word(record, "body");
    this.files[path] = `---\n${lines.join("\n")}\n---\nText ${body} here.\n`;
  }

  file(path: string, record: string, place: string): void {
    this.files[path] = `bytes of ${this.word(record, place)}\n`;
  }

  private valueOf(schema: Schema, record: string, pointer: string): unknown {
    const types = [schema.type ?? []].flat();
    if (types.includes("array")) {
      const item = schema.items && this.valueOf(schema.items, record, `${pointer}/*`);
      return item === undefined ? undefined : [item];
    }
    if (types.includes("object")) {
      const parts = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
        const value = this.valueOf(property, record, `${pointer}/${key}`);
        return value === undefined ? [] : [[key, value] as const];
      });
      return parts.length === 0 ? undefined : Object.fromEntries(parts);
    }
    return types.includes("string") ? this.textOf(schema, record, pointer) : undefined;
  }

  private textOf(schema: Schema, record: string, pointer: string): string | undefined {
    const format = schema["x-format"];
    if (format === "instant" || format === "day" || format === "comment") return undefined;
    if (pointer === "/cve/*") return "CVE-2026-4321";
    const word = this.word(record, pointer);
    if (format === "alias") return `launchpad:${word}`;
    if (format === "identity") return `irc:${word}`;
    if (format === "url") return `https://${word}.example.org/`;
    if (format === "email") return `${word}@example.org`;
    if (format === "file") return `${word}.log`;
    return word;
  }

  /** The canary of a place. */
  of(record: string, place: string): string {
    const found = this.canaries.find((each) => each.record === record && each.place === place);
    if (!found) throw new Error(`no canary in ${record} at ${place}`);
    return found.word;
  }
}

/** Two stories, of which nina may see one, each with every sort of record, and all named records that they lead to. */
export function canaryTracker(): CanaryTracker {
  const tracker = new CanaryTracker();
  for (const [record, id] of [
    ["seen", seenStory],
    ["hidden", hiddenStory],
  ] as const) {
    const folder = `stories/${String(id).slice(-3)}/${id}`;
    const named = (kind: string, plural: string, values: Readonly<Record<string, unknown>> = {}) => {
      const name = tracker.word(`${record}/${kind}`, "name");
      tracker.add(`${plural}/${name}.md`, kind, `${record}/${kind}`, values);
      return name;
    };
    const person = named("person", "people");
    const team = named("team", "teams", { members: [person] });
    const project = named("project", "projects", { groups: [], team, maintainers: [person] });
    const milestone = named("milestone", "milestones", { projects: [project] });
    named("group", "groups", { projects: [project] });
    named("list", "lists", { items: [id], query: null, owner: person });
    named("list", "lists", { items: null, owner: person });
    named("board", "boards", { owner: team, lanes: [{ title: tracker.word(`${record}/board`, "lane"), items: [id] }] });
    named("template", "templates", { projects: [project] });
    const access = record === "seen" ? ["nina", team] : [team];
    tracker.add(`${folder}/story.md`, "story", `${record}/story`, { author: person, milestone, access });
    for (const [name, values] of [
      ["advisory", {}],
      ["unknown", { project, branch: tracker.of(`${record}/project`, "/branches/*/name") }],
    ] as const) {
      const number = 10_000_000 + id + (name === "advisory" ? 0 : 1_000);
      const what = `${record}/task/${name}`;
      tracker.add(`${folder}/tasks/${number}.md`, "task", what, {
        author: person,
        assignee: team,
        milestone,
        ...values,
      });
    }
    tracker.add(`${folder}/comments/20261102T100000Z-aaaa.md`, "comment", `${record}/comment/kept`, {
      author: person,
      in_reply_to: null,
    });
    tracker.add(`${folder}/comments/20261103T100000Z-bbbb.md`, "comment", `${record}/comment/marked`, {
      author: person,
      disclose: true,
    });
    tracker.add(`${folder}/comments/20261104T100000Z-cccc.md`, "comment", `${record}/comment/taken-back`, {
      author: person,
      disclose: true,
      hidden: true,
    });
    tracker.add(`${folder}/affects/${person}.md`, "affects", `${record}/affects`, { created: "2026-11-03T10:00:00Z" });
    for (const owner of ["story", "comment/kept", "comment/marked", "comment/taken-back"]) {
      const what = `${record}/${owner}`;
      tracker.file(`${folder}/attachments/${tracker.of(what, "/attachments/*/file")}.log`, what, "attached bytes");
    }
    const loose = tracker.word(`${record}/loose`, "file name");
    tracker.file(`${folder}/attachments/${loose}.txt`, `${record}/loose`, "attached bytes");
  }
  return tracker;
}
