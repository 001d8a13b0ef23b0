// The pinned Node: an npm package per platform, so that a machine with an older Node works with no manual step (docs/adr/0001).
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The Node major that runs our TypeScript without a build and brings what we rely on. */
export const nodeMajor = 26;

/** The program to run TypeScript with: this Node when it is new enough, else the installed copy, else `undefined`. */
export function findPinnedNode() {
  if (Number(process.versions.node.split(".")[0]) >= nodeMajor) return process.execPath;
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "win" : process.platform;
  for (const name of [`node-bin-${platform}-${process.arch}`, `node-${platform}-${process.arch}`]) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const node = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
      if (existsSync(node)) return node;
    } catch {
      // Not installed for this platform: try the next name.
    }
  }
  return undefined;
}
