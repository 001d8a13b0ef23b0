/** An `Io` that keeps in memory what a verb writes, for tests. */
import type { Io, ResultSink, TextSource } from "./verbs/verb.ts";

export interface MemorySink extends ResultSink {
  /** All text that was written so far. */
  readonly text: () => string;
  /** All bytes that were written as such. */
  readonly bytes: () => Uint8Array;
  /** Resolves with the first line once it is complete. */
  readonly firstLine: () => Promise<string>;
}

export interface MemoryIo extends Io {
  readonly stdout: MemorySink;
  readonly stderr: MemorySink;
  /** Asks the verb to end, as Ctrl-C does. */
  readonly stop: () => void;
}

const createMemorySink = (): MemorySink => {
  let text = "";
  const parts: Uint8Array[] = [];
  const complete = Promise.withResolvers<string>();
  return {
    write: async (more) => {
      text += more;
      const end = text.indexOf("\n");
      if (end !== -1) complete.resolve(text.slice(0, end));
    },
    writeBytes: async (bytes) => void parts.push(bytes),
    text: () => text,
    bytes: () => Buffer.concat(parts),
    firstLine: () => complete.promise,
  };
};

export interface MemoryWorld {
  /** What is on standard input. */
  readonly input?: string;
  /** What a person types unseen when asked for a secret, in order; without it there is no terminal. */
  readonly typed?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => number;
}

const createMemorySource = (input: string, typed: readonly string[]): TextSource => {
  const lines = input === "" ? [] : input.replace(/\n$/, "").split("\n");
  const secrets = [...typed];
  return { readLine: async () => lines.shift() ?? null, readHidden: async () => secrets.shift() ?? null };
};

/** 20 November 2026, in the evening. */
const SOME_EVENING = 1_795_198_000_000;

/** `cwd` is the caller's folder. */
export const createMemoryIo = (cwd = "/", world: MemoryWorld = {}): MemoryIo => {
  const stop = new AbortController();
  return {
    stdin: createMemorySource(world.input ?? "", world.typed ?? []),
    stdout: createMemorySink(),
    stderr: createMemorySink(),
    cwd,
    env: world.env ?? {},
    now: world.now ?? (() => SOME_EVENING),
    signal: stop.signal,
    stop: () => stop.abort(),
  };
};
