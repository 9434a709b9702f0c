// The package as a program sees it: packed, installed, type-checked against and run. The program is the example of docs/library.md.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { git, newFolder, newRepository, projectRoot, tinyTracker } from "../support/folder.ts";

const page = readFileSync(join(projectRoot, "docs", "library.md"), "utf8");
const program = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
const printed = /```\n\n```\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

/** A folder in which the package is installed as npm would do it, less the network. */
let folder: string;

beforeAll(() => {
  const made = newFolder();
  for (const name of ["package.json", "README.md", "LICENSE", "bin", "docs", "schema", "templates"])
    cpSync(join(projectRoot, name), join(made, name), { recursive: true });
  execFileSync(process.execPath, [join(projectRoot, "scripts", "build.mjs"), join(made, "dist")], { stdio: "pipe" });
  const said = execFileSync("npm", ["pack", "--silent", "--ignore-scripts"], { cwd: made, encoding: "utf8" });
  folder = newFolder();
  const installed = join(folder, "node_modules", "storytree");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(made, said.trim()), "--strip-components=1", "-C", installed]);
  // What it needs at run time beside itself; everything else is in the bundle.
  symlinkSync(join(projectRoot, "node_modules", "libsql"), join(folder, "node_modules", "libsql"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
}, 300_000);

/** Compiles a program as strictly as there is; what the compiler said, and where it wrote. */
function compile(name: string, text: string, resolution: "NodeNext" | "Bundler" = "NodeNext"): string {
  writeFileSync(join(folder, `${name}.ts`), text);
  const types = join(projectRoot, "node_modules", "@types");
  const options = {
    target: "ES2022",
    module: resolution === "Bundler" ? "ESNext" : resolution,
    moduleResolution: resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    typeRoots: [types],
    types: ["node"],
    rootDir: ".",
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: [`${name}.ts`] }));
  try {
    execFileSync(process.execPath, [join(projectRoot, "node_modules", "typescript", "bin", "tsc"), "-p", folder], {
      cwd: folder,
      encoding: "utf8",
    });
    return "";
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

function tracker(): string {
  const place = newRepository();
  cpSync(tinyTracker, place, { recursive: true });
  git(place, ["add", "--all"]);
  git(place, ["commit", "--quiet", "-m", "Open the tracker"]);
  return place;
}

test("the example of the page compiles, runs, and prints what the page says", () => {
  expect(program).toContain('from "storytree"');
  expect(compile("example", program)).toBe("");
  const out = execFileSync(process.execPath, ["example.js", tracker()], { cwd: folder, encoding: "utf8" });
  expect(out).toBe(printed);
}, 120_000);

test("the types hold: what is not there does not compile, whichever way packages are looked up", () => {
  const wrong = `import { openTracker, type StoryRow } from "storytree";
const tracker = await openTracker(".");
const row: StoryRow | undefined = tracker.stories("x").rows[0];
const name: string = tracker.record("person", "amina")!.data.name;
const kind = tracker.record("persona", "amina");
row!.titel; tracker.story("48213377"); tracker.record("person", "amina")!.data.lanes;
row!.title = name; export { kind };
`;
  for (const resolution of ["NodeNext", "Bundler"] as const) {
    const said = compile("wrong", wrong, resolution);
    expect([...said.matchAll(/^wrong\.ts\((\d+),/gm)].map((match) => match[1])).toEqual(["5", "6", "6", "6", "7"]);
    expect(said).not.toContain("node_modules/storytree");
  }
}, 120_000);

test("the schemas come with it, the bundle's parts do not lie open", () => {
  const source = `console.log(import.meta.resolve("storytree/schema/story.schema.json").endsWith("story.schema.json"));
for (const name of ["storytree/dist/storytree.js", "storytree/src/library/storytree.ts"])
  try { import.meta.resolve(name); } catch (error) { console.log(error.code); }
`;
  writeFileSync(join(folder, "resolve.js"), source);
  const out = execFileSync(process.execPath, ["resolve.js"], { cwd: folder, encoding: "utf8" });
  expect(out).toBe("true\nERR_PACKAGE_PATH_NOT_EXPORTED\nERR_PACKAGE_PATH_NOT_EXPORTED\n");
});
