/**
 * Hush: while a time together or a guided talk is on, the app says nothing by itself: no toast, no newer version, no bar.
 *
 * A page that begins one calls `begin` and, when it is over or the page is left, what that returned.
 */
export interface Hush {
  readonly on: boolean;
  readonly begin: () => () => void;
}

export const createHush = (): Hush => {
  let running = $state(0);
  return {
    get on() {
      return running > 0;
    },
    begin: () => {
      running += 1;
      let over = false;
      return () => {
        if (!over) running -= 1;
        over = true;
      };
    },
  };
};
