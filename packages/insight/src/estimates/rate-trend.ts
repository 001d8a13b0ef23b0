/**
 * By what factor a rate changes from week to week.
 *
 * Method: Poisson regression of counts on time with the hours as offset (iteratively reweighted least squares), dispersion as in `rate.ts`,
 * Student's quantile for the interval.
 * Limits: one straight line on the logarithm; a change that comes and goes is not one.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type CountedStretch, type Estimate, findLack, highTail, sumStretches } from "./estimate.ts";

export interface DatedStretch extends CountedStretch {
  /** When, in weeks from anywhere. */
  readonly week: number;
}

const fewestStretches = 8;
const fewestWeeks = 3;
const fewestEvents = 10;
const rounds = 50;
/** A factor of 20 a week is beyond anything that happens slowly; steps are kept within it. */
const steepest = Math.log(20);

/** Rate of a week over that of the week before it, 90 %. O(50 * stretches). */
export const estimateRateTrend = (stretches: readonly DatedStretch[]): Estimate<"quasi-poisson-trend"> => {
  const { count, hours } = sumStretches(stretches);
  const weeks = stretches.map(({ week }) => week);
  const span = stretches.length === 0 ? 0 : Math.max(...weeks) - Math.min(...weeks);
  const lack =
    findLack("stretches", stretches.length, fewestStretches) ??
    findLack("weeks", Math.floor(span * 10) / 10, fewestWeeks) ??
    findLack("events", count, fewestEvents);
  if (lack !== undefined) return lack;

  const middle = stretches.reduce((sum, one) => sum + (one.week * one.hours) / hours, 0);
  let level = Math.log(count / hours);
  let slope = 0;
  let information = { level: count, cross: 0, slope: 1 };
  for (let round = 0; round < rounds; round += 1) {
    let [scoreLevel, scoreSlope, atLevel, cross, atSlope] = [0, 0, 0, 0, 0];
    for (const one of stretches) {
      const x = one.week - middle;
      const expected = one.hours * Math.exp(level + slope * x);
      scoreLevel += one.count - expected;
      scoreSlope += (one.count - expected) * x;
      atLevel += expected;
      cross += expected * x;
      atSlope += expected * x * x;
    }
    information = { level: atLevel, cross, slope: atSlope };
    const determinant = atLevel * atSlope - cross * cross;
    if (!(determinant > 0)) break;
    const stepSlope = (atLevel * scoreSlope - cross * scoreLevel) / determinant;
    const stepLevel = (atSlope * scoreLevel - cross * scoreSlope) / determinant;
    const damping = Math.min(1, 1 / Math.max(Math.abs(stepLevel), Math.abs(stepSlope) * span, 1e-12));
    level += damping * stepLevel;
    slope = Math.max(-steepest, Math.min(steepest, slope + damping * stepSlope));
    if (Math.abs(stepSlope) * span + Math.abs(stepLevel) < 1e-10) break;
  }
  const degrees = stretches.length - 2;
  const chiSquare = stretches.reduce((sum, one) => {
    const expected = one.hours * Math.exp(level + slope * (one.week - middle));
    return sum + (one.count - expected) ** 2 / expected;
  }, 0);
  const dispersion = Math.max(1, chiSquare / degrees);
  const spread = information.level / (information.level * information.slope - information.cross ** 2);
  const half = tQuantile(highTail, degrees) * Math.sqrt(dispersion * spread);
  const low = Math.exp(slope - half);
  const high = Math.exp(slope + half);
  // All events in one week, for instance: the line has no slope that the counts could tell.
  if (!(Number.isFinite(high) && low > 0 && Math.abs(slope) < steepest)) {
    return { type: "insufficient-data", lacks: "events", have: count, need: count + fewestEvents };
  }
  return {
    type: "estimate",
    value: Math.exp(slope),
    low,
    high,
    count,
    exposureHours: hours,
    method: "quasi-poisson-trend",
  };
};
