// GitHub's issues as a planned change of a tracker: what is new is added, what changed upstream is updated, what was edited here stays.

import { createHash } from "node:crypto";
import type { TaskData } from "../../model/generated/types.ts";
import { type Kind, pathOf, shardOf } from "../../model/place.ts";
import type { DataOf } from "../../model/record.ts";
import { newFile, shapeOf } from "../../model/write-record.ts";
import { cleanBody, cleanValue } from "../../text/characters.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import type { Plain } from "../../text/emit.ts";
import { limits } from "../../text/limits.ts";
import { type Matter, readMatterText } from "../../text/matter.ts";
import { setBody, setField } from "../../text/matter-edit.ts";
import type { Change, FileChange } from "../../tracker/change.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Account, RecordCount } from "../account.ts";
import { slugOf, tagOf } from "../slug.ts";
import { hashOf, parseState, reconcile, statePath, stateText } from "../upstream-state.ts";
import { closedIssues, rewriteReferences } from "./references.ts";
import type { GithubData, GithubIssue } from "./source.ts";

export interface PlanOptions {
  /** The current text of a file of the tracker, null when there is none. */
  readonly textOf: (path: string) => Promise<string | null>;
}

export interface ImportPlan {
  readonly change: Change;
  readonly account: Account;
}

/** Plans the import; writes nothing. Planning twice over the same data gives the same plan, and after it was applied an empty one. */
export async function planGithubImport(data: GithubData, tracker: Tracker, options: PlanOptions): Promise<ImportPlan> {
  const names = namesOf(data, tracker);
  const ids = idsOf(data, tracker);
  const collector = await changeCollector(data, options);
  await planSurroundings(data, tracker, names, collector);
  const changesOf = linkedPulls(data);
  const numbers = new Map(data.issues.map((issue, index) => [issue.number, ids[index]?.story]));
  const pulls = new Set(data.pulls.map((pull) => pull.number));
  const rewrite = (text: string) =>
    rewriteReferences(cleanBody(text), {
      repository: data.repository,
      story: (issue) => numbers.get(issue),
      isPull: (number) => pulls.has(number),
    });

  for (const [index, issue] of data.issues.entries()) {
    const { story, task, isNew } = ids[index] as Ids;
    const alias = aliasOf(data.repository, issue.number);
    await collector.put("issues", "story", pathOf({ kind: "story", id: story }), alias, isNew, {
      data: storyData(issue, alias, names),
      body: withFullTitle(issue, fitBody(rewrite(issue.body), `issue #${issue.number}`, collector)),
      follow: ["title", "type", "triage", "tags", "milestone", "locked"],
    });
    await collector.put(null, "task", pathOf({ kind: "task", id: task, story }), `${alias} task`, isNew, {
      data: taskData(issue, data, changesOf.get(issue.number) ?? [], names),
      body: "",
      follow: ["status", "assignee", "changes", "reason"],
    });
    const seen = new Map<string, number>();
    for (const comment of issue.comments) {
      const author = names.person(comment.author);
      const moment = `${comment.created} ${author}`;
      const nth = (seen.get(moment) ?? 0) + 1;
      seen.set(moment, nth);
      const name = commentName(comment.created, `${alias} ${moment} ${nth}`);
      const path = pathOf({ kind: "comment", story, name });
      await collector.put("comments", "comment", path, `${alias} ${name}`, !collector.exists(path, tracker), {
        data: { author },
        body: fitBody(rewrite(comment.body), `comment on #${issue.number}`, collector),
        follow: [],
      });
    }
  }
  return collector.finish(data, changesOf);
}

interface Ids {
  readonly story: number;
  readonly task: number;
  readonly isNew: boolean;
}

/** The numbers of each issue's story and task: those it has already, its own when free, else drawn from its alias. */
function idsOf(data: GithubData, tracker: Tracker): Ids[] {
  const known = new Map<string, number>();
  for (const story of tracker.stories.values())
    for (const alias of story.data.aliases ?? []) known.set(alias, story.id);
  const taken = new Set<number>([...tracker.stories.keys(), ...tracker.tasks.keys()]);
  const isTaken = (id: number) => taken.has(id) || tracker.hasStory(id) || tracker.hasTask(id);
  // Their own numbers first, so that a drawn one never stands on the place of a later issue.
  const issueNumbers = new Set(data.issues.map((issue) => issue.number));
  return data.issues.map((issue) => {
    const alias = aliasOf(data.repository, issue.number);
    const before = known.get(alias);
    const project = projectName(data.repository);
    if (before !== undefined) {
      const task = tracker.tasksOf(before).find((each) => each.data.project === project) ?? tracker.tasksOf(before)[0];
      return {
        story: before,
        task: task?.id ?? drawFrom(`${alias} task`, shardOf(before), isTaken, taken),
        isNew: false,
      };
    }
    let story = issue.number;
    if (isTaken(story)) story = drawFrom(alias, null, (id) => isTaken(id) || issueNumbers.has(id), taken);
    taken.add(story);
    return {
      story,
      task: drawFrom(`${alias} task`, shardOf(story), (id) => isTaken(id) || issueNumbers.has(id), taken),
      isNew: true,
    };
  });
}

/** The first free number of a sequence that the seed determines, with the last three digits of a shard if one is given. */
function drawFrom(seed: string, shard: string | null, isTaken: (id: number) => boolean, taken: Set<number>): number {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash("sha256").update(`${seed} ${attempt}`).digest();
    const drawn = 10_000_000 + (digest.readUIntBE(0, 6) % 90_000_000);
    const id = shard === null ? drawn : drawn - (drawn % 1000) + Number(shard);
    if (isTaken(id)) continue;
    taken.add(id);
    return id;
  }
}

interface Names {
  readonly person: (login: string | null) => string;
  readonly milestone: (title: string) => string;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly isNew: boolean }>;
  readonly milestones: ReadonlyMap<string, string>;
}

const ghost = "ghost";

function namesOf(data: GithubData, tracker: Tracker): Names {
  const byIdentity = new Map<string, string>();
  for (const person of tracker.allNamed("person")) {
    for (const identity of person.data.identities ?? []) byIdentity.set(identity.toLowerCase(), person.name);
  }
  const people = new Map<string, { name: string; isNew: boolean }>();
  const used = new Set<string>();
  const logins = data.issues.flatMap((issue) => [
    issue.author,
    ...issue.assignees.slice(0, 1),
    ...issue.comments.map((comment) => comment.author),
  ]);
  for (const login of logins) {
    const key = login ?? ghost;
    if (people.has(key)) continue;
    const known = byIdentity.get(`github:${key.toLowerCase()}`);
    if (known !== undefined || (login === null && tracker.has("person", ghost))) {
      people.set(key, { name: known ?? ghost, isNew: false });
      continue;
    }
    let name = slugOf(key, "person");
    while (used.has(name) || tracker.has("person", name) || tracker.has("team", name)) name = `${name}-github`;
    used.add(name);
    people.set(key, { name, isNew: true });
  }
  const milestones = new Map<string, string>();
  const slugs = new Set<string>();
  for (const { milestone } of data.issues) {
    if (!milestone || milestones.has(milestone.title)) continue;
    let slug = slugOf(milestone.title, "milestone");
    while (slugs.has(slug)) slug = `${slug}-2`;
    slugs.add(slug);
    milestones.set(milestone.title, slug);
  }
  return {
    people,
    milestones,
    person: (login) => people.get(login ?? ghost)?.name ?? ghost,
    milestone: (title) => milestones.get(title) ?? slugOf(title, "milestone"),
  };
}

/** Labels that became the tag of another label, or none. */
function labelNotes(data: GithubData): string[] {
  const labels = new Set(data.issues.flatMap((issue) => issue.labels));
  const byTag = new Map<string, string[]>();
  const notes: string[] = [];
  for (const label of labels) {
    const tag = tagOf(label);
    if (tag === undefined) notes.push(`label ${JSON.stringify(label)} holds no letter or digit, so it is no tag`);
    else byTag.set(tag, [...(byTag.get(tag) ?? []), label]);
  }
  for (const [tag, same] of byTag)
    if (same.length > 1)
      notes.push(`labels ${same.map((each) => JSON.stringify(each)).join(", ")} are one tag: ${tag}`);
  return notes;
}

async function planSurroundings(data: GithubData, tracker: Tracker, names: Names, collector: Collector): Promise<void> {
  const project = projectName(data.repository);
  const path = pathOf({ kind: "project", name: project });
  if (!tracker.has("project", project)) {
    const repository = `https://github.com/${data.repository}`;
    await collector.put("projects", "project", path, `project ${project}`, true, {
      data: { title: data.repository, repository },
      body: "",
      follow: [],
    });
  }
  for (const [login, { name, isNew }] of names.people) {
    if (!isNew) {
      collector.count("people", "unchanged");
      continue;
    }
    const person =
      login === ghost ? { name: "Somebody whose account is gone" } : { name: login, identities: [`github:${login}`] };
    await collector.put("people", "person", pathOf({ kind: "person", name }), `person ${login}`, true, {
      data: person,
      body: "",
      follow: [],
    });
  }
  const described = new Map(
    data.issues.flatMap(({ milestone }) => (milestone ? [[milestone.title, milestone] as const] : [])),
  );
  for (const [title, name] of names.milestones) {
    const source = described.get(title);
    const target = pathOf({ kind: "milestone", name });
    await collector.put("milestones", "milestone", target, `milestone ${title}`, !tracker.has("milestone", name), {
      data: {
        title: lineOf(title, "Milestone"),
        ...(source?.due ? { date: source.due } : {}),
        ...(source?.closed ? { closed: true } : {}),
      },
      body: cleanBody(source?.description ?? ""),
      follow: ["date", "closed"],
    });
  }
}

function storyData(issue: GithubIssue, alias: string, names: Names): DataOf["story"] {
  const tags = [...new Set(issue.labels.flatMap((label) => tagOf(label) ?? []))].sort();
  const isFeature = issue.labels.some((label) => /^(?:enhancement|feature)/i.test(label));
  const isTriaged = !issue.open || tags.length > 0 || issue.milestone !== null || issue.assignees.length > 0;
  return {
    title: lineOf(issue.title, "(no title)"),
    author: names.person(issue.author),
    type: isFeature ? "feature" : "bug",
    created: issue.created,
    triage: isTriaged ? "triaged" : "new",
    tags,
    aliases: [alias],
    ...(issue.milestone ? { milestone: names.milestone(issue.milestone.title) } : {}),
    ...(issue.locked ? { locked: true } : {}),
  };
}

function taskData(issue: GithubIssue, data: GithubData, changes: readonly string[], names: Names): DataOf["task"] {
  const { status, reason } = outcome(issue);
  const [assignee] = issue.assignees;
  return {
    project: projectName(data.repository),
    status,
    author: names.person(issue.author),
    created: issue.created,
    changes: [...changes],
    ...(assignee === undefined ? {} : { assignee: names.person(assignee) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function outcome(issue: GithubIssue): { readonly status: TaskData["status"]; readonly reason?: string } {
  if (issue.open) return { status: "todo" };
  if (issue.reason === "not_planned") return { status: "invalid", reason: "wontfix" };
  return issue.reason === "duplicate" ? { status: "invalid", reason: "duplicate" } : { status: "merged" };
}

function linkedPulls(data: GithubData): Map<number, string[]> {
  const links = new Map<number, string[]>();
  for (const pull of data.pulls) {
    for (const number of new Set(closedIssues(`${pull.title}\n${pull.body}`, data.repository))) {
      links.set(number, [...(links.get(number) ?? []), `https://github.com/${data.repository}/pull/${pull.number}`]);
    }
  }
  for (const urls of links.values()) urls.sort();
  return links;
}

function aliasOf(repository: string, number: number): string {
  return `github:${repository}#${number}`;
}

function projectName(repository: string): string {
  return repository
    .split("/")
    .map((part) => slugOf(part, "project"))
    .join("/");
}

const titleLength = 300;

function lineOf(title: string, empty: string): string {
  const clean = cleanValue(title);
  if (clean === "") return empty;
  return clean.length > titleLength ? `${clean.slice(0, titleLength - 1).replace(/[\ud800-\udbff]$/, "")}…` : clean;
}

function withFullTitle(issue: GithubIssue, body: string): string {
  const clean = cleanValue(issue.title);
  return clean.length > titleLength ? `${clean}\n\n${body}` : body;
}

function fitBody(body: string, what: string, collector: Collector): string {
  const room = limits.fileBytes - limits.frontMatterBytes;
  const bytes = Buffer.from(body);
  if (bytes.length <= room) return body;
  collector.note(`${what}: its text has ${bytes.length} bytes and was cut`);
  return `${bytes
    .subarray(0, room)
    .toString("utf8")
    .replace(/\ufffd$/, "")}\n\n(cut)\n`;
}

/** A name that is the same whenever the same comment is imported. */
function commentName(created: string, seed: string): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const digest = createHash("sha256").update(seed).digest();
  const suffix = [0, 1, 2, 3].map((at) => letters[(digest[at] ?? 0) % letters.length]).join("");
  return `${created.replace(/[-:]/g, "")}-${suffix}`;
}

interface Wanted<K extends Kind> {
  readonly data: DataOf[K];
  readonly body: string;
  /** The fields that follow the source; the others are written once. */
  readonly follow: readonly string[];
}

type Collector = Awaited<ReturnType<typeof changeCollector>>;

/** Gathers files and counts; knows what the source said the last time. */
async function changeCollector(data: GithubData, { textOf }: PlanOptions) {
  const stateFile = statePath(`github/${data.repository.toLowerCase()}`);
  const stateBefore = await textOf(stateFile);
  const last = parseState(stateBefore);
  const state: Record<string, Record<string, string>> = { ...last };
  const files: FileChange[] = [];
  const kept: string[] = [];
  const notes: string[] = [];
  const counts = new Map<string, { added: number; updated: number; unchanged: number }>();

  const count = (what: string | null, outcomeOf: "added" | "updated" | "unchanged") => {
    if (what === null) return;
    const entry = counts.get(what) ?? { added: 0, updated: 0, unchanged: 0 };
    entry[outcomeOf] += 1;
    counts.set(what, entry);
  };

  const put = async <K extends Exclude<Kind, "tracker">>(
    what: string | null,
    kind: K,
    path: string,
    key: string,
    isNew: boolean,
    wanted: Wanted<K>,
  ): Promise<void> => {
    const values = wanted.data as Readonly<Record<string, Plain | undefined>>;
    const fields = [
      ...wanted.follow.map((field) => [field, values[field] ?? null] as const),
      ["body", wanted.body] as const,
    ];
    if (wanted.follow.length > 0 || kind === "comment") {
      state[key] = Object.fromEntries(fields.map(([field, value]) => [field, hashOf(normal(value))]));
    }
    const before = isNew ? null : await textOf(path);
    if (before === null) {
      // What was imported once and is not there any more was taken away here.
      if (!isNew && last[key]) return count(what, "unchanged");
      files.push({ path, before: null, after: newFile(kind, wanted.data, wanted.body) });
      return count(what, "added");
    }
    const matter = readMatterText(path, before).value;
    if (!matter) {
      kept.push(`${path}: it cannot be read, so it stays as it is`);
      return count(what, "unchanged");
    }
    const edits = fields.flatMap(([field, value]) =>
      fieldEdits(matter, kind, field, value, last[key]?.[field], (name) => kept.push(`${path}: ${name}`)),
    );
    if (edits.length === 0) return count(what, "unchanged");
    files.push({ path, before, after: applyEdits(before, edits) });
    return count(what, "updated");
  };

  return {
    put,
    count,
    note: (text: string) => void notes.push(text),
    exists: (path: string, tracker: Tracker) => {
      const [, , story, , name = ""] = path.split("/");
      return (
        tracker.commentsOf(Number(story)).some((comment) => `${comment.name}.md` === name) || tracker.broken.has(path)
      );
    },
    finish(source: GithubData, links: ReadonlyMap<number, readonly string[]>): ImportPlan {
      const text = stateText(state);
      if (text !== stateBefore) files.push({ path: stateFile, before: stateBefore, after: text });
      const issues = new Set(source.issues.map((issue) => issue.number));
      const linked = new Set([...links].filter(([issue]) => issues.has(issue)).flatMap(([, urls]) => urls));
      const records: RecordCount[] = ["issues", "comments", "people", "projects", "milestones"].flatMap((what) => {
        const entry = counts.get(what);
        const skipped = what === "issues" ? source.skipped.filter((name) => name.includes("issue")).length : 0;
        return entry ? [{ what, of: entry.added + entry.updated + entry.unchanged + skipped, ...entry }] : [];
      });
      const closing = `${source.pulls.length} pull requests: ${linked.size} linked as changes of the issues they close, ${source.pulls.length - linked.size} close no issue`;
      return {
        change: { files, message: `Import ${source.issues.length} issues of ${source.repository} from GitHub\n` },
        account: {
          records,
          skipped: source.skipped,
          kept,
          lost: source.lost,
          notes: [closing, ...labelNotes(source), ...notes],
        },
      };
    },
  };
}

function fieldEdits(
  matter: Matter,
  kind: Kind,
  field: string,
  upstream: Plain,
  last: string | undefined,
  keep: (name: string) => void,
): TextEdit[] {
  const current = field === "body" ? matter.body : ((matter.data[field] as Plain | undefined) ?? null);
  const decision = reconcile(normal(current), normal(upstream), last);
  if (decision === "keep") keep(field);
  if (decision !== "take") return [];
  return field === "body" ? setBody(matter, String(upstream ?? "")) : setField(matter, field, upstream, shapeOf(kind));
}

/** Empty is empty, however it is written; a text ends in one line end. */
function normal(value: Plain): Plain {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === "string" ? value.replace(/\n*$/, "") : value;
}
