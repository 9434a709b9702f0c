// The tests that take minutes: `npm run test:slow`.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // And those of which CI runs a part: see test/support/thorough.ts.
    include: [
      "test/**/*.slow.test.ts",
      ...[
        "api/fuzz",
        "cli/propose",
        "cli/propose-refused",
        "cli/writing",
        "private/canaries",
        "private/non-interference",
        "server/fast-lane",
        "site/browser",
        "site/build-atomic",
        "site/build-update",
        "site/payloads",
        "validate/change",
      ].map((name) => `test/${name}.test.ts`),
    ],
    env: { STORYTREE_THOROUGH: "1" },
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
