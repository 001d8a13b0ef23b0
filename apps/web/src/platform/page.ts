/**
 * Whether this page is seen: shown, hidden (another app, another tab, a locked screen), or left for good.
 *
 * A page cannot tell a locked screen from another app: sensing weighs that with what the phone did before.
 */
import { millis } from "@undivided/domain";
import type { PageChange } from "@undivided/sensing";

export interface PageWatch {
  readonly isVisible: () => boolean;
  /** `onLeave`: the page is being left or put to sleep; it may come back from the browser's memory. Returns what ends the watch. */
  readonly watch: (listeners: {
    readonly onChange: (change: PageChange) => void;
    readonly onLeave: () => void;
  }) => () => void;
}

export const createPageWatch = (view: Window): PageWatch => ({
  isVisible: () => view.document.visibilityState === "visible",
  watch: ({ onChange, onLeave }) => {
    const changed = ({ timeStamp }: Event): void =>
      onChange({ at: millis(timeStamp), visible: view.document.visibilityState === "visible" });
    view.document.addEventListener("visibilitychange", changed);
    view.addEventListener("pagehide", onLeave);
    return () => {
      view.document.removeEventListener("visibilitychange", changed);
      view.removeEventListener("pagehide", onLeave);
    };
  },
});
