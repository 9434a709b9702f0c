// What validation may say of a file, and why: the same words as `storytree explain`.

import { explanations } from "../../validate/explanations.ts";
import type { Page } from "../page.ts";

const sections = [
  ["rule", "Rules"],
  ["reading", "What makes a file readable"],
  ["schema", "Values of keys"],
] as const;

export function rulesPage(): Page {
  const all = explanations();
  return {
    key: "rules",
    title: "Rules",
    description: "What every file of this tracker must hold to, and why.",
    template: "rules",
    view: {
      sections: sections.map(([from, title]) => ({ title, rules: all.filter((each) => each.from === from) })),
    },
    json: all,
  };
}
