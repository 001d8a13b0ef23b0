/** An `Io` that keeps in memory what a verb writes, for tests. */
import type { Io, TextSink } from "./verbs/verb.ts";

export interface MemorySink extends TextSink {
  /** All that was written so far. */
  readonly text: () => string;
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
  const complete = Promise.withResolvers<string>();
  return {
    write: async (more) => {
      text += more;
      const end = text.indexOf("\n");
      if (end !== -1) complete.resolve(text.slice(0, end));
    },
    text: () => text,
    firstLine: () => complete.promise,
  };
};

/** `cwd` is the caller's folder. */
export const createMemoryIo = (cwd = "/"): MemoryIo => {
  const stop = new AbortController();
  return {
    stdout: createMemorySink(),
    stderr: createMemorySink(),
    cwd,
    env: {},
    signal: stop.signal,
    stop: () => stop.abort(),
  };
};
