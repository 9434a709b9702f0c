// Every guard broken on purpose, in a copy of the source: the test that is to catch it fails.

import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, projectRoot } from "../support/folder.ts";
import { guards } from "./guards.ts";

const only = process.env.GUARD;
const chosen = guards.filter(({ what }) => only === undefined || what.includes(only));

test.each(chosen.map((each) => [each.what, each] as const))(
  "%s",
  (_, { file, guard, broken, test: name, named }) => {
    const copy = join(newFolder(), "copy");
    for (const part of [
      "src",
      "test",
      "templates",
      "schema",
      "bin",
      "docs",
      "package.json",
      "tsconfig.json",
      "vitest.config.ts",
    ])
      cpSync(join(projectRoot, part), join(copy, part), { recursive: true });
    for (const part of ["node_modules", "dist"]) symlinkSync(join(projectRoot, part), join(copy, part));
    const run = () =>
      spawnSync("npx", ["vitest", "run", join("test", "private", name), "-t", named, "--maxWorkers=1"], {
        cwd: copy,
        encoding: "utf8",
        timeout: 600_000,
      });
    const place = join(copy, "src", file);
    writeFileSync(
      place,
      readFileSync(place, "utf8").replace(guard, () => broken),
    );
    const { status, stdout } = run();
    expect([status, /\d+ failed/.test(stdout)], stdout.slice(-2_000)).toEqual([1, true]);
  },
  900_000,
);
