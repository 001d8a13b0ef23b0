/**
 * How many times as often a phone is looked at together as apart, with its 90 % interval.
 *
 * Method: the rate ratio by permuting whole stretches (packages/insight). Where there are too few stretches for that, the share of looks that
 * fall together, as odds per hour: given their sum, two Poisson counts are binomial (Przyborowski and Wilenski, Biometrika 31, 1940).
 * Limits: the second way takes looks for independent of each other, and is too sure of itself where they cluster; it says so.
 */
import { createOrders, createRandom, estimateRateRatio, estimateShare, type CountedStretch } from "@undivided/insight";

export type LookRatio =
  | {
      readonly type: "ratio";
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly method: "permuted-stretches" | "independent-looks";
    }
  | { readonly type: "no-ratio"; readonly reason: NoRatioReason };

/** Why there is none. The last two are no time missing: the figure would have no upper end, or mean nothing. */
export type NoRatioReason = "no-time-together" | "no-time-apart" | "no-looks-apart" | "too-few-looks";

/** One seed for all: the same files give the same figures. */
const SEED = 1;

interface CountedSides {
  readonly together: readonly CountedStretch[];
  readonly apart: readonly CountedStretch[];
}

export const estimateLookRatio = ({ together, apart }: CountedSides): LookRatio => {
  if (together.length === 0) return { type: "no-ratio", reason: "no-time-together" };
  if (apart.length === 0) return { type: "no-ratio", reason: "no-time-apart" };
  const permuted = estimateRateRatio(apart, together, createOrders(createRandom(SEED)));
  if (permuted.type === "estimate") {
    const { value, low, high, method } = permuted;
    return { type: "ratio", value, low, high, method };
  }
  const here = sum(together);
  const there = sum(apart);
  const share = estimateShare(here.count, here.count + there.count);
  if (share.type === "insufficient-data") return { type: "no-ratio", reason: "too-few-looks" };
  if (there.count === 0) return { type: "no-ratio", reason: "no-looks-apart" };
  const toRatio = (part: number): number => ((part / (1 - part)) * there.hours) / here.hours;
  return {
    type: "ratio",
    value: toRatio(share.value),
    low: toRatio(share.low),
    high: toRatio(share.high),
    method: "independent-looks",
  };
};

const sum = (stretches: readonly CountedStretch[]): CountedStretch =>
  stretches.reduce((total, one) => ({ count: total.count + one.count, hours: total.hours + one.hours }), {
    count: 0,
    hours: 0,
  });
