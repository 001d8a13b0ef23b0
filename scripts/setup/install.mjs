/**
 * Brings the packages that package-lock.json names.
 *
 * Whether they are there is read from npm's own record of what it installed (node_modules/.package-lock.json), so that an
 * `npm ci` done by hand counts, an interrupted one does not, and no stamp of ours can be wrong.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { basename, join } from "node:path";
import { explainNpmFailure, findRegistryFailure, runNpm } from "./npm.mjs";
import { say, Stop } from "./run.mjs";

/** Installs the packages of `folder` if they are not there: all, or without those only development needs. */
export const ensurePackages = async (folder, { development, words }) => {
  if (areInstalled(folder, development)) return;
  await ensureWritable(folder);
  say(words);
  const kinds = development ? ["--include=dev", "--include=optional"] : ["--omit=dev", "--include=optional"];
  const unreachable = await findRegistryFailure(folder);
  // Everything may still be in npm's cache.
  const { code, output } = await runNpm(["ci", ...kinds, ...(unreachable ? ["--offline"] : [])], folder);
  if (code !== 0) throw new Stop(unreachable ?? explainNpmFailure(output));
};

const areInstalled = (folder, development) => {
  const wanted = readLock(join(folder, "package-lock.json"));
  const installed = readLock(join(folder, "node_modules/.package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    if ((entry.dev || entry.devOptional) && !development) return true;
    const copy = installed[path];
    // What is optional may rightly be missing: it is for another platform.
    if (copy === undefined) return entry.optional === true || entry.devOptional === true;
    return copy.version === entry.version && copy.integrity === entry.integrity && existsSync(join(folder, path));
  });
};

const readLock = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
};

/** Asked before npm is, whose words for it are many. */
export const ensureWritable = async (folder) => {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(await mkdtemp(join(folder, ".undivided-")));
  } catch (error) {
    throw new Stop(
      `the folder ${folder} cannot be written to (${error.code}), and packages or the built app have to go there. ` +
        `Use a copy of ${basename(folder)} in a folder of your own.`,
    );
  }
};
