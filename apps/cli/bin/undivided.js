#!/usr/bin/env node
// The launcher: plain JavaScript that any Node from 20 on can run. It starts the pinned Node (an npm package, see
// docs/adr/0001) on the TypeScript sources as they are, so that no verb needs a build.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The Node major that runs our TypeScript without a build and brings what we rely on. */
const NODE_MAJOR = 26;
const main = new URL("../src/main.ts", import.meta.url);

const major = Number(process.versions.node.split(".")[0]);
if (major >= NODE_MAJOR) {
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
  const executable = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  for (const name of [
    `node-bin-${process.platform}-${process.arch}`,
    `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
  ]) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const path = fileURLToPath(new URL(executable, `file://${manifest.replaceAll("\\", "/").replace(/^([a-z]:)/i, "/$1")}`));
      if (existsSync(path)) return path;
    } catch {
      // Not installed for this platform: try the next name.
    }
  }
  return undefined;
}

/** Runs the verb in the pinned Node and ends as it ended. The channel lets the child go when this process is killed. */
function run(node) {
  const arguments_ = [fileURLToPath(main), ...process.argv.slice(2)];
  if (typeof process.execve === "function" && process.platform !== "win32") {
    process.execve(node, [node, ...arguments_], process.env);
  }
  const child = spawn(node, arguments_, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`undivided: ${node} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}
