/** Builds the app when what it is made from has changed since the last build. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureWritable } from "./install.mjs";
import { runNpm } from "./npm.mjs";
import { root, say, Stop } from "./run.mjs";

const built = join(root, "apps/web/dist");
/** Inside the built app, so that it goes when the build goes. */
const stamp = join(built, ".inputs");

/** Builds if needed, and says so with `tell`; a failing build is shown in full. */
export const ensureApp = async (tell = say) => {
  const inputs = hashInputs();
  if (existsSync(join(built, "index.html")) && readStamp() === inputs) return;
  await ensureWritable(join(root, "apps/web"));
  tell("Building the app (about ten seconds) …");
  const { code, output } = await runNpm(["run", "build"], root);
  if (code !== 0) {
    console.error(output.trimEnd());
    throw new Stop("the app could not be built; the lines above say why.");
  }
  writeFileSync(stamp, inputs);
};

const readStamp = () => (existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined);

/** A hash of every file that the build may read; the names count too. */
const hashInputs = () => {
  const hash = createHash("sha256");
  for (const path of ["package-lock.json", "tsconfig.base.json", "packages", "apps/web", "fixtures"]) {
    for (const file of listFiles(path))
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
};

/** Results, tests, and what the message compiler writes beside its settings. */
const notInputs =
  /(^|\/)(node_modules|dist|\.vite|coverage)(\/|$)|\.test\.ts$|^apps\/web\/src\/paraglide$|\/project\.inlang\/(?!settings\.json)/;

const listFiles = (path) => {
  const at = statSync(join(root, path), { throwIfNoEntry: false });
  if (at === undefined || notInputs.test(path)) return [];
  if (!at.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
};
