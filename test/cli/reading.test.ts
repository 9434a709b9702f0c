// What is printed for people: rows in a form of one's own, and the pager of a terminal.

import { describe, expect, test } from "vitest";
import { runPager } from "../../src/cli/terminal.ts";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, newRepository } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const server = newServer();

describe("list --format TEMPLATE", () => {
  const clone = newClone(server, "bare", "hugo");
  const list = (template: string, ...more: string[]) => storytree(clone, ["list", "--format", template, ...more]);

  test("puts the values of a story in its fields' places", async () => {
    const { exit, out } = await list(
      "{id}\\t{status}: {title} {{{tags}}} {projects} {tasks} {aliases}|",
      "id:33906185",
    );
    expect(exit).toBe(0);
    expect(out).toBe(
      "33906185\tmerged: Boot from volume ignores the volume's availability zone {} lantern/compute merged:1 launchpad:1834567|\n",
    );
  });

  test("and of a task, whose title may be its story's", async () => {
    const { out } = await list("{id} {story} {assignee} {milestone}.{title}", "--tasks", "id:48213377 assignee:bjorn");
    expect(out).toMatch(/^22312377 48213377 bjorn [\w.-]*\.Live migration times out/);
  });

  test.each([
    [["{titel}"], '"titel" is not a field of the stories in a list', 'did you mean "{title}"?'],
    [["{assignees}", "--tasks"], '"assignees" is not a field of the tasks in a list', 'did you mean "{assignee}"?'],
    [["{zzz}"], '"zzz" is not a field', "there are id, title, status"],
    [["{id"], '"{id" has a "{" that belongs to no field', 'write "{{"'],
    [["tabel"], '--format "tabel" is not table, ids, csv or a template', 'did you mean "table"?'],
  ])("%j is answered in one sentence", async ([template = "", ...more], message, hint) => {
    const { exit, out, err } = await list(template, ...more, "id:1");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  test("a row stays a row, and cannot steer the terminal", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const path = "stories/377/48213377/story.md";
    const text = git(folder, ["show", `HEAD:${path}`]);
    commit(folder, { [path]: text.replace("\n---\n", '\nx-note: "a\\n  b"\n---\n') });
    const { out } = await storytree(folder, ["list", "--format", "\u001b[1m{x-note}", "id:48213377"]);
    expect(out).toBe("␛[1ma b\n");
  });
});

describe("the pager", () => {
  interface Read {
    readonly pager: string;
    readonly text: string;
  }
  const folder = newClone(server, "checkout", "hugo");
  /** Runs a command as on a terminal, and tells what a pager was given. */
  async function onTerminal(args: readonly string[], variables: Record<string, string>, config = "", found = true) {
    for (const key of ["core.pager", "storytree.pager"]) git(folder, ["config", key, "-"]);
    for (const key of ["core.pager", "storytree.pager"]) git(folder, ["config", "--unset", key]);
    if (config !== "") git(folder, ["config", ...config.split(" ")]);
    const read: Read[] = [];
    const outcome = await storytree(folder, args, {
      columns: 80,
      variables: { PATH: process.env.PATH ?? "", GIT_CONFIG_NOSYSTEM: "1", HOME: "/nonexistent", ...variables },
      page: async (pager, text) => {
        read.push({ pager, text: Buffer.from(text).toString() });
        return found;
      },
    });
    return { ...outcome, read };
  }

  test.each([
    ["storytree.pager", { GIT_PAGER: "b", PAGER: "d", TERM: "xterm" }, "storytree.pager a", "a"],
    ["GIT_PAGER", { GIT_PAGER: "b", PAGER: "d", TERM: "xterm" }, "core.pager c", "b"],
    ["core.pager", { PAGER: "d", TERM: "xterm" }, "core.pager c", "c"],
    ["PAGER", { PAGER: "d", TERM: "xterm" }, "", "d"],
    ["less, when nobody has said", { TERM: "xterm" }, "", "less"],
  ])("is %s", async (_, variables, config, pager) => {
    const { read, out, err } = await onTerminal(["list", "is:active"], variables, config);
    expect(read).toEqual([{ pager, text: expect.stringContaining("46938275") }]);
    expect(out).toBe("");
    expect(err).toMatch(/^\d+ stories\n$/);
  });

  test.each([
    ["with --no-pager", ["--no-pager", "show", "48213377"], { PAGER: "d" }],
    ["with cat", ["show", "48213377"], { PAGER: "cat" }],
    ["on a terminal that is none to speak of", ["show", "48213377"], { TERM: "dumb" }],
    ["for a command whose answer is short", ["new", "x", "-n", "--no-similar"], { PAGER: "d" }],
  ])("is not used %s", async (_, args, variables) => {
    const { read, out } = await onTerminal(args, variables);
    expect(read).toEqual([]);
    expect(out).not.toBe("");
  });

  test("nothing is lost when it cannot be found, or when the command ends badly", async () => {
    const { out, read } = await onTerminal(["show", "48213377"], { PAGER: "nowhere" }, "", false);
    expect([read.length, out]).toEqual([1, expect.stringContaining("#48213377")]);
    expect(await onTerminal(["list", "nope:x"], { PAGER: "d" })).toMatchObject({ exit: 2, read: [] });
  });

  test("is run through a shell; whether it was there is known", async () => {
    const folder = newRepository();
    const text = Buffer.from("text\n".repeat(100_000));
    expect(await runPager(`cat > "${folder}/read"`, text, process.env)).toBe(true);
    expect(git(folder, ["hash-object", "read"])).toBe(git(folder, ["hash-object", "--stdin"], {}, text));
    expect(await runPager("true", text, process.env)).toBe(true);
    expect(await runPager("storytree-no-such-pager 2>/dev/null", text, process.env)).toBe(false);
  });
});
