/**
 * Keeps the screen on while something is read, where the browser can: a locked screen stops every sensor.
 *
 * The browser lets go whenever the page is hidden, so it is asked again each time the page is seen. A refusal (little battery,
 * a setting) is no failure: reading goes on until the screen goes dark by itself, and that is told as a stretch not known.
 */
export interface WakeLock {
  readonly isSupported: boolean;
  /** Held until the returned function is called. */
  readonly hold: () => () => void;
}

/** What is used of the browser's lock. */
interface Sentinel {
  release(): Promise<void>;
}

export interface WakeLockView {
  readonly document: {
    readonly visibilityState: DocumentVisibilityState;
    addEventListener(type: "visibilitychange", listener: () => void): void;
    removeEventListener(type: "visibilitychange", listener: () => void): void;
  };
  readonly navigator: { readonly wakeLock?: { request(type: "screen"): Promise<Sentinel> } };
}

export const createWakeLock = ({ document, navigator }: WakeLockView): WakeLock => ({
  isSupported: navigator.wakeLock !== undefined,
  hold: () => {
    let wanted = true;
    let sentinel: Sentinel | null = null;
    const letGo = (held: Sentinel): void => void held.release().catch(() => undefined);
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || navigator.wakeLock === undefined) return;
      try {
        const fresh = await navigator.wakeLock.request("screen");
        const unwanted = wanted ? sentinel : fresh;
        if (unwanted !== null) letGo(unwanted);
        if (wanted) sentinel = fresh;
      } catch {
        // Not held: see above.
      }
    };
    const again = (): void => void ask();
    document.addEventListener("visibilitychange", again);
    void ask();
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", again);
      if (sentinel !== null) letGo(sentinel);
    };
  },
});
