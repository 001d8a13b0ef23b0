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

type Outcome = Result<unknown, StoreFault>;

interface Write {
  /** May be called again after its effects were rolled back. */
  readonly run: () => unknown;
  readonly settle: (outcome: Outcome) => void;
}

export interface CommitGroup {
  readonly write: <T>(run: () => T) => Promise<Result<T, StoreFault>>;
}

export interface CommitGroupOptions {
  /** Sees every error of SQLite, for what a fault's name does not say. */
  readonly onError: (error: unknown) => void;
  readonly onCommitted?: () => void;
}

export const createCommitGroup = (
  database: DatabaseSync,
  { onError, onCommitted }: CommitGroupOptions,
): CommitGroup => {
  const sql = {
    begin: database.prepare("BEGIN IMMEDIATE"),
    commit: database.prepare("COMMIT"),
    rollback: database.prepare("ROLLBACK"),
    mark: database.prepare("SAVEPOINT one"),
    release: database.prepare("RELEASE one"),
    undo: database.prepare("ROLLBACK TO one"),
  };
  let waiting: Write[] = [];

  const runMarked = ({ run }: Write): Outcome => {
    sql.mark.run();
    try {
      const value = run();
      sql.release.run();
      return { type: "ok", value };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      sql.undo.run();
      sql.release.run();
      return { type: "error", error: error.fault };
    }
  };
  const inTransaction = (group: readonly Write[], runOne: (write: Write) => Outcome): readonly Outcome[] => {
    sql.begin.run();
    const outcomes = group.map(runOne);
    sql.commit.run();
    return outcomes;
  };
  const rollBack = (): void => {
    try {
      sql.rollback.run();
    } catch {
      // SQLite has rolled back already, or never began.
    }
  };
  const runAll = (group: readonly Write[]): readonly Outcome[] => {
    try {
      return inTransaction(group, ({ run }) => ({ type: "ok", value: run() }));
    } catch (error) {
      rollBack();
      if (!(error instanceof Refused)) throw error;
      // Rare, so that the others need no savepoint each: all are done again, and what is refused undoes itself alone.
      return inTransaction(group, runMarked);
    }
  };
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    let outcomes: readonly Outcome[];
    try {
      outcomes = runAll(group);
      onCommitted?.();
    } catch (error) {
      rollBack();
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
