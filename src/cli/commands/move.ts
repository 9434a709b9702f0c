// `storytree move CARD LANE`: a card to another lane of a board, or a task to another story.

import { isAlias } from "../../index/reference.ts";
import { pathOf } from "../../model/place.ts";
import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import type { RecordFile } from "../../tracker/record-file.ts";
import type { Workspace } from "../../tracker/workspace.ts";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import { meantRecord } from "../meant-record.ts";
import type { Target } from "../targets.ts";
import { finish, openForWriting, retrying, type Writing, writeOptions } from "../write.ts";

export const moveCommand: Command = {
  name: "move",
  arguments: "<card> <lane>",
  summary: "move a card to another lane of a board, or a task to another story",
  details:
    "CARD is the number of a story or task, LANE the lane's title; the beginning of it will do. What standing in that lane means (its " +
    '"set") is done to the card. With the number of a story, or an alias, in place of LANE a task moves there, under a new number, which is printed.',
  options: [{ flags: "--board BOARD", description: "the board, when there are several" }, ...writeOptions],
  async run(context, [card = "", lane = ""], options) {
    const { targetOf } = await import("../targets.ts");
    return retrying(await openForWriting(context, options), async (writing) => {
      const target = await targetOf(writing, card);
      const isRef = /^(?:#|story\/)?[1-9]\d{0,7}$/.test(lane) || isAlias(lane);
      const isStory = isRef && textOption(options, "board") === undefined;
      if (target.kind !== "story" && target.kind !== "task")
        throw new Failure("usage", `${quote(card)} is a ${target.kind}, and cards are stories and tasks`);
      return isStory ? moveTask(writing, target, lane) : moveCard(writing, target, lane, textOption(options, "board"));
    });
  },
};

type Card = Extract<Target, { kind: "story" | "task" }>;

async function moveTask(writing: Writing, target: Card, ref: string) {
  const { planMoveTask } = await import("../../tracker/plan-move-task.ts");
  const { storyOf } = await import("../targets.ts");
  const { drawFor } = await import("../draw.ts");
  if (target.kind === "story") throw new Failure("usage", `${target.id} is a story: only tasks move to another story`);
  const to = await storyOf(writing, ref);
  if (to === target.story) throw new Failure("usage", `task ${target.id} belongs to story ${to} already`);
  const id = await drawFor(writing).task(to);
  const workspace = await writing.workspace([target.story, to]);
  const wish = { task: target.id, from: target.story, to, id };
  const exit = await finish(writing, workspace, await planMoveTask(workspace.files, workspace.fields, wish));
  if (exit === 0 && !writing.dryRun) writing.context.terminal.out(`${id}\n`);
  return exit;
}

async function moveCard(writing: Writing, target: Card, title: string, boardName: string | undefined) {
  const { laneNamed, planMove } = await import("../../tracker/plan-move.ts");
  const { readRecordFile } = await import("../../tracker/record-file.ts");
  const story = target.kind === "story" ? target.id : target.story;
  const workspace = await writing.workspace([story]);
  const board = await boardFor(workspace, boardName, title);
  if (board.record.kind !== "board") throw new Error("a board is a board");
  const index = laneNamed(board.record.data, title);
  const lane = board.record.data.lanes?.[index];
  const list = lane?.list === undefined ? undefined : await listByHand(workspace, lane.list);
  const keys = Object.keys(lane?.set ?? {});
  const path = keys.length === 0 ? target.path : await meantRecord(workspace, target, keys);
  const card = await readRecordFile(workspace.files, path, workspace.fields);
  const files = planMove({ board, lane: index, card, id: target.id, list, config: workspace.config?.data });
  return finish(writing, workspace, { files, message: `${target.kind} ${target.id}: to ${quote(lane?.title)}\n` });
}

/** A list that is filled by hand; one that is a query takes no cards. */
async function listByHand(workspace: Workspace, name: string): Promise<RecordFile | undefined> {
  const { readRecordFile } = await import("../../tracker/record-file.ts");
  const list = await readRecordFile(workspace.files, pathOf({ kind: "list", name }), workspace.fields);
  return list.record.kind === "list" && list.record.data.query === undefined ? list : undefined;
}

/** The board that is named, or the only one that has such a lane. */
async function boardFor(workspace: Workspace, name: string | undefined, title: string): Promise<RecordFile> {
  const { readRecordFile, readRecordFiles } = await import("../../tracker/record-file.ts");
  if (name !== undefined) {
    const path = pathOf({ kind: "board", name: name.replace(/^board\//, "") });
    return readRecordFile(workspace.files, path, workspace.fields);
  }
  const paths: string[] = [];
  for await (const batch of workspace.files.listUnder?.(["boards"]) ?? workspace.files.list())
    paths.push(...batch.map((file) => file.path).filter((path) => /^boards\/[^/]+\.md$/.test(path)));
  const boards = (await readRecordFiles(workspace.files, paths, workspace.fields)).filter(
    ({ record }) => record.kind === "board" && record.data.archived !== true,
  );
  const having = boards.filter(
    ({ record }) =>
      record.kind === "board" &&
      record.data.lanes?.some((lane) => lane.title.toLowerCase().startsWith(title.toLowerCase())),
  );
  if (boards.length === 0)
    throw new Failure("no-such-lane", "there is no board here whose lane that could be", {
      hint: 'make one: storytree set --new board/release "title=Release" lanes+="To do" lanes+=Done',
    });
  const [only] = having.length > 0 ? having : boards;
  if (only && (having.length === 1 || boards.length === 1)) return only;
  throw new Failure(
    "no-such-lane",
    having.length > 1 ? `several boards have a lane ${quote(title)}` : `no board has a lane ${quote(title)}`,
    {
      hint: `name the board: --board ${(having.length > 0 ? having : boards)
        .map(({ record }) => ("name" in record ? record.name : ""))
        .slice(0, 5)
        .join(" | ")}`,
    },
  );
}
