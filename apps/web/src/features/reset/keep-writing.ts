/**
 * Keeps what is being written: shortly after the last letter, and at once when it is asked for. One write at a time, the newest
 * words last; what could not be kept is tried again with the next.
 */
export interface Keeper {
  /** Something was written. */
  readonly changed: () => void;
  /** Keeps it now, if there is anything new. False if it could not be kept. */
  readonly now: () => Promise<boolean>;
}

/** So short that who looks up has lost nothing, so long that a sentence is one write. */
export const SOON_MS = 700;

export const createKeeper = (
  timer: Pick<Window, "setTimeout" | "clearTimeout">,
  keep: () => Promise<boolean>,
): Keeper => {
  let due: number | null = null;
  let isNew = false;
  let turn: Promise<boolean> = Promise.resolve(true);

  const stop = (): void => {
    if (due !== null) timer.clearTimeout(due);
    due = null;
  };
  const keepNew = async (): Promise<boolean> => {
    if (!isNew) return true;
    isNew = false;
    const done = await keep();
    if (!done) isNew = true;
    return done;
  };
  const now = (): Promise<boolean> => {
    stop();
    turn = turn.then(keepNew, keepNew);
    return turn;
  };
  return {
    changed: () => {
      isNew = true;
      stop();
      due = timer.setTimeout(() => void now(), SOON_MS);
    },
    now,
  };
};
