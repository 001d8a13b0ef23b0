/**
 * Writes that are asked for one after the other, while another call is under way, go into one append and thus one fsync; each hears
 * its own result. Nothing is carried out before what was asked for before it.
 */
import type { Result } from "@undivided/domain";
import type { Draft, WriteFault } from "./writing.ts";

/** At most so many in one append: its faults are shared. */
const MAX_TOGETHER = 256;

interface Asked {
  readonly draft: Draft;
  readonly resolve: (result: Result<null, WriteFault>) => void;
  readonly reject: (error: unknown) => void;
}

export type WriteAll = (drafts: readonly Draft[]) => Promise<readonly Result<null, WriteFault>[]>;

export interface WriteQueue {
  readonly write: (draft: Draft) => Promise<Result<null, WriteFault>>;
  /** Something else was asked for: what is written after that may not come before it. */
  readonly closeGroup: () => void;
}

/** `inTurn` carries out one call after the other, and tells who listens before it resolves. */
export const createWriteQueue = (
  inTurn: (run: () => ReturnType<WriteAll>) => ReturnType<WriteAll>,
  writeAll: WriteAll,
): WriteQueue => {
  let group: Asked[] | null = null;

  const carryOut = (some: Asked[]): void => {
    const begin = (): ReturnType<WriteAll> => {
      // Whoever asks from now on comes too late for this one.
      if (group === some) group = null;
      return writeAll(some.map(({ draft }) => draft));
    };
    inTurn(begin).then(
      (results) => {
        for (const [index, { resolve, reject }] of some.entries()) {
          const result = results[index];
          if (result === undefined) reject(new Error("a write without a result"));
          else resolve(result);
        }
      },
      (error: unknown) => {
        for (const { reject } of some) reject(error);
      },
    );
  };
  return {
    write: (draft) =>
      new Promise((resolve, reject) => {
        const one = { draft, resolve, reject };
        const isAlone = draft.type === "delete";
        if (group !== null && !isAlone && group.length < MAX_TOGETHER) {
          group.push(one);
          return;
        }
        const fresh = [one];
        group = isAlone ? null : fresh;
        carryOut(fresh);
      }),
    closeGroup: () => {
      group = null;
    },
  };
};
