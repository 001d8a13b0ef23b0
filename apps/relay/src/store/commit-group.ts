/** Group commit: writes that come together share one transaction and one fsync; each is told after it. */
import type { DatabaseSync } from "node:sqlite";
import type { Result } from "@undivided/domain";
import type { StoreFault } from "@undivided/vault/relay";

/** A write throws this to undo itself alone, not the others of its group. */
export class Refused extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault) {
    super(fault.type);
    this.fault = fault;
  }
}

/** SQLite's primary result codes: 8 SQLITE_READONLY, 10 SQLITE_IOERR, 11 SQLITE_CORRUPT, 13 SQLITE_FULL, 26 SQLITE_NOTADB. */
export const codeOf = (error: unknown): number =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : 0;

export const isCorrupt = (error: unknown): boolean => codeOf(error) === 11 || codeOf(error) === 26;

export const faultOf = (error: unknown): StoreFault => {
  switch (codeOf(error)) {
    case 13:
      return { type: "storage-full" };
    case 8:
      return { type: "read-only" };
    default:
      return { type: "storage-failed" };
  }
};

interface Write {
  readonly run: () => unknown;
  readonly settle: (outcome: Result<unknown, StoreFault>) => void;
}

export interface CommitGroup {
  readonly write: <T>(run: () => T) => Promise<Result<T, StoreFault>>;
}

/** `onError` sees every error of SQLite, for what a fault's name does not say. */
export const createCommitGroup = (database: () => DatabaseSync, onError: (error: unknown) => void): CommitGroup => {
  let waiting: Write[] = [];

  const runOne = ({ run }: Write): Result<unknown, StoreFault> => {
    database().exec("SAVEPOINT one");
    try {
      const value = run();
      database().exec("RELEASE one");
      return { type: "ok", value };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      database().exec("ROLLBACK TO one; RELEASE one");
      return { type: "error", error: error.fault };
    }
  };
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    let outcomes: readonly Result<unknown, StoreFault>[];
    try {
      database().exec("BEGIN IMMEDIATE");
      outcomes = group.map(runOne);
      database().exec("COMMIT");
    } catch (error) {
      try {
        database().exec("ROLLBACK");
      } catch {
        // SQLite has rolled back already, or never began.
      }
      onError(error);
      const fault = faultOf(error);
      outcomes = group.map(() => ({ type: "error", error: fault }));
    }
    for (const [index, { settle }] of group.entries()) {
      settle(outcomes[index] ?? { type: "error", error: { type: "storage-failed" } });
    }
  };

  return {
    write: <T>(run: () => T) =>
      new Promise<Result<T, StoreFault>>((resolve) => {
        let made: { readonly value: T } | undefined;
        // After what has already come from the sockets: who arrives together is committed together.
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({
          run: () => (made = { value: run() }),
          settle: (outcome) => {
            if (outcome.type === "error") resolve(outcome);
            else if (made !== undefined) resolve({ type: "ok", value: made.value });
          },
        });
      }),
  };
};
