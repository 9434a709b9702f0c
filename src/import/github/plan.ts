// GitHub's issues as a planned change of a tracker: what is new is added, what changed upstream is updated, what was edited here stays.

import { pathOf } from "../../model/place.ts";
import { cleanBody } from "../../text/characters.ts";
import { limits } from "../../text/limits.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import { type Collector, changeCollector, type ImportPlan, type PlanOptions } from "./collector.ts";
import { ghost, type Names, namesOf } from "./names.ts";
import { type Ids, idsOf } from "./numbers.ts";
import { withHardBreaks } from "./prose.ts";
import { aliasOf, commentName, lineOf, projectName, storyData, taskData, withFullTitle } from "./records.ts";
import { closedIssues, rewriteReferences } from "./references.ts";
import type { GithubData } from "./source.ts";

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
    rewriteReferences(withHardBreaks(cleanBody(text)), {
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
      body: withHardBreaks(cleanBody(source?.description ?? "")),
      follow: ["date", "closed"],
    });
  }
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
