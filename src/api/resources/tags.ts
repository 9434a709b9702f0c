// Tags of stories, and how many stories carry each.

import { numbered } from "../derived-number.ts";
import { meantNumber } from "../numbers.ts";
import { holds, listed } from "../paging.ts";
import { paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { count, object, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";

const sorts = ["id", "name", "popularity"];

export function allTags(state: ApiState): readonly Json[] {
  return state.memo("tags", () => {
    const counts = new Map(state.catalogue.tagCounts().map((each) => [each.tag, each.stories]));
    const described = state.catalogue.config?.data.tags ?? {};
    const names = [...new Set([...counts.keys(), ...Object.keys(described)])];
    const numbers = numbered("tag", names);
    return names.map((name) => ({
      id: numbers.get(name) ?? 0,
      created_at: null,
      updated_at: null,
      name,
      popularity: counts.get(name) ?? 0,
      description: Object.hasOwn(described, name) ? (described[name]?.description ?? null) : null,
    }));
  });
}

export const tags: Resource = {
  name: "tags",
  description: "Words that stories are marked with.",
  shapes: {
    Tag: object("a tag", {
      ...standing,
      name: text("the word"),
      popularity: count("how many stories carry it"),
      description: orNull(text("what the tracker says about it")),
    }),
  },
  routes: [
    {
      path: "/tags",
      summary: "List tags",
      parameters: {
        name: parameter.text("a part of the name"),
        story_id: parameter.id("only those of this story"),
        ...paging,
        ...sorting(sorts),
      },
      shape: ref("Tag"),
      isList: true,
      answer(state, asked) {
        const story = asked.id("story_id");
        const own =
          story === undefined ? null : (state.catalogue.rows([meantNumber(state, "story", story)])[0]?.tags ?? []);
        const kept = allTags(state).filter(
          (tag) => (own === null || own.includes(String(tag.name))) && holds(tag.name, asked.text("name")),
        );
        return listed(asked, kept, { sortFields: sorts });
      },
    },
    {
      path: "/tags/{tag_id}",
      summary: "Get a tag",
      parameters: {},
      shape: ref("Tag"),
      answer(state, asked) {
        const tag = allTags(state).find((each) => each.id === asked.id("tag_id"));
        if (!tag) throw notFound();
        return tag;
      },
    },
  ],
};
