// All resources of the API, in the order of its reference.

import { beyond } from "./resources/beyond.ts";
import { boards } from "./resources/boards.ts";
import { branches, milestones } from "./resources/branches.ts";
import { comments } from "./resources/comments.ts";
import { dueDates } from "./resources/due-dates.ts";
import { events } from "./resources/events.ts";
import { history } from "./resources/history.ts";
import { projectGroups, projects } from "./resources/projects.ts";
import { stories } from "./resources/stories.ts";
import { subscriptions } from "./resources/subscriptions.ts";
import { system } from "./resources/system.ts";
import { tags } from "./resources/tags.ts";
import { tasks } from "./resources/tasks.ts";
import { teams, users } from "./resources/users.ts";
import { worklists } from "./resources/worklists.ts";
import type { Resource, Route } from "./route.ts";
import type { Schema } from "./shape.ts";

export const resources: readonly Resource[] = [
  system,
  stories,
  comments,
  events,
  tasks,
  tags,
  projects,
  projectGroups,
  branches,
  milestones,
  users,
  teams,
  worklists,
  boards,
  dueDates,
  subscriptions,
  history,
  beyond,
];

export const routes: readonly Route[] = resources.flatMap((resource) => resource.routes);

/** Every shape that a route names. */
export const shapes: Readonly<Record<string, Schema>> = Object.assign(
  {},
  ...resources.map((resource) => resource.shapes),
);
