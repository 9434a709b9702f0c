// StoryBoard has three priorities; ours beyond them count as the nearest.

export const threePriorities: Readonly<Record<string, string>> = {
  critical: "high",
  high: "high",
  medium: "medium",
  low: "low",
  wishlist: "low",
};
export const allPriorities = Object.keys(threePriorities);
