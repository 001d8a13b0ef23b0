/**
 * Where the command line meets the process: streams, signals, exit codes, and the one place that catches a broken invariant.
 *
 * The launcher (`../bin/undivided.js`) starts `main.ts` in the pinned Node, with a channel between the two when it had to
 * start a second process: when the launcher dies, even by SIGKILL, the channel closes and the verb is told to end.
 */
import { readFile } from "node:fs/promises";
import { constants } from "node:os";
import { runCommandLine, type VerbLoaders } from "./command-line.ts";
import { createProcessInput } from "./process-input.ts";
import { exitCodes, type ResultSink } from "./verbs/verb.ts";

/** How long a verb may take to clean up after it was told to end. */
const graceMs = 3000;

const createSink = (stream: NodeJS.WriteStream): ResultSink => {
  // The callback also comes when the write failed, so a reader that is gone never leaves a verb waiting.
  const write = (part: string | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      if (stream.write(part, () => resolve())) resolve();
    });
  return { write, writeBytes: write };
};

const isBrokenPipe = (error: Error): boolean => "code" in error && error.code === "EPIPE";

const reportBrokenInvariant = (error: unknown): void => {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`undivided: this should never happen; please report it with these lines:\n${trace}\n`);
  process.exitCode = exitCodes.failed;
};

const readVersion = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json of the command line has no version");
};

export interface ProcessDeps {
  readonly verbs: VerbLoaders;
  /** Milliseconds since 1970. Passed in, as everything that a verb reads of the world: a test has a wrong clock. */
  readonly now: () => number;
}

/** Runs the verb that the arguments of this process call, and leaves its exit code. Once for each process. */
export const runProcess = async ({ verbs, now }: ProcessDeps): Promise<void> => {
  // `undivided … | head` has read what it wanted: that is no failure.
  process.stdout.on("error", (error) => {
    if (isBrokenPipe(error)) process.exit(exitCodes.done);
    process.stderr.write(`undivided: could not write the result: ${error.message}\n`);
    process.exit(exitCodes.failed);
  });
  process.stderr.on("error", () => {
    // Nobody reads the words; the result may still be wanted.
  });
  process.on("uncaughtException", (error) => {
    reportBrokenInvariant(error);
    process.exit();
  });

  const stop = new AbortController();
  const askToEnd = (exitCode: number): void => {
    // A terminal's Ctrl-C comes twice, once straight and once passed on by the launcher: the second changes nothing.
    if (stop.signal.aborted) return;
    stop.abort();
    setTimeout(() => process.exit(exitCode), graceMs).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => askToEnd(128 + constants.signals[signal]));
  }
  if (process.channel !== undefined) {
    process.on("disconnect", () => askToEnd(exitCodes.failed));
    // Listening for the end of the channel must not itself keep a finished verb alive.
    process.channel?.unref();
  }

  const stdin = createProcessInput({
    stream: () => process.stdin,
    prompt: (text) => void process.stderr.write(text),
    signal: stop.signal,
    interrupt: () => askToEnd(128 + constants.signals.SIGINT),
  });
  try {
    process.exitCode = await runCommandLine(verbs, await readVersion(), process.argv.slice(2), {
      stdin,
      stdout: createSink(process.stdout),
      stderr: createSink(process.stderr),
      cwd: process.cwd(),
      isWatched: process.stderr.isTTY,
      env: process.env,
      now,
      signal: stop.signal,
    });
  } catch (error) {
    reportBrokenInvariant(error);
  } finally {
    stdin.close();
  }
};
