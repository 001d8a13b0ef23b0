/** The steps of `npm test`. */
import { join } from "node:path";
import { findPinnedNode } from "../../apps/cli/bin/pinned-node.js";
import { ensurePackages } from "./install.mjs";
import { root, start, Stop } from "./run.mjs";

export const testAll = async () => {
  await ensurePackages(root, {
    development: true,
    words: "Installing packages (only the first time; usually under two minutes) …",
  });
  const node = findPinnedNode();
  if (node === undefined) {
    throw new Stop(
      `needs Node 26, this is ${process.version}, and npm has no copy of it for ${process.platform}-${process.arch}.`,
    );
  }
  // Without a browser the journeys fail; everything else is still worth knowing.
  const browser = await runToEnd(node, [join(root, "tests/browser/bring.ts")]);
  const verified = await runToEnd(node, [join(root, "scripts/verify.mjs")]);
  process.exitCode ??= browser === 0 && verified === 0 ? 0 : 1;
};

/** Resolves to the exit code; everything is shown as it comes. */
const runToEnd = (node, args) =>
  new Promise((resolve, reject) => {
    const child = start(node, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => {
      // Set by a signal to this process: the next step is not wanted any more.
      if (process.exitCode !== undefined) process.exit();
      resolve(code ?? 1);
    });
  });
