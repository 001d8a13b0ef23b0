/**
 * Steps within one page, each a place of its own in the history of the browser: Back goes one step back, and Forward comes again,
 * with nothing lost. The address stays the same, and what was answered is in no history: only how many steps deep it is.
 *
 * Limits: what a page holds goes when it is loaded anew; it then begins at its first step, and earlier places lead there too.
 */
import { onDestroy } from "svelte";

export interface Steps {
  /** How many steps were gone. */
  readonly depth: number;
  /** What is shown now becomes a place that Back leads to. */
  readonly goOn: () => void;
  /** As the browser's Back does; at the first step nothing. */
  readonly goBack: () => void;
}

const depthIn = (state: unknown): number =>
  typeof state === "object" && state !== null && "depth" in state && typeof state.depth === "number" ? state.depth : 0;

/** For a component, while it is made. `onmove` hears where Back or Forward led. */
export const createSteps = (view: Window, onmove: (depth: number) => void): Steps => {
  const path = view.location.pathname;
  let depth = $state(0);
  let deepest = 0;
  const listen = (): void => {
    if (view.location.pathname !== path) return;
    depth = Math.min(depthIn(view.history.state), deepest);
    onmove(depth);
  };
  view.addEventListener("popstate", listen);
  onDestroy(() => view.removeEventListener("popstate", listen));
  return {
    get depth() {
      return depth;
    },
    goOn: () => {
      depth += 1;
      deepest = depth;
      view.history.pushState({ depth }, "");
    },
    goBack: () => {
      if (depth > 0) view.history.back();
    },
  };
};
