// `npm start`: installs, builds, and serves the demo tracker after validating and indexing it.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { makeDemo } from "./demo.mjs";
import { build, install, root, run, step } from "./prepare.mjs";

const program = join(root, "bin", "storytree");
const demo = join(root, ".demo");

step("Installing packages", install);
step("Building storytree", build);
step("Making the demo tracker", () => makeDemo(demo));
step("Validating it", () => {
  const { files, diagnostics } = JSON.parse(
    run(process.execPath, [program, "-C", demo, "validate", "--quiet", "--json"]),
  );
  return `${files} files, ${diagnostics.length || "no"} findings`;
});
step("Indexing it", () => run(process.execPath, [program, "-C", demo, "index"]).trim());

const port = process.env.PORT ?? "8080";
const server = spawn(process.execPath, [program, "-C", demo, "serve", "--port", port], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
