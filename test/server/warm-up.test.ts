// What a server asks itself after its start, of the real pages.

import { beforeAll, describe, expect, test, vi } from "vitest";
import type { AnswerSource } from "../../src/server/answer.ts";
import { requestLog } from "../../src/server/request-log.ts";
import { warmUp } from "../../src/server/warm-up.ts";
import { watchOver } from "../../src/server/watch.ts";
import { answerOf } from "../../src/site/answer.ts";
import type { Site } from "../../src/site/site.ts";
import { newServer } from "../support/clones.ts";
import { siteAt } from "../support/live-site.ts";

let site: Site;
beforeAll(async () => {
  site = await siteAt(newServer());
});

const idle = { now: () => 0, quietFor: () => 1_000, isOver: () => false };

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
    await warmUp(source, idle);
    expect(asked.slice(0, 2)).toEqual(["200 /search.json?q=sort%3Aupdated", "200 /"]);
    expect(asked.filter((line) => /^200 \/stories\/\d+$/.test(line)).length).toBeGreaterThan(5);
    expect(asked.filter((line) => /^200 \/search\?q=%22\w+%22$/.test(line)).length).toBeGreaterThan(20);
    expect(asked.filter((line) => !line.startsWith("200 "))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });
  test("are not asked for while somebody asks, and not at all when that goes on", async () => {
    const { asked, source } = recording();
    let looks = 0;
    const quietFor = () => {
      looks += 1;
      return looks > 10 ? 1_000 : 5;
    };
    await warmUp(source, { ...idle, quietFor, isOver: () => asked.length === 2 });
    expect([asked.length, looks > 10]).toEqual([2, true]);
    vi.useFakeTimers();
    try {
      const busy = recording();
      const done = warmUp(busy.source, { ...idle, quietFor: () => 0 });
      await vi.advanceTimersByTimeAsync(60_000);
      await done;
      expect(busy.asked).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
  test("are not asked for any more when the server ends, or after a second", async () => {
    const ended = recording();
    await warmUp(ended.source, { ...idle, isOver: () => ended.asked.length === 3 });
    expect(ended.asked).toHaveLength(3);
    const slow = recording();
    let clock = 0;
    const now = () => {
      clock += 150;
      return clock;
    };
    await warmUp(slow.source, { ...idle, now });
    expect(slow.asked).toHaveLength(7);
  });
});

test("nobody has asked for as long as nothing was answered, finished before or not", async () => {
  const log = requestLog({ write: () => undefined }, () => 0, true);
  const watch = watchOver(log, { failingSince: () => null, commit: () => null });
  const wait = () => new Promise((resolve) => setTimeout(resolve, 30));
  await wait();
  expect(watch.quietFor()).toBeGreaterThan(20);
  watch.underWay(1);
  await wait();
  expect(watch.quietFor()).toBe(0);
  watch.underWay(-1);
  await wait();
  const before = watch.quietFor();
  watch.ended({ id: "1", method: "GET", url: "/", status: 200, took: 1, bytes: 1, cached: true, aborted: false });
  expect(watch.quietFor()).toBeLessThan(before);
});

test("what cannot be answered is said to nobody", async () => {
  const { asked, source } = recording(() => Promise.reject(new Error("the repository is gone")));
  await warmUp(source, idle);
  expect(asked).toEqual([]);
});
