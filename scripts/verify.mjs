/**
 * `npm run verify`: every check of the project, one line each; what fails is shown in full, and the next check still runs.
 *
 * The last line is `N passed, N failed`: every test counts as one, and so does every check that is not a test. A check that
 * breaks down counts as failed. Exit code 1 if any failed. A file of journeys that failed gets a second run, and the output says so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findPinnedNode } from "../apps/cli/bin/pinned-node.js";
import { ensureApp } from "./setup/build.mjs";
import { root, run, say, Stop } from "./setup/run.mjs";

const node = findPinnedNode() ?? process.execPath;
const binary = (path) => join(root, "node_modules", path);
const reports = mkdtempSync(join(tmpdir(), "undivided-verify-"));
const total = { passed: 0, failed: 0 };
/** Files. More than these are no accident. */
const MOST_RUN_AGAIN = 4;

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

/** One run of a Vitest project, or of some of its files; null if it broke down before it had anything to report. */
const runTests = async (project, files = []) => {
  const file = join(reports, `${project}-${files.length}.json`);
  const { code, output } = await run(node, [
    binary("vitest/vitest.mjs"),
    "run",
    ...files,
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).testResults : [];
  return { code, output, results };
};

const isFailed = ({ status }) => status === "failed";
const count = (results, status) =>
  results.reduce(
    (sum, { assertionResults }) => sum + assertionResults.filter((one) => one.status === status).length,
    0,
  );

/** An exit code that the counts do not explain is one more failure. */
const countTests = ({ code, output, results }) => {
  const passed = count(results, "passed");
  // A file that does not even load has no failed test to count.
  const brokenFiles = results.filter((result) => isFailed(result) && !result.assertionResults.some(isFailed)).length;
  const failed = count(results, "failed") + brokenFiles;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, output };
};

/** A Vitest project. Its own report is counted. */
const tests = (project) => async () => countTests(await runTests(project));

/**
 * The journeys play sensors and sound in real time, which a machine that is short of processors may do too roughly. So a file that
 * failed is run once more, alone, and its second run counts; that it needed one is shown, with what went wrong at first.
 */
const steadyTests = (project) => async () => {
  const first = await runTests(project);
  const failed = first.results.filter(isFailed).map(({ name }) => relative(root, name));
  if (failed.length === 0 || failed.length > MOST_RUN_AGAIN) return countTests(first);
  say(`\n${first.output.trimEnd()}\n`);
  for (const name of failed) say(`UNSTEADY  ${name} failed, and is run once more`);
  const second = await runTests(project, failed);
  const steady = first.results.filter((result) => !isFailed(result));
  return countTests({ code: second.code, output: second.output, results: [...steady, ...second.results] });
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
await step("journeys in a real browser", steadyTests("journeys"));

rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed === 0 ? 0 : 1;
say(`${total.passed} passed, ${total.failed} failed`);
