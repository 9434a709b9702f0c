// `npm test`: installs what the tests need (from Debian's packages too, where it may) and runs everything.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, install, root, run, step } from "./prepare.mjs";

step("Installing packages", install);
step("Building storytree", build);
step("Looking for Chromium, OpenSSH, gitolite, shells and Python's requests", debianPackages);
const bin = (name) => join(root, "node_modules", ".bin", name);
step("Linting", () => void run(bin("biome"), ["check", "--error-on-warnings"]));
step("Checking types", () => void run(bin("tsc"), ["-p", "."]));

const tests = spawnSync(bin("vitest"), ["run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(tests.status ?? 1);

/** What the tests use beside Node and git; a test whose program is missing is skipped and says so. */
function debianPackages() {
  const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const wanted = [
    { anyOf: chromium, packages: ["chromium", "fonts-dejavu-core", "fonts-noto-color-emoji"] },
    { anyOf: ["/usr/sbin/sshd"], packages: ["openssh-server"] },
    { anyOf: ["/usr/bin/gitolite"], packages: ["gitolite3"] },
    { anyOf: ["/usr/bin/zsh", "/bin/zsh"], packages: ["zsh"] },
    { anyOf: ["/usr/bin/fish"], packages: ["fish"] },
    { anyOf: ["/usr/lib/python3/dist-packages/requests/__init__.py"], packages: ["python3-requests"] },
  ].filter(({ anyOf }) => !anyOf.some((path) => existsSync(path)));
  if (wanted.length === 0) return "found";
  const packages = wanted.flatMap((each) => each.packages);
  const may = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!may) return `tests are skipped that need ${packages.join(", ")} (install these packages of Debian to run them)`;
  // Runlevel 1: an installed server is not started, the tests start their own on loopback.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...args) => spawnSync("apt-get", ["-y", "-qq", ...args], { stdio: "ignore", env });
  apt("update");
  const { status } = apt("install", "--no-install-recommends", ...packages);
  if (status === 0) return "installed";
  return `tests are skipped that need ${packages.join(", ")}: they could not be installed`;
}
