/**
 * False at first, true after `ms`; to be called while a component is set up.
 *
 * A region that is read aloud (`role="status"`) must be on the page before its words are: what comes with its words, most screen readers
 * pass over. And what is said only after a breath is not said at all where nothing had to be waited for.
 */
export const afterABreath = (ms: number): { readonly isOver: boolean } => {
  let isOver = $state(false);
  $effect(() => {
    const timer = setTimeout(() => (isOver = true), ms);
    return () => clearTimeout(timer);
  });
  return {
    get isOver() {
      return isOver;
    },
  };
};
