/**
 * `node tests/browser/bring.ts`: makes sure that `findChromium` finds a browser, by bringing one where there is none.
 *
 * First the npm package (70 MB, no rights needed); where that does not start and this is root on a system with apt, Debian's
 * `chromium`. Exit code 1 and one line when nothing helps.
 */
import { spawnSync } from "node:child_process";
import { ensurePackages } from "../../scripts/setup/install.mjs";
import { findChromium, forgetChromium } from "./chromium.ts";

/** What is wrong, for people, or `undefined` when there is a browser. */
const lookAgain = async (): Promise<string | undefined> => {
  forgetChromium();
  return findChromium().then(() => undefined, sayError);
};

const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Each resolves to what went wrong. */
const waysToBring: readonly (() => Promise<string | undefined>)[] = [
  () =>
    ensurePackages(import.meta.dirname, {
      development: false,
      words: "No browser found: installing one for the tests (70 MB) …",
    }).then(() => undefined, sayError),
  async () => {
    if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
    console.log("Still no browser: trying Debian's chromium with apt-get …");
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update"], options);
    const { status } = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
    return status === 0 ? undefined : "apt-get could not install chromium";
  },
];

let missing = await lookAgain();
const tried: string[] = [];
// A browser that was named and does not start is a mistake to mend, not to work around.
for (const bring of process.env["CHROMIUM_PATH"] ? [] : waysToBring) {
  if (missing === undefined) break;
  const failure = await bring();
  if (failure !== undefined) tried.push(failure);
  missing = await lookAgain();
}
if (missing !== undefined) {
  console.error(`npm test: ${[missing, ...tried].join("; ")}`);
  process.exitCode = 1;
}
