/**
 * Two projects: `unit` runs anywhere; `journeys` drives the served app in a real browser. A journey waits for the browser, the relay or
 * a recording more than it works, so two files run at once, each with a browser and a server of its own.
 */
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, "tests/lint/fixture/**", "tests/browser/node_modules/**"];

export default defineConfig({
  test: {
    allowOnly: false,
    // The processes that tests start, hundreds of them, find what the first has compiled, as with the launcher.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL("apps/cli/node_modules/.cache/compiled", import.meta.url)) },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/**/*.test.ts", "apps/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...exclude, "tests/journeys/**"],
          // By itself it leaves one processor free, which is half of a small machine.
          maxWorkers: "100%",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          exclude,
          maxWorkers: 2,
          // A busy machine takes several times as long; what never comes is told by the browser's own half minute.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
