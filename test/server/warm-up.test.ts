// What a server asks itself after its start, of the real pages.

import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerSource } from "../../src/server/answer.ts";
import { warmUp } from "../../src/server/warm-up.ts";
import { answerOf } from "../../src/site/answer.ts";
import type { Site } from "../../src/site/site.ts";
import { newServer } from "../support/clones.ts";
import { siteAt } from "../support/live-site.ts";

let site: Site;
beforeAll(async () => {
  site = await siteAt(newServer());
});

/** Remembers what was asked, and with which status it was answered. */
function recording(answer: AnswerSource["answer"] = ({ path, query }) => answerOf(site, path, query)) {
  const asked: string[] = [];
  const source = {
    answer: async (asking: Parameters<AnswerSource["answer"]>[0]) => {
      const found = await answer(asking);
      asked.push(`${found?.status} ${asking.path}${asking.query.size > 0 ? `?${asking.query}` : ""}`);
      return found;
    },
  } as AnswerSource;
  return { asked, source };
}

describe("the stories that changed last", () => {
  test("are asked for, and the words of their titles; all of it is there", async () => {
    const { asked, source } = recording();
    await warmUp(source, { now: () => 0, isOver: () => false });
    expect(asked.slice(0, 2)).toEqual(["200 /search.json?q=sort%3Aupdated", "200 /"]);
    expect(asked.filter((line) => /^200 \/stories\/\d+$/.test(line)).length).toBeGreaterThan(5);
    expect(asked.filter((line) => /^200 \/search\?q=%22\w+%22$/.test(line)).length).toBeGreaterThan(20);
    expect(asked.filter((line) => !line.startsWith("200 "))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });
  test("are not asked for any more when the server ends, or after a second", async () => {
    const ended = recording();
    await warmUp(ended.source, { now: () => 0, isOver: () => ended.asked.length === 3 });
    expect(ended.asked).toHaveLength(3);
    const slow = recording();
    await warmUp(slow.source, { now: () => slow.asked.length * 300, isOver: () => false });
    expect(slow.asked).toHaveLength(4);
  });
});

test("what cannot be answered is said to nobody", async () => {
  const { asked, source } = recording(() => Promise.reject(new Error("the repository is gone")));
  await warmUp(source, { now: () => 0, isOver: () => false });
  expect(asked).toEqual([]);
});
