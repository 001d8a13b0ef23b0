/**
 * `npm run verify`: every check of the project, one line each; what fails is shown in full, and the next check still runs.
 *
 * The last line is `N passed, N failed`: every test counts as one, and so does every check that is not a test. A check that
 * breaks down counts as failed. Exit code 1 if any failed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPinnedNode } from "../apps/cli/bin/pinned-node.js";
import { ensureApp } from "./setup/build.mjs";
import { root, run, say, Stop } from "./setup/run.mjs";

const node = findPinnedNode() ?? process.execPath;
const binary = (path) => join(root, "node_modules", path);
const reports = mkdtempSync(join(tmpdir(), "undivided-verify-"));
const total = { passed: 0, failed: 0 };

// What is kept in a log should be readable there.
if (!process.stdout.isTTY && process.env.FORCE_COLOR === undefined) process.env.NO_COLOR = "1";

const report = (title, startedAt, { passed, failed, output = "" }) => {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : "";
  if (failed > 0) say(`\n${output.trimEnd()}\n`);
  say(`${failed === 0 ? "ok    " : "FAILED"}  ${title}${counts}, ${seconds} s`);
};

const step = async (title, check) => {
  const startedAt = Date.now();
  try {
    report(title, startedAt, await check());
  } catch (error) {
    report(title, startedAt, { passed: 0, failed: 1, output: error instanceof Stop ? error.message : error.stack });
  }
};

/** A program whose exit code is the whole answer. */
const program = (args) => async () => {
  const { code, output } = await run(node, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
};

/** A Vitest project. Its own report is counted; an exit code that the counts do not explain is one more failure. */
const tests = (project) => async () => {
  const file = join(reports, `${project}.json`);
  const { code, output } = await run(node, [
    binary("vitest/vitest.mjs"),
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  // A file that does not even load has no failed test to count.
  const brokenFiles = testResults.filter(
    (result) => result.status === "failed" && !result.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  return { passed: numPassedTests, failed: failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : failed, output };
};

// First, because types and lint read the messages that the build compiles.
await step("app builds", async () => {
  await ensureApp();
  return { passed: 1, failed: 0 };
});
await step("format", program([binary("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]));
// Each of the two works on one processor.
await Promise.all([
  step("lint", program([binary("eslint/bin/eslint.js"), ".", "--max-warnings=0"])),
  step("types", program([join(root, "scripts/types.mjs")])),
]);
await step("unit tests", tests("unit"));
await step("journeys in a real browser", tests("journeys"));

rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed === 0 ? 0 : 1;
say(`${total.passed} passed, ${total.failed} failed`);
