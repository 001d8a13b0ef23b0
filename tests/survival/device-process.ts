/** Devices as people run them on the command line: `undivided device …`, a process for each call. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly Record<string, unknown>[];
  readonly stderr: string;
}

export interface CallOptions {
  readonly input?: string;
  /** For a call that is answered while it runs, through `child.stdin`; without it, input ends where `input` does. */
  readonly stdin?: "open";
  readonly env?: NodeJS.ProcessEnv;
  /** Another composition of the command line than `main.ts`: with another clock. */
  readonly program?: string;
  /** Before the program: a shell that limits something, for instance. */
  readonly wrap?: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  /** User and group to run as. */
  readonly uid?: number;
}

export interface Call {
  readonly child: ChildProcess;
  /** The next line of standard output. */
  readonly line: () => Promise<Record<string, unknown>>;
  readonly ended: Promise<Ended>;
}

/** What a test's own environment says about secrets is none of a device's business. */
const quietEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("UNDIVIDED_")));

export const startCall = (args: readonly string[], options: CallOptions = {}): Call => {
  const plain = [process.execPath, [options.program ?? main, ...args]] as const;
  const [program, programArgs] = options.wrap?.(...plain) ?? plain;
  const child = spawn(program, [...programArgs], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...quietEnvironment(), ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const lines: Record<string, unknown>[] = [];
  const waiting: ((line: Record<string, unknown>) => void)[] = [];
  let given = 0;
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  // A process that was killed does not read any more.
  child.stdin.on("error", () => undefined);
  if (options.stdin === "open") child.stdin.write(options.input ?? "");
  else child.stdin.end(options.input ?? "");
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line: Record<string, unknown> = JSON.parse(text);
    lines.push(line);
    const next = waiting.shift();
    if (next !== undefined) {
      given += 1;
      next(line);
    }
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, lines, stderr }));
  });
  return {
    child,
    ended,
    line: () =>
      new Promise((resolve, reject) => {
        const next = lines[given];
        if (next !== undefined) {
          given += 1;
          return resolve(next);
        }
        waiting.push(resolve);
        void ended.then(() => reject(new Error(`ended without another line: ${stderr}`)));
      }),
  };
};

export const runCall = (args: string | readonly string[], options: CallOptions = {}): Promise<Ended> =>
  startCall(typeof args === "string" ? args.split(" ") : args, options).ended;

/** The lines of a call that must succeed. */
export const linesOf = async (args: string | readonly string[], options: CallOptions = {}) => {
  const ended = await runCall(args, options);
  if (ended.code !== 0) throw new Error(`undivided ${String(args)} ended with ${ended.code}: ${ended.stderr}`);
  return ended.lines;
};

/** Pairs the device in `host` with the one in `guest`, or makes a second own device there; gives the words of both sides. */
export const pairFolders = async (
  host: string,
  guest: string,
  how: { readonly own?: boolean; readonly host?: CallOptions; readonly guest?: CallOptions } = {},
): Promise<{ readonly words: readonly [unknown, unknown] }> => {
  const own = how.own === true ? ["--own"] : [];
  const hosted = startCall(["device", "pair", "--confirm", ...own, "--dir", host], how.host);
  const { link } = await hosted.line();
  const answered = await runCall(["device", "accept", String(link), "--confirm", "--dir", guest], how.guest);
  const hostEnded = await hosted.ended;
  for (const ended of [answered, hostEnded]) if (ended.code !== 0) throw new Error(`not paired: ${ended.stderr}`);
  return { words: [hostEnded.lines[1]?.["words"], answered.lines[0]?.["words"]] };
};
