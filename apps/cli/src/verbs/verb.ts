/**
 * What a verb of the command line is, and all that it may touch.
 *
 * A verb lives in one file beside this one and is listed in `../verbs.ts`. It gets its arguments and an `Io`; it neither
 * reads `process` nor ends it, so that a test can run it with its own folder, its own clock and in memory. Results go to
 * standard output as JSON, one value a line (`writeJson`); words and progress go to standard error (`writeLine`).
 */

/** 0 done, 1 it failed, 2 the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** The command line's agreement on exit codes, by name. */
export const exitCodes = { done: 0, failed: 1, wrongCall: 2 } as const;

/** Where text goes. The promise resolves when the reader can take more: await it, and memory stays flat. */
export interface TextSink {
  readonly write: (text: string) => Promise<void>;
}

/** Where results go: text, or the bytes of a file that is not text. */
export interface ResultSink extends TextSink {
  readonly writeBytes: (bytes: Uint8Array) => Promise<void>;
}

/** Where text comes from. Nothing is read before it is asked for. */
export interface TextSource {
  /** The next line without its line break; null when there is no more, and when the verb was asked to end. */
  readonly readLine: () => Promise<string | null>;
  /**
   * One line from the person at the terminal, who does not see it as they type; null where there is no terminal, or where
   * they gave up (Ctrl-C, Ctrl-D).
   */
  readonly readHidden: (prompt: string) => Promise<string | null>;
}

/** The world as a verb sees it. */
export interface Io {
  readonly stdin: TextSource;
  readonly stdout: ResultSink;
  readonly stderr: TextSink;
  /** The caller's folder, absolute: file arguments resolve against it. */
  readonly cwd: string;
  /** True where somebody watches `stderr`: only then is progress worth a line. */
  readonly isWatched?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970, as this machine's clock shows them. */
  readonly now: () => number;
  /** Aborted when the caller wants the verb to end (Ctrl-C, SIGTERM, the terminal gone). A verb then cleans up and returns. */
  readonly signal: AbortSignal;
}

export interface Verb {
  readonly name: string;
  /** Half a sentence for the list of verbs, without a full stop. */
  readonly summary: string;
  /** The whole text of `undivided <verb> --help`, without a newline at its end. */
  readonly usage: string;
  /** Of a verb with several actions: the text for the one that `args` name; null where they name none. */
  readonly usageOf?: (args: readonly string[]) => Promise<string | null>;
  /** `args` is what follows the verb's name. An expected failure is words on `stderr` and an exit code, never a throw. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** Writes one value as one line of JSON, never indented. */
export const writeJson = (sink: TextSink, value: unknown): Promise<void> => sink.write(`${JSON.stringify(value)}\n`);

/** Writes one line of words. */
export const writeLine = (sink: TextSink, text: string): Promise<void> => sink.write(`${text}\n`);
