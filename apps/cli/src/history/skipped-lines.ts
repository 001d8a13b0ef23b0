/** Keeps what the readers left out: all of it counted, the first lines in full. */
import type { OnSkipped, SkippedLine } from "@undivided/history";

export interface SkippedLines {
  readonly add: OnSkipped;
  readonly count: () => number;
  /** The first `limit` of all files. */
  readonly first: (limit: number) => readonly SkippedLine[];
}

/** A file of a million bad lines is named a hundred times, not a million. */
export const NAMED_LINES = 100;

export const createSkippedLines = (): SkippedLines => {
  const named: SkippedLine[] = [];
  let count = 0;
  return {
    add(line) {
      count++;
      if (named.length < NAMED_LINES) named.push(line);
    },
    count: () => count,
    first: (limit) => named.slice(0, limit),
  };
};
