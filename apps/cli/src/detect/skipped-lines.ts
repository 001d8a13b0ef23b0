/** Keeps what the readers left out: all of it counted, the first lines of each file in full. */
import type { OnSkipped, SkippedLine } from "@undivided/sensing/recording";

export interface SkippedLines {
  readonly add: OnSkipped;
  readonly count: () => number;
  /** True from the first bad line on, where bad lines end the call. */
  readonly isFatal: () => boolean;
  /** One line each, and one for those of a file beyond the first hundred. */
  readonly words: (describe: (skipped: SkippedLine) => string) => readonly string[];
}

/** A file of a million bad lines is named a hundred times, not a million. */
const NAMED_PER_FILE = 100;

export const createSkippedLines = (strict: boolean): SkippedLines => {
  const byFile = new Map<string, { readonly named: SkippedLine[]; count: number }>();
  const count = (): number => [...byFile.values()].reduce((sum, file) => sum + file.count, 0);
  return {
    add(skipped) {
      const file = byFile.get(skipped.file) ?? { named: [], count: 0 };
      byFile.set(skipped.file, file);
      if (file.named.length < (strict ? 1 : NAMED_PER_FILE)) file.named.push(skipped);
      file.count += 1;
    },
    count,
    isFatal: () => strict && byFile.size > 0,
    words: (describe) =>
      [...byFile].flatMap(([name, file]) => {
        const more = file.count - file.named.length;
        return [
          ...file.named.map(describe),
          ...(more > 0 && !strict ? [`${name}: and ${more} more lines left out`] : []),
        ];
      }),
  };
};
