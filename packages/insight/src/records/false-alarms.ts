/**
 * How often one's own phone was wrong, by what its owner said, and what that leaves uncertain in the counts.
 *
 * A false alarm is a sensed moment that the senses took for one, of which its owner said "wrong", "not me" or "there was a lull". "Needed",
 * "used together" and "said why" are no false alarms: the phone saw rightly. The share is taken from times that the owner looked back on
 * (there is a look-back, or they said something about a moment of it). In times not looked back on, false alarms may hide among what counts: there, the lower end of the
 * rate is lowered by the share's upper end.
 * Limits: an owner may look back without looking closely; moments that the phone missed are not in it.
 */
import { correctionsInEffect, type LookBackRecord, type MomentRecord, weighReasons } from "@undivided/domain";
import type { Estimate } from "../estimates/estimate.ts";
import { estimateShare } from "../estimates/share.ts";
import type { Session } from "./sessions.ts";

const FALSE = ["wrong", "not-me", "lull"] as const;

export interface FalseAlarms {
  readonly share: Estimate<"beta-jeffreys">;
  /** Counted sensed moments of times that were not looked back on, over all counted ones; from 0 to 1. */
  readonly unchecked: number;
}

/** O(n). */
export const estimateFalseAlarms = (
  sessions: readonly Session[],
  moments: readonly MomentRecord[],
  lookBacks: readonly LookBackRecord[],
): FalseAlarms => {
  const lookedBackOn = new Set<string>(lookBacks.map(({ together }) => together));
  for (const { source, corrections } of moments)
    if (source.type === "sensed" && corrections.length > 0) lookedBackOn.add(source.together);
  let claimed = 0;
  let refused = 0;
  for (const { source, corrections } of moments) {
    if (source.type !== "sensed" || !lookedBackOn.has(source.together)) continue;
    if (weighReasons(source.reasons) !== true) continue;
    claimed += 1;
    const said = correctionsInEffect(corrections);
    if (FALSE.some((word) => said.has(word))) refused += 1;
  }
  const all = sessions.reduce((sum, { count }) => sum + count, 0);
  const unchecked = sessions
    .filter(({ id }) => !lookedBackOn.has(id))
    .reduce((sum, { counted }) => sum + counted.filter(({ isSensed }) => isSensed).length, 0);
  return { share: estimateShare(refused, claimed), unchecked: all === 0 ? 0 : unchecked / all };
};

/** The rate with its lower end lowered by what false alarms may hide in it; unchanged where their share is not known. */
export const carryFalseAlarms = <Method extends string>(
  rate: Estimate<Method>,
  { share, unchecked }: FalseAlarms,
): Estimate<Method> =>
  rate.type === "estimate" && share.type === "estimate"
    ? { ...rate, low: rate.low * (1 - unchecked * share.high) }
    : rate;
