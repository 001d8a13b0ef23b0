/** Random orders for permutation tests, drawn once for each length: tests of the same stretches look at the same orders. */
import { type Random, shuffle } from "./random.ts";

/** The smallest p that can come out is a thousandth. */
const PERMUTATIONS = 999;

/** Of `length` things, 999 orders; the same ones each time. O(999 * length) the first time. */
export type Orders = (length: number) => readonly Int32Array[];

export const createOrders = (random: Random): Orders => {
  const known = new Map<number, readonly Int32Array[]>();
  return (length) => {
    const drawn = known.get(length);
    if (drawn !== undefined) return drawn;
    // Each is the one before it shuffled again: as uniform, and copied faster than counted up.
    const current = new Int32Array(length);
    for (let index = 0; index < length; index += 1) current[index] = index;
    const orders = Array.from({ length: PERMUTATIONS }, () => {
      shuffle(current, random);
      return current.slice();
    });
    known.set(length, orders);
    return orders;
  };
};
