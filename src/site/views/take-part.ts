// How a reader changes something on a site that only shows: an editor of the review host that is begun already, commands, an address.

import { instantOfSeconds } from "../../model/instant.ts";
import { newFile } from "../../model/write-record.ts";
import type { Page } from "../page.ts";
import {
  cloneAddress,
  editorPage,
  hostTitle,
  type NewFileEditor,
  newFileEditor,
  newFilePage,
} from "../review-pages.ts";
import type { Site } from "../site.ts";

export interface TakePart {
  readonly host: string;
  readonly editor: NewFileEditor | null;
  /** A new file without what only its author can say; for readers without scripts. */
  readonly blank: string | null;
  readonly edit: string | null;
  /** A new task, likewise. */
  readonly task: string | null;
  readonly folder: string | null;
  readonly story: number | null;
  /** How to come by a clone, where that is known. */
  readonly clone: string | null;
  readonly commands: readonly string[];
  readonly mail: string | null;
  readonly mailto: string | null;
  readonly types: readonly (readonly [type: string, title: string])[];
}

/** What can be done about a story: commented on, changed. */
export function partInStory(
  site: Site,
  story: { readonly id: number; readonly path: string; readonly time: string },
): TakePart {
  const folder = story.path.replace(/\/story\.md$/, "");
  const name = `${story.time.replace(/[-:]/g, "")}-text`;
  const editor = newFileEditor(site.config);
  // Which project it is for is the one thing that nobody can guess.
  const task = newFile(
    "task",
    { project: "project-name", status: "todo", author: "your-name", priority: "medium", created: story.time },
    "",
  );
  return {
    ...common(
      site,
      `${folder}/comments/${name}.md`,
      newFile("comment", { author: "your-name" }, "\n"),
      `Re: story ${story.id}`,
    ),
    edit: editorPage(site.config, story.path),
    task: editor && newFilePage(editor, `${folder}/tasks/00000${String(story.id % 1000).padStart(3, "0")}.md`, task),
    folder,
    story: story.id,
    commands: [
      `storytree comment ${story.id} -m "…"`,
      `storytree set ${story.id} triage=confirmed`,
      `storytree task ${story.id} -p PROJECT`,
      "storytree propose",
    ],
  };
}

/** A page that makes a report ready. */
export function newPage(site: Site): Page {
  const created = site.catalogue.commitTime ?? instantOfSeconds(Math.floor(site.now / 1000));
  const blank = newFile(
    "story",
    { title: "What happens", author: "your-name", type: "bug", created, triage: "new" },
    "\n",
  );
  const part: TakePart = {
    ...common(site, "stories/000/00000000/story.md", blank, "Report"),
    edit: null,
    task: null,
    folder: null,
    story: null,
    commands: ['storytree new "What happens" -p PROJECT --edit', "storytree propose"],
  };
  const templates = site.catalogue
    .allNamed("template")
    .filter(({ body }) => body.trim() !== "")
    .map(({ name, data, body }) => ({ name, title: data.title ?? name, type: data.type ?? null, body: body.trim() }));
  // Of several for one kind, that of its name.
  const begins = (kind: string) =>
    templates.find(({ name, type }) => name === kind && type === kind) ?? templates.find(({ type }) => type === kind);
  const projects = site.catalogue
    .allNamed("project")
    .flatMap(({ name, data }) => (data.retired === true ? [] : name))
    .sort();
  const shown = templates.map((each) => ({
    ...each,
    kind: each.type !== null && begins(each.type) === each ? each.type : null,
  }));
  return {
    key: "new",
    title: "Report something",
    description: "How to report something to this tracker.",
    template: "new",
    view: { part, templates: shown, projects: projects.slice(0, mostProjects) },
    section: "new",
  };
}

/** Offered by name; any other can be written. */
const mostProjects = 500;

function common(site: Site, path: string, text: string, subject: string) {
  const editor = newFileEditor(site.config);
  const mail = site.config?.review?.mail ?? null;
  const own = Object.entries(site.config?.types ?? {}).map(([type, about]): readonly [string, string] => [
    type,
    about.title ?? type,
  ]);
  const address = cloneAddress(site.config);
  return {
    host: hostTitle(site.config),
    clone: address && `storytree clone ${address}`,
    editor,
    blank: editor && newFilePage(editor, path, text),
    mail,
    mailto:
      mail === null
        ? null
        : `mailto:${encodeURIComponent(mail).replace("%40", "@")}?subject=${encodeURIComponent(subject)}`,
    types: [["bug", "Bug"], ["feature", "Feature"], ...own] as const,
  };
}
