/** Two projects: `unit` runs anywhere; `journeys` drives the served app in a real browser, one at a time. */
import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, "tests/lint/fixture/**", "tests/browser/node_modules/**"];

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/**/*.test.ts", "apps/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...exclude, "tests/journeys/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          exclude,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
