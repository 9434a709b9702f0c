// The law of the house: floors, one library one room, and only `cli/` and the library's door talk, exit, or read the clock.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = new URL("../../src/", import.meta.url).pathname;

/** Which floors each floor may import from, itself apart. */
const below: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ["text"],
  tracker: ["model", "text"],
  validate: ["tracker", "model", "text"],
  index: ["tracker", "model", "text"],
  import: ["tracker", "model", "text"],
  sync: ["tracker", "model", "text"],
  report: ["tracker", "model", "text"],
  change: ["validate", "index", "tracker", "model", "text"],
  disclosure: ["validate", "index", "tracker", "model", "text"],
  site: ["change", "report", "validate", "index", "tracker", "model", "text"],
  api: ["change", "report", "validate", "index", "tracker", "model", "text"],
  server: ["api", "site", "disclosure", "change", "report", "validate", "index", "tracker", "model", "text"],
  library: ["change", "validate", "index", "tracker", "model", "text"],
  cli: [
    "server",
    "api",
    "site",
    "disclosure",
    "change",
    "report",
    "validate",
    "index",
    "import",
    "sync",
    "tracker",
    "model",
    "text",
  ],
};

/** The one file or folder that may import a package. */
const rooms: Readonly<Record<string, string>> = {
  yaml: "text/yaml-full.ts",
  ajv: "model/custom-fields.ts",
  "simple-git": "tracker/porcelain.ts",
  "isomorphic-git": "tracker/git/plain/read-object.ts",
  libsql: "index/",
  diff: "text/diff/",
  marked: "site/markdown/",
  "marked-footnote": "site/markdown/",
  "sanitize-html": "site/markdown/",
  htmlparser2: "site/markdown/",
  "highlight.js": "site/markdown/",
  lunr: "site/browser/",
  "@resvg/resvg-wasm": "site/png.ts",
  eta: "site/templates.ts",
  commander: "cli/run.ts",
  express: "server/",
  helmet: "server/security-headers.ts",
  "express-rate-limit": "server/rate.ts",
  pino: "server/request-log.ts",
  "express-session": "server/restricted/",
  "openid-client": "server/restricted/oidc.ts",
};

interface SourceFile {
  readonly path: string;
  readonly floor: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: SourceFile[] = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name).slice(root.length);
    const text = readFileSync(join(root, path), "utf8");
    const generated = path.includes("/generated/");
    const imports = generated
      ? []
      : [...text.matchAll(/(?:^(?:import|export)\b[^"]*?from |\bimport\(|^import )"([^"\s]+)"/gm)].map(
          (match) => match[1] ?? "",
        );
    return { path, floor: path.split("/")[0] ?? "", text, imports };
  });
const own = files.filter((file) => !file.path.includes("/generated/") && file.path.includes("/"));

test("there is a house to judge", () => {
  expect(own.length).toBeGreaterThan(30);
  expect([...new Set(own.map((file) => file.floor))].filter((floor) => !(floor in below))).toEqual([]);
});

describe("floors", () => {
  test.each(own.map((file) => [file.path, file] as const))("%s imports only downwards", (_, file) => {
    const upward = file.imports
      .filter((name) => name.startsWith("."))
      .map((name) => new URL(name, `file:///${file.path}`).pathname.slice(1))
      .filter((target) => {
        const floor = target.split("/")[0] ?? "";
        return floor !== file.floor && !below[file.floor]?.includes(floor);
      });
    expect(upward).toEqual([]);
  });

  test("nothing imports in a circle", () => {
    const graph = new Map(own.map((file) => [file.path, valueImports(file)]));
    expect(circle(graph)).toEqual([]);
  });
});

test("one library, one room", () => {
  const strays = own.flatMap((file) =>
    file.imports
      .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      )
      .filter((name) => !rooms[name] || !file.path.startsWith(rooms[name]))
      .map((name) => `${file.path}: ${name}`),
  );
  expect(strays).toEqual([]);
});

describe("only cli talks, exits, or reads the clock and the environment", () => {
  const outward = [
    [/\bprocess\.(?:stdout|stderr|exit|exitCode|env|argv|cwd|stdin)\b/, "process"],
    [/\bconsole\./, "console"],
    [/\bnew Date\(\s*\)|\bDate\.now\(/, "the clock"],
    [/\bMath\.random\(/, "chance"],
  ] as const;
  // What a program imports has a door of its own, and nothing but a door.
  const doors = (file: SourceFile) => file.floor === "cli" || file.path === "library/surroundings.ts";
  test.each(own.filter((file) => !doors(file)).map((file) => [file.path, file] as const))("%s", (_, file) => {
    const code = file.text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
    expect(outward.filter(([pattern]) => pattern.test(code)).map(([, what]) => what)).toEqual([]);
  });
});

describe("each file", () => {
  test.each(own.map((file) => [file.path, file] as const))("%s says what it is for, in its first line", (_, file) => {
    expect(file.text).toMatch(/^\/\/ \S.{10,}/);
  });

  test("has no drawer for a name", () => {
    const drawers = own.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.|$)|(Manager|Service|Handler|Impl)\b/.test(file.path),
    );
    expect(drawers.map((file) => file.path)).toEqual([]);
  });

  test("is named in kebab-case and exports no default", () => {
    expect(own.filter((file) => !/^[a-z0-9/-]+(\.d)?\.(ts|js)$/.test(file.path)).map((file) => file.path)).toEqual([]);
    expect(own.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

test("the floor plan names every floor", () => {
  const plan = readFileSync(join(root, "README.md"), "utf8");
  expect([...new Set(own.map((file) => file.floor))].filter((floor) => !plan.includes(`\`${floor}/\``))).toEqual([]);
});

describe("the floor plan is true", () => {
  const sections = readFileSync(join(root, "README.md"), "utf8")
    .split(/^## (?=`)/m)
    .slice(1);
  test.each(sections.map((text) => [/^`(.*)\/`/.exec(text)?.[1] ?? "", text]))("%s", (floor, text) => {
    const there = readdirSync(join(root, floor), { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.m?ts$/.test(path),
    );
    // In a room a file is named by itself; what lies elsewhere, by its whole path.
    const named = [...text.matchAll(/`([a-z0-9][\w./-]*\.m?ts)`/g)].map(([, name = ""]) => name);
    const strangers = named.filter(
      (name) =>
        !there.some((path) => path === name || path.endsWith(`/${name}`)) && !own.some(({ path }) => path === name),
    );
    expect(strangers).toEqual([]);
    const unnamed = there.filter((path) => !path.includes("/") && !/^plan-/.test(path) && !named.includes(path));
    expect(unnamed).toEqual([]);
  });
});

function valueImports(file: SourceFile): string[] {
  const withoutTypes = file.text.replace(/import type [\s\S]*?;/g, "");
  return [...withoutTypes.matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)"/gm)].map((match) =>
    new URL(match[1] ?? "", `file:///${file.path}`).pathname.slice(1),
  );
}

function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const found = visit(next, [...trail, path]);
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const found = visit(path, []);
    if (found.length > 0) return found;
  }
  return [];
}
