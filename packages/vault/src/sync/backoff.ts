/** How long to wait before the next attempt: doubling, with a random part so that many devices do not come back at once. */

export const FIRST_WAIT_MS = 1_000;
export const LONGEST_WAIT_MS = 60_000;

/** `failures` from 1 on; `chance` in [0, 1). Between half and all of the doubled wait. */
export const waitAfter = (failures: number, chance: number): number => {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(longest * (0.5 + chance / 2));
};
