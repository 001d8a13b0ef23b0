/** The relay as people run it: `undivided serve` in a process of its own, which can be stopped, or killed. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface RelayProcess {
  /** Without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly kill: () => Promise<void>;
  /** Resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Everything that it has written, both streams. */
  readonly words: () => string;
  readonly pid: number;
}

const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
const skewedMain = fileURLToPath(new URL("../survival/skewed-main.ts", import.meta.url));

/** `skewMs`: how far its clock is from this machine's. */
export const startRelay = async (
  folder: string,
  port = 0,
  more: readonly string[] = [],
  skewMs = 0,
): Promise<RelayProcess> => {
  const program = skewMs === 0 ? main : skewedMain;
  const args = [program, "serve", "--port", String(port), "--host", "127.0.0.1", "--data", folder, ...more];
  const env = { ...process.env, SKEW_MS: String(skewMs) };
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (words += text));
  child.stdout.on("data", (bytes: Buffer) => (words += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    void ended.then((code) => reject(new Error(`the relay ended with ${code}: ${words}`)));
  });
  const value: unknown = JSON.parse(line);
  const isListening = typeof value === "object" && value !== null && "listening" in value;
  const url = isListening ? String(value.listening) : "";
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    port: Number(new URL(url).port),
    kill: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    words: () => words,
    pid: child.pid ?? 0,
  };
};
