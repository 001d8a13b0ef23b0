/**
 * What was just done, said once at the foot of the screen, with a way to take it back: one at a time, the newest.
 *
 * It goes by itself, but not while somebody is at it, and nothing is lost by missing it: whatever a toast can undo can be
 * undone in its own place too.
 */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** It opens something and the toast stays, so that *Undo* is not lost. */
  readonly keepsOpen?: boolean;
}

export interface Toast {
  readonly text: string;
  /** *Undo* last. */
  readonly actions: readonly ToastAction[];
}

export interface Toasts {
  readonly current: (Toast & { readonly id: number }) | null;
  readonly say: (text: string, actions?: readonly ToastAction[]) => void;
  readonly close: () => void;
  /** Somebody reads or touches it: time stands still until `false`. */
  readonly hold: (held: boolean) => void;
  /** Somebody is perhaps on the way to it: the time begins anew, unless it stands still. */
  readonly renew: () => void;
}

/** Three times what a slow reader needs for a line with two choices. */
const SHOWN_MS = 12_000;

export const createToasts = (timer: Pick<Window, "setTimeout" | "clearTimeout">): Toasts => {
  let current = $state.raw<Toasts["current"]>(null);
  let nextId = 0;
  let running: number | null = null;

  const stop = (): void => {
    if (running !== null) timer.clearTimeout(running);
    running = null;
  };
  const close = (): void => {
    stop();
    current = null;
  };
  const start = (): void => {
    stop();
    if (current !== null) running = timer.setTimeout(close, SHOWN_MS);
  };

  return {
    get current() {
      return current;
    },
    say: (text, actions = []) => {
      current = { id: (nextId += 1), text, actions };
      start();
    },
    close,
    hold: (held) => (held ? stop() : start()),
    renew: () => {
      if (running !== null) start();
    },
  };
};
