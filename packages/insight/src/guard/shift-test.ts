/**
 * Step 1: do the slips of the two come together at all?
 *
 * C sums the kernel over all pairs of one slip of each within a window, up to an hour apart. It is compared with the same sum
 * after the slips of one were shifted round within each window. Simultaneous slips count.
 * Limits: holds for evenings, not for bouts of half an hour; that is what step 2 is for.
 */
import type { Random } from "../chance/random.ts";
import type { GuardWindow } from "./guard-windows.ts";
import { createKernelSum, lagRounding, longestLag } from "./pair-kernel.ts";

export const shiftDraws = 199;

/** Chance of slips so close together if the two did not know of each other; one-sided. O(draws * n log n). */
export const testTogether = (windows: readonly GuardWindow[], random: Random): number => {
  const pairs = windows
    .map(({ length, times, marks }) => ({
      length,
      first: times.filter((_, i) => marks[i] === 0),
      second: times.filter((_, i) => marks[i] === 1),
    }))
    .filter(({ first, second }) => first.length > 0 && second.length > 0);
  const observed = pairs.reduce((sum, { first, second }) => sum + sumCrossPairs(first, second), 0);
  let atLeast = 1;
  for (let draw = 0; draw < shiftDraws; draw += 1) {
    let sum = 0;
    for (const { length, first, second } of pairs) {
      const shift = random() * length;
      const split = second.findIndex((time) => time + shift > length);
      const wrapAt = split === -1 ? second.length : split;
      const shifted = [
        ...second.slice(wrapAt).map((time) => time + shift - length),
        ...second.slice(0, wrapAt).map((time) => time + shift),
      ];
      sum += sumCrossPairs(first, shifted);
    }
    if (sum >= observed * (1 - 1e-12)) atLeast += 1;
  }
  return atLeast / (shiftDraws + 1);
};

/** The kernel over all pairs of one of each. Both ascending. O(n). */
export const sumCrossPairs = (first: readonly number[], second: readonly number[]): number =>
  sumOverEarlier(first, second, true) + sumOverEarlier(second, first, false);

/** For each of `later`, the kernel over those of `earlier` before it, or at the same time if they count. */
const sumOverEarlier = (later: readonly number[], earlier: readonly number[], countEqual: boolean): number => {
  const near = createKernelSum();
  let now = 0;
  let entered = 0;
  let left = 0;
  let total = 0;
  const advance = (to: number): void => {
    near.advance(to - now);
    now = to;
  };
  for (const time of later) {
    for (let next = earlier[entered]; next !== undefined; next = earlier[entered]) {
      if (next > time || (next === time && !countEqual)) break;
      advance(next);
      near.add();
      entered += 1;
    }
    advance(time);
    for (
      let oldest = earlier[left];
      oldest !== undefined && time - oldest > longestLag + lagRounding;
      oldest = earlier[left]
    ) {
      near.remove(time - oldest);
      left += 1;
    }
    if (left === entered) continue;
    total += near.value();
  }
  return total;
};
