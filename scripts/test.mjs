// `npm test`: installs what the tests need (Chromium included, from Debian's packages when missing and when it may) and runs everything.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, install, root, run, step } from "./prepare.mjs";

step("Installing packages", install);
step("Building storytree", build);
step("Looking for Chromium", chromium);
const bin = (name) => join(root, "node_modules", ".bin", name);
step("Linting", () => void run(bin("biome"), ["check", "--error-on-warnings"]));
step("Checking types", () => void run(bin("tsc"), ["-p", "."]));

const tests = spawnSync(bin("vitest"), ["run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(tests.status ?? 1);

function chromium() {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  );
  if (found) return found;
  const may = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!may) return "not found: the tests in a browser are skipped (install Debian's chromium to run them)";
  const apt = (...args) =>
    spawnSync("apt-get", ["-y", "-qq", ...args], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  const status = apt(
    "install",
    "--no-install-recommends",
    "chromium",
    "fonts-dejavu-core",
    "fonts-noto-color-emoji",
  ).status;
  return status === 0 ? "installed" : "could not be installed: the tests in a browser are skipped";
}
