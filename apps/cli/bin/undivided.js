#!/usr/bin/env node
// The launcher: plain JavaScript that any Node from 20 on can run. It runs the TypeScript sources as they are, so that no
// verb needs a build: in this process when this Node can, else in a second one, the pinned Node.
import { spawn } from "node:child_process";
import module from "node:module";
import { fileURLToPath } from "node:url";
import { findPinnedNode, nodeMajor } from "./pinned-node.js";

const main = new URL("../src/main.ts", import.meta.url);
const node = findPinnedNode();

if (node === process.execPath) {
  // What was compiled is kept beside the sources, under the same rights as they: a call starts in half the time. Where nothing can be
  // written there, or it was wiped, they are compiled again.
  module.enableCompileCache({ directory: fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)) });
  await import(main.href);
} else if (node !== undefined) {
  run(node);
} else {
  process.stderr.write(
    `undivided: needs Node ${nodeMajor}, this is ${process.version} and no pinned copy is installed for ` +
      `${process.platform}-${process.arch}: run "npm ci", or install Node ${nodeMajor} from nodejs.org.\n`,
  );
  process.exitCode = 1;
}

/**
 * Runs the verb in the pinned Node and ends as it ended. The child gets a channel that closes when this process dies,
 * however it dies, and then ends too; this process does the same for whoever started it with a channel.
 */
function run(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
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
