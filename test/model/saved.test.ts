// Lists, boards and watches in queries: what they stand for, and that there is an end to it.

import { expect, test } from "vitest";
import { parseQuery } from "../../src/model/query/parse.ts";
import type { Expression } from "../../src/model/query/query.ts";
import { type Saved, withSaved } from "../../src/model/query/saved.ts";

type Held = Readonly<Record<string, Partial<Saved>>>;

function read(text: string, held: Held) {
  const saved = {
    find: (field: string, name: string): Saved | undefined =>
      held[`${field}:${name}`] && { queries: [], items: [], ...held[`${field}:${name}`] },
    names: (field: string) =>
      Object.keys(held).flatMap((key) => (key.startsWith(field) ? key.split(":")[1] : []) ?? []),
  };
  return parseQuery(text, withSaved({ now: 0 }, saved));
}
const where = (text: string, held: Held): Expression | string => {
  const parsed = read(text, held);
  return parsed.ok ? parsed.query.where : parsed.problem.message;
};
const tag = (value: string): Expression => ({ kind: "equals", field: "tag", value, prefix: false });
const nothing: Expression = { kind: "not", part: { kind: "all" } };

test("a list is its query and its items, a watcher what is watched and not muted", () => {
  const held = {
    "list:next": { queries: ["tag:a"], items: [7, 8] },
    "board:all": { queries: ["list:next", "tag:b"] },
    "watcher:amy": { queries: ["tag:a", "tag:b"], except: ["tag:c"] },
    "list:empty": {},
  };
  const next: Expression = { kind: "or", parts: [tag("a"), { kind: "among", ids: [7, 8] }] };
  expect(where("list:next", held)).toEqual(next);
  expect(where("board:all", held)).toEqual({ kind: "or", parts: [next, tag("b")] });
  expect(where("watcher:amy", held)).toEqual({
    kind: "and",
    parts: [
      { kind: "or", parts: [tag("a"), tag("b")] },
      { kind: "not", part: tag("c") },
    ],
  });
  expect(where("list:empty", held)).toEqual(nothing);
  expect(where("list:gone", held)).toBe('there is no list "gone"');
});

test("none is what is on none of them", () => {
  const held = { "list:one": { queries: ["tag:a"] }, "list:two": { queries: ["tag:b"] } };
  expect(where("list:none", held)).toEqual({ kind: "not", part: { kind: "or", parts: [tag("a"), tag("b")] } });
  expect(where("board:none", held)).toEqual({ kind: "not", part: nothing });
});

test("circles end", () => {
  const held = { "list:one": { queries: ["list:two OR tag:a"] }, "list:two": { queries: ["list:one OR tag:b"] } };
  expect(where("list:one", held)).toEqual({
    kind: "or",
    parts: [{ kind: "or", parts: [nothing, tag("b")] }, tag("a")],
  });
});

test("what never ends is refused, in one sentence and at once", () => {
  const levels = Array.from({ length: 8 }, (_, level) => [
    `list:x${level}`,
    { queries: [Array.from({ length: 40 }, () => (level === 7 ? "tag:a" : `list:x${level + 1}`)).join(" OR ")] },
  ]);
  const chain = Array.from({ length: 3_000 }, (_, at) => [`list:c${at}`, { queries: [`list:c${at + 1}`] }]);
  const many = [["watcher:mal", { queries: Array.from({ length: 31 }, () => "tag:a ".repeat(160)) }]];
  const held = Object.fromEntries([...levels, ...chain, ...many]);
  for (const [text, at] of [
    ["tag:b list:x0", 11],
    ["list:c0", 5],
    ["list:none", 5],
    ["watcher:mal", 8],
  ] as const) {
    const parsed = read(text, held);
    expect(parsed).toMatchObject({
      ok: false,
      problem: { message: `"${text.split(" ").at(-1)}" stands for too much`, span: { start: at } },
    });
  }
  const plain = Array.from({ length: 490 }, () => "b").join();
  expect(read(`list:${plain}`, { "list:b": { items: Array.from({ length: 1_000 }, (_, id) => id + 1) } }).ok).toBe(
    true,
  );
});
