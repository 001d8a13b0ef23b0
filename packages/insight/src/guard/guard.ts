/**
 * The guard: do the slips of two people take turns, or do both just share an evening?
 *
 * Four steps and a verdict; what each does and why the second is exact for any shared mood is in docs/statistics.md, the choice
 * in docs/adr/0008. Exact: a false "follow each other" by step 2 in at most the stated share of data sets, whatever the shared mood.
 * Limits: a common cause that makes both slip once can look like taking turns; own habit as strong as the influence hides it.
 *
 * **Privacy:** the answer is the same when the two are swapped, and no figure of it tells who comes after whom.
 */
import type { Random } from "../chance/random.ts";
import type { PointData } from "../points/point-data.ts";
import { toGuardWindows } from "./guard-windows.ts";
import { collectLabelPairs } from "./label-pairs.ts";
import { testLabels } from "./label-test.ts";
import { isOwnPause, type OwnPause, testOwnPause } from "./own-pause.ts";
import { testTogether } from "./shift-test.ts";
import { estimateTurnStrength, type TurnStrength } from "./turn-strength.ts";

export interface GuardReading {
  /** p of step 1: slips come together. */
  readonly shift: number;
  /** p of step 2: labels alternate, over all pairs and over those at least three minutes apart. */
  readonly turns: number;
  readonly turnsFar: number;
  readonly ownPause: OwnPause;
  readonly delta: TurnStrength;
}

export type Verdict = "too-few" | "too-early" | "no-sign" | "cannot-be-told-apart" | "follow-each-other";

/** How often the same two people's slips are looked at: once, or at each of `lookHours`. Looking again needs stricter thresholds. */
export type Look = "single" | "repeated";

/** Hours together at which a verdict may be shown, and no others. */
export const lookHours: readonly number[] = [50, 100, 200, 400];

/** Under this many slips of one person nothing is said. */
export const fewestSlips = 20;
/** Under this many hours together nothing is said: the power would be about one in four. */
export const fewestHours = 50;

const togetherThreshold = 0.05;
const turnsFarThreshold = 0.2;
/**
 * `common`: from here on near pairs stand out so much that slips of common causes may be all there is, and far pairs must pass alone.
 * Only what people are shown asks that: a single look is judged by the figures that are written out beside it, and by the order.
 */
const thresholds: Readonly<Record<Look, { readonly turns: number; readonly order: number; readonly common: number }>> =
  {
    single: { turns: 0.04, order: 0.01, common: 0 },
    repeated: { turns: 0.015, order: 0.0025, common: 0.05 },
  };

export interface GuardOptions {
  /** Hours in one unit of the points' times: 1, 1/60, 1/3600. */
  readonly hoursPerUnit: number;
  readonly look: Look;
  readonly random: Random;
}

/**
 * Reads two streams. The reading is made also where the verdict says that it is too early to use it.
 * O(1000 * pairs within an hour); all draws come from `random`, in an order that depends on the points alone.
 */
export const readGuard = (
  points: PointData,
  { hoursPerUnit, look, random }: GuardOptions,
): { readonly reading: GuardReading; readonly verdict: Verdict } => {
  if (points.counts.length !== 2) throw new Error("the guard compares two streams");
  const windows = toGuardWindows(points, hoursPerUnit);
  const pairs = collectLabelPairs(windows);
  const shift = testTogether(windows, random);
  const labels = testLabels(pairs, random);
  const ownPause = testOwnPause(windows);
  const delta = estimateTurnStrength(windows, pairs);
  const reading: GuardReading = { shift, turns: labels.turns, turnsFar: labels.turnsFar, ownPause, delta };

  const sayVerdict = (): Verdict => {
    if (Math.min(...points.counts) < fewestSlips) return "too-few";
    if (points.exposure * hoursPerUnit < fewestHours - 1e-9) return "too-early";
    if (shift > togetherThreshold) return "no-sign";
    const { turns, order, common } = thresholds[look];
    const farThreshold = labels.common <= common ? turns : turnsFarThreshold;
    const takesTurns = labels.turns <= turns && labels.turnsFar <= farThreshold;
    const passes = (takesTurns || labels.hasOrder(order)) && !isOwnPause(ownPause);
    return passes ? "follow-each-other" : "cannot-be-told-apart";
  };
  return { reading, verdict: sayVerdict() };
};
