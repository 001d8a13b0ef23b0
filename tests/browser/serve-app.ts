/** The app as a person gets it: the real `undivided serve` in a process of its own, on the built app. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface ServedApp {
  /** Without a slash at its end. */
  readonly url: string;
  /** Resolves when the process has ended. */
  readonly stop: () => Promise<void>;
}

const launcher = fileURLToPath(new URL("../../apps/cli/bin/undivided.js", import.meta.url));

/** Serves apps/web/dist on a free port. Rejects when it is not built or the server ends before it serves. */
export const serveApp = async (): Promise<ServedApp> => {
  // The channel makes the server end with this process, also when a test run is killed.
  const folder = mkdtempSync(join(tmpdir(), "undivided-served-"));
  const child = spawn(process.execPath, [launcher, "serve", "--port", "0", "--data", folder], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.channel?.unref();
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (words += text));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const firstLine = new Promise<string>((resolve, reject) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", resolve);
    void ended.then(() => reject(new Error(`undivided serve ended: ${words}`)));
  });
  const url = readAddress(await firstLine);
  if (words.includes("app not built")) {
    await stop();
    throw new Error(words.trim());
  }
  return { url, stop };
};

const readAddress = (line: string): string => {
  const value: unknown = JSON.parse(line);
  if (typeof value === "object" && value !== null && "listening" in value && typeof value.listening === "string") {
    return value.listening;
  }
  throw new Error(`undivided serve wrote no address: ${line}`);
};
