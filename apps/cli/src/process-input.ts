/**
 * Standard input as a verb wants it: line by line when asked, and without echo for a secret.
 *
 * Nothing touches the stream before the first question, so that a verb that asks nothing neither waits for input nor keeps
 * the process alive for it. Limits: hidden typing needs a terminal that knows raw mode; a pipe has no echo to hide. A line
 * beyond a million letters is cut off there, so that memory stays flat whatever comes.
 */
import type { TextSource } from "./verbs/verb.ts";

export interface ProcessInput extends TextSource {
  /** Lets go of the stream: a line that nobody waits for any more must not keep the process alive. */
  readonly close: () => void;
}

/** What of `process.stdin` is used. */
export interface InputStream {
  readonly isTTY?: boolean;
  readonly setRawMode?: (mode: boolean) => unknown;
  readonly setEncoding: (encoding: "utf8") => unknown;
  readonly on: (event: "data" | "end" | "error", listener: (more?: unknown) => void) => unknown;
  readonly pause: () => unknown;
  readonly resume: () => unknown;
  readonly destroy: () => unknown;
}

export interface InputDeps {
  /** Asked for at the first question only. */
  readonly stream: () => InputStream;
  /** Where a prompt goes. */
  readonly prompt: (text: string) => void;
  readonly signal: AbortSignal;
  /** The person typed Ctrl-C where the terminal does not turn it into a signal. */
  readonly interrupt: () => void;
}

const MAX_LINE_LETTERS = 1_000_000;
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const CTRL_U = "\u0015";
const BACKSPACES = ["\u007f", "\b"];

export const createProcessInput = ({ stream, prompt, signal, interrupt }: InputDeps): ProcessInput => {
  let opened: InputStream | undefined;
  let text = "";
  /** The line was cut off: what is left of it is thrown away. */
  let isSkipping = false;
  let isOver = false;
  let wake: (() => void) | undefined;

  const end = (): void => {
    isOver = true;
    wake?.();
  };
  const keep = (more: string): void => {
    const kept = isSkipping ? more.slice(indexOrEnd(more, "\n")) : more;
    isSkipping &&= kept === "";
    text += kept;
    if (text.length <= MAX_LINE_LETTERS || text.slice(0, MAX_LINE_LETTERS + 1).includes("\n")) return;
    const rest = text.slice(indexOrEnd(text, "\n"));
    isSkipping = rest === "";
    text = text.slice(0, MAX_LINE_LETTERS) + rest;
  };
  const open = (): InputStream => {
    if (opened !== undefined) return opened;
    opened = stream();
    opened.setEncoding("utf8");
    opened.on("data", (more) => {
      keep(String(more));
      // Nobody asks for more than a line: the rest stays where it is until somebody does.
      opened?.pause();
      wake?.();
    });
    opened.on("end", end);
    opened.on("error", end);
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    return opened;
  };
  /** Waits until `take` finds what it looks for in the text so far, or there is no more. */
  const waitFor = async <T>(take: () => T | null): Promise<T | null> => {
    const from = open();
    for (;;) {
      const found = take();
      if (found !== null || isOver) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
        from.resume();
      });
      wake = undefined;
    }
  };
  const takeLine = (): string | null => {
    const at = text.indexOf("\n");
    if (at === -1) return null;
    const line = text.slice(0, at).replace(/\r$/, "");
    text = text.slice(at + 1);
    return line;
  };
  const takeRest = (): string | null => {
    const rest = text === "" || signal.aborted ? null : text;
    text = "";
    return rest;
  };

  return {
    readLine: async () => (await waitFor(takeLine)) ?? takeRest(),
    readHidden: async (question) => {
      const from = open();
      if (from.isTTY !== true) return null;
      // First, so that nothing shows of what is typed as soon as the question is there.
      from.setRawMode?.(true);
      prompt(question);
      try {
        let typed = "";
        for (;;) {
          const letter = await waitFor(() => {
            const [first] = text;
            if (first === undefined) return null;
            text = text.slice(first.length);
            return first;
          });
          if (letter === CTRL_C) interrupt();
          if (letter === null || letter === CTRL_C || letter === CTRL_D) return null;
          if (letter === "\r" || letter === "\n") return typed;
          if (letter === CTRL_U) typed = "";
          else if (BACKSPACES.includes(letter)) typed = typed.replace(/.$/su, "");
          else typed += letter;
        }
      } finally {
        from.setRawMode?.(false);
        prompt("\n");
      }
    },
    close: () => {
      opened?.destroy();
    },
  };
};

const indexOrEnd = (text: string, part: string): number => {
  const at = text.indexOf(part);
  return at === -1 ? text.length : at;
};
