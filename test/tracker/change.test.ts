import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyToWorktree } from "../../src/tracker/change.ts";
import { newFolder } from "../support/folder.ts";

test("all of a change is written, nothing else is touched", async () => {
  const root = newFolder();
  writeFileSync(join(root, "a.md"), "a\n");
  writeFileSync(join(root, "b.md"), "b\n");
  const files = [
    { path: "people/x/new.md", before: null, after: "new\n" },
    { path: "b.md", before: "b\n", after: null },
    { path: "a.md", before: "a\n", after: "A\n" },
    { path: "same.md", before: null, after: null },
  ];
  expect(await applyToWorktree(root, { files, message: "x" })).toEqual(["a.md", "b.md", "people/x/new.md"]);
  expect(readdirSync(root).sort()).toEqual(["a.md", "people"]);
  expect(readFileSync(join(root, "a.md"), "utf8")).toBe("A\n");
});

test("a file that changed meanwhile refuses the whole change", async () => {
  const root = newFolder();
  writeFileSync(join(root, "a.md"), "edited by somebody else\n");
  const files = [
    { path: "0.md", before: null, after: "first\n" },
    { path: "a.md", before: "a\n", after: "A\n" },
  ];
  await expect(applyToWorktree(root, { files, message: "x" })).rejects.toMatchObject({ code: "concurrent-change" });
  expect(readdirSync(root)).toEqual(["a.md"]);
  await expect(
    applyToWorktree(root, { files: [{ path: "a.md", before: null, after: "A\n" }], message: "x" }),
  ).rejects.toMatchObject({ code: "concurrent-change" });
});

test("a change that cannot be written whole is not written at all", async () => {
  const root = newFolder();
  writeFileSync(join(root, "a.md"), "a\n");
  mkdirSync(join(root, "z.md"));
  mkdirSync(join(root, "z.md", "full"));
  const files = [
    { path: "a.md", before: "a\n", after: "A\n" },
    { path: "b.md", before: null, after: "B\n" },
    { path: "z.md", before: null, after: "Z\n" },
  ];
  await expect(applyToWorktree(root, { files, message: "x" })).rejects.toThrow();
  expect(readFileSync(join(root, "a.md"), "utf8")).toBe("a\n");
  expect(readdirSync(root).sort()).toEqual(["a.md", "z.md"]);
});

test("a link does not lead a write out of the tracker", async () => {
  const root = newFolder();
  const outside = newFolder();
  symlinkSync(outside, join(root, "people"));
  await expect(
    applyToWorktree(root, { files: [{ path: "people/x.md", before: null, after: "x" }], message: "x" }),
  ).rejects.toMatchObject({ code: "path-symlink" });
  writeFileSync(join(outside, "target"), "precious");
  symlinkSync(join(outside, "target"), join(root, "a.md"));
  await expect(
    applyToWorktree(root, { files: [{ path: "a.md", before: "precious", after: "x" }], message: "x" }),
  ).rejects.toMatchObject({ code: "path-symlink" });
  expect(readFileSync(join(outside, "target"), "utf8")).toBe("precious");
  expect(existsSync(join(outside, "x.md"))).toBe(false);
});
