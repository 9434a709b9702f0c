// Due dates: the days that stories and tasks are due, and milestones with a date, each with what is due then.

import type { Expression } from "../../model/query/query.ts";
import { limits } from "../../text/limits.ts";
import { askedInstant } from "../instants.ts";
import { namesOf } from "../names.ts";
import { holds, listed } from "../paging.ts";
import { type Asked, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { count, flag, id, instant, list, object, orNull, ref, type Schema, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { datedMilestones, numberOfDatedMilestone, numberOfDay } from "./due-date-numbers.ts";
import { equals } from "./filters.ts";
import { jsonOf } from "./rows.ts";
import { permissions } from "./worklists.ts";

const sorts = ["id", "name", "date"];
const dayLength = 86_400_000;

interface DueDate {
  readonly id: number;
  readonly name: string;
  readonly day: string;
  readonly milestone: string | null;
  readonly where: Expression;
}

function allDueDates(state: ApiState): readonly DueDate[] {
  return state.memo("due dates", () => {
    const days = state.catalogue.selection.days().map((day): DueDate => {
      const from = Date.parse(`${day}T00:00:00Z`);
      const where: Expression = { kind: "between", field: "due", from, to: from + dayLength };
      return { id: numberOfDay(day), name: day, day, milestone: null, where };
    });
    const milestones = [...datedMilestones(state)].map(([name, { title, date }]): DueDate => {
      return {
        id: numberOfDatedMilestone(name),
        name: title,
        day: date,
        milestone: name,
        where: equals("milestone", name),
      };
    });
    return [...days, ...milestones];
  });
}

/** What is due, at most a page of each kind. */
function dueDateJson(state: ApiState, due: DueDate): Json {
  const { selection } = state.catalogue;
  const wish = {
    where: due.where,
    now: state.now,
    contains: {},
    sort: "id",
    descending: false,
    limit: limits.pageSize,
    offset: 0,
  };
  const [stories, tasks] = [selection.stories(wish), selection.tasks(wish)];
  return {
    id: due.id,
    created_at: null,
    updated_at: null,
    name: due.name,
    date: `${due.day}T00:00:00+00:00`,
    private: state.isPrivate,
    creator_id: null,
    tasks: jsonOf(state, "task", tasks.ids),
    stories: jsonOf(state, "story", stories.ids),
    count: stories.total + tasks.total,
    owners: [],
    users: [],
    board_id: null,
    worklist_id: null,
    editable: false,
    assignable: false,
    milestone: due.milestone,
    milestone_id: due.milestone === null ? null : namesOf(state).id("milestone", due.milestone),
  };
}

function dueDateAsked(state: ApiState, asked: Asked): DueDate {
  const due = allDueDates(state).find((each) => each.id === asked.id("due_date_id"));
  if (!due) throw notFound();
  return due;
}

const nobody = (description: string): Schema => ({ ...list(id("a user"), description), maxItems: 0 });
const short = {
  ...standing,
  name: text("the day, or the milestone's title"),
  date: instant("the beginning of the day; it ends at 24:00 UTC"),
  private: flag("whether not everybody may see it, as on a restricted server"),
  creator_id: { type: "null", description: "nobody's" },
};

export const dueDates: Resource = {
  name: "due_dates",
  description: "The days that stories and tasks are due, and milestones with a date.",
  shapes: {
    Day: object("a due date without what is due", short),
    DueDate: object("a due date", {
      ...short,
      tasks: list(ref("Task"), `the tasks that are due, at most ${limits.pageSize}`),
      stories: list(ref("Story"), `the stories that are due, at most ${limits.pageSize}`),
      count: count("how many stories and tasks there are in all"),
      owners: nobody("who may change it"),
      users: nobody("who may put things on it"),
      board_id: { type: "null", description: "due dates belong to no board" },
      worklist_id: { type: "null", description: "due dates belong to no list" },
      editable: { ...flag("not on this server"), const: false },
      assignable: { ...flag("not on this server"), const: false },
      milestone: orNull(text("the milestone that it is the date of")),
      milestone_id: orNull(id("the same by number")),
    }),
  },
  routes: [
    {
      path: "/due_dates",
      summary: "List due dates",
      parameters: {
        name: parameter.text("a part of the name"),
        date: parameter.instant("on this day"),
        board_id: parameter.id("due dates belong to no board, so none has it"),
        worklist_id: parameter.id("due dates belong to no list, so none has it"),
        user: parameter.id("nobody is permitted anything here, so none has it"),
        owner: parameter.id("nobody is permitted anything here, so none has it"),
        ...paging,
        ...sorting(sorts),
      },
      shape: ref("DueDate"),
      isList: true,
      answer(state, asked) {
        const date = asked.text("date");
        const wanted = date === undefined ? undefined : askedInstant(date);
        const nobodys = ["board_id", "worklist_id", "user", "owner"].some((name) => asked.has(name));
        const kept = allDueDates(state).filter((due) => {
          const from = Date.parse(`${due.day}T00:00:00Z`);
          const isThen = wanted === undefined || wanted === null || (wanted >= from && wanted < from + dayLength);
          return !nobodys && isThen && holds(due.name, asked.text("name"));
        });
        const page = listed(
          asked,
          kept.map((due) => ({ ...due, date: due.day })),
          { sortFields: sorts },
        );
        return { ...page, items: (page.items as DueDate[]).map((due) => dueDateJson(state, due)) };
      },
    },
    {
      path: "/due_dates/{due_date_id}",
      summary: "Get a due date with what is due",
      parameters: {},
      shape: ref("DueDate"),
      answer: (state, asked) => dueDateJson(state, dueDateAsked(state, asked)),
    },
    {
      path: "/due_dates/{due_date_id}/permissions",
      summary: "List what the client may do with a due date",
      parameters: {},
      shape: permissions,
      isList: true,
      answer(state, asked) {
        dueDateAsked(state, asked);
        return { items: [] };
      },
    },
  ],
};
