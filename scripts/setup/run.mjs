/** Starting other programs, and ending with one clear line when something expected goes wrong. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An expected failure: its message is all that a person gets to see. */
export class Stop extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs `main` for the npm script `name`; a `Stop` becomes one line and its exit code. */
export const runScript = async (name, main) => {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`${name}: ${error.message}`);
    process.exitCode = error.exitCode;
  }
};

/** Says one line of what is being done. */
export const say = (line) => console.log(line);

const children = new Set();

const endWith = (signal) => {
  process.exitCode = 128 + constants.signals[signal];
  for (const child of children) child.kill(signal);
  if (children.size === 0) process.exit();
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => endWith(signal));

// npm runs a script in a shell, and a SIGTERM to npm ends that shell without a word to the script: left alone, it would
// hold its port for good. A script that npm did not start may outlive its parent (nohup, a service).
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && endWith("SIGTERM"), 100).unref();
}

/** Starts a program that ends with this one: signals are passed on. */
export const start = (program, args, options) => {
  const child = spawn(program, args, { cwd: root, ...options });
  children.add(child);
  const forget = () => children.delete(child);
  child.once("exit", forget).once("error", forget);
  return child;
};

/** Runs a program to its end. `output` is what it wrote, both streams in order; with `stdio: "inherit"` it is empty. */
export const run = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = start(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code, signal) => {
      // Ended from outside: whoever did it wants this process to end too, with the code set by the handler above.
      if (signal !== null && process.exitCode !== undefined) process.exit();
      resolve({ code: code ?? 1, output });
    });
  });
