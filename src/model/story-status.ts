// A story's status is derived from its tasks, never stored.

export type StoryStatus = "active" | "merged" | "invalid";
export type TaskStatus = "todo" | "inprogress" | "review" | "merged" | "invalid";

export const taskStatuses: readonly TaskStatus[] = ["todo", "inprogress", "review", "merged", "invalid"];
export const storyStatuses: readonly StoryStatus[] = ["active", "merged", "invalid"];

export function isOpen(status: TaskStatus): boolean {
  return status === "todo" || status === "inprogress" || status === "review";
}

/** Any open task: active; else any merged: merged; else invalid. Without tasks active, until rejected or a duplicate. */
export function storyStatus(
  tasks: readonly TaskStatus[],
  story: { readonly triage?: string; readonly duplicate_of?: number },
): StoryStatus {
  if (tasks.some(isOpen)) return "active";
  if (tasks.includes("merged")) return "merged";
  if (tasks.length > 0) return "invalid";
  return story.triage === "rejected" || story.duplicate_of !== undefined ? "invalid" : "active";
}

/** No tasks and not closed, or triage still `new`. */
export function isUntriaged(
  tasks: readonly TaskStatus[],
  story: { readonly triage?: string; readonly duplicate_of?: number },
): boolean {
  if (storyStatus(tasks, story) !== "active") return false;
  return tasks.length === 0 || (story.triage ?? "new") === "new";
}
