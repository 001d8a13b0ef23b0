/**
 * The intensity of the slips of both people together, as their pooled past foretells it; whose slip it was is not looked at.
 *
 * Method: a constant and a mixture of exponential kernels over earlier slips of the same window, with non-negative shares fitted by
 * expectation and maximisation (Veen & Schoenberg, JASA 103, 2008). A mood is foretold by slips that it brought just before, so the long kernels
 * take it up. Why this intensity and no other belongs under delta is proved in docs/statistics.md.
 * Limits: a mixture foretells a mood that jumps less well than the best forecast would.
 */
import type { GuardWindow } from "./guard-windows.ts";

/** From what follows a slip within minutes to what lasts an evening; hours. */
const decayRates = [2.5, 5, 10, 30, 120].map((minutes) => (Math.LN2 * 60) / minutes);
/** Each raises the likelihood; the shares move by less than a hundredth after fifty. */
const rounds = 100;

/** Slips an hour of both together at each slip, from those before it. Above 0. O(100 * slips). */
export const estimatePooledIntensity = (windows: readonly GuardWindow[]): Float64Array => {
  const count = windows.reduce((sum, window) => sum + window.times.length, 0);
  const hours = windows.reduce((sum, window) => sum + window.length, 0);
  const kernels = decayRates.length;
  const past = new Float64Array(count * kernels);
  const reach = new Float64Array(kernels);
  let offset = 0;
  for (const { length, times } of windows) {
    decayRates.forEach((rate, kernel) => {
      // Strictly earlier slips only: what happens at the same time foretells nothing.
      let sum = 0;
      let atSameTime = 0;
      let now = 0;
      for (const [i, time] of times.entries()) {
        if (time > now) {
          sum = (sum + atSameTime) * Math.exp(-rate * (time - now));
          atSameTime = 0;
          now = time;
        }
        past[(offset + i) * kernels + kernel] = rate * sum;
        atSameTime += 1;
        reach[kernel] = (reach[kernel] ?? 0) - Math.expm1(-rate * (length - time));
      }
    });
    offset += times.length;
  }
  return mixKernels(past, reach, count, hours);
};

const mixKernels = (past: Float64Array, reach: Float64Array, count: number, hours: number): Float64Array => {
  const kernels = reach.length;
  const shares = new Float64Array(kernels).fill(0.5 / kernels);
  const brought = new Float64Array(kernels);
  const intensity = new Float64Array(count);
  let constant = (0.5 * count) / hours;
  for (let round = 0; round <= rounds; round += 1) {
    let unbrought = 0;
    brought.fill(0);
    for (let event = 0; event < count; event += 1) {
      let total = constant;
      const at = event * kernels;
      for (let k = 0; k < kernels; k += 1) total += (shares[k] ?? 0) * (past[at + k] ?? 0);
      intensity[event] = total;
      unbrought += constant / total;
      for (let k = 0; k < kernels; k += 1)
        brought[k] = (brought[k] ?? 0) + ((shares[k] ?? 0) * (past[at + k] ?? 0)) / total;
    }
    if (round === rounds) break;
    constant = unbrought / hours;
    for (let k = 0; k < kernels; k += 1) {
      const most = reach[k] ?? 0;
      shares[k] = most > 0 ? (brought[k] ?? 0) / most : 0;
    }
  }
  return intensity;
};
