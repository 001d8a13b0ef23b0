#!/usr/bin/env node
// The launcher: plain JavaScript that any Node from 20 on can run. It starts the pinned Node (an npm package, see
// docs/adr/0001) on the TypeScript sources as they are, so that no verb needs a build.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Node major that runs our TypeScript without a build and brings what we rely on. */
const NODE_MAJOR = 26;
const main = new URL("../src/main.ts", import.meta.url);

if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) {
  await import(main.href);
} else {
  const node = findPinnedNode();
  if (node === undefined) {
    process.stderr.write(
      `undivided: needs Node ${NODE_MAJOR}, this is ${process.version} and no pinned copy is installed for ` +
        `${process.platform}-${process.arch}: run "npm ci", or install Node ${NODE_MAJOR} from nodejs.org.\n`,
    );
    process.exitCode = 1;
  } else {
    run(node);
  }
}

function findPinnedNode() {
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

/**
 * Runs the verb in the pinned Node and ends as it ended. The child gets a channel that closes when this process dies,
 * however it dies, and then ends too; this process does the same for whoever started it with a channel.
 */
function run(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.on("disconnect", () => child.kill("SIGTERM"));
  process.channel?.unref();
  child.on("error", (error) => {
    process.stderr.write(`undivided: the pinned Node could not be started (${node}): ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
