import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/**/*.slow.test.ts", "node_modules/**"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Two cores, and most tests start processes of their own.
    maxWorkers: 2,
  },
});
