/**
 * The finding that stands above everything else: one rule for every page, report and file, so that no two of them contradict each other.
 *
 * What an interval says comes before what it leaves open, and a day that its owner marked before the trend. An entry point of its own, so that
 * it brings nothing else along.
 */
import type { CivilDate } from "@undivided/domain";
import type { Estimated } from "../estimates/estimate.ts";
import type { OwnSummary } from "./summary.ts";

export type Way = "less" | "more" | "unclear";

/** Which way an interval points from `reference`; unclear where it holds it. */
export const wayOf = ({ low, high }: { readonly low: number; readonly high: number }, reference: number): Way =>
  high < reference ? "less" : low > reference ? "more" : "unclear";

export type MainFinding =
  /** Before and after a day that its owner marked. */
  | {
      readonly type: "change";
      readonly way: Way;
      readonly day: CivilDate;
      readonly ratio: Estimated<"permuted-stretches">;
    }
  | { readonly type: "trend"; readonly way: Way; readonly factor: Estimated<"quasi-poisson-trend"> };

/** Whether there is anything to compare with before a day; without it a mark on that day says nothing. */
export const hasTimeBefore = (day: CivilDate, { sessions }: Pick<OwnSummary, "sessions">): boolean =>
  sessions.some((one) => one.hours > 0 && one.day < day);

/** Null where neither could be estimated. */
export const mainFindingOf = ({ change, trend }: Pick<OwnSummary, "change" | "trend">): MainFinding | null => {
  const findings: MainFinding[] = [];
  if (change?.ratio.type === "estimate") {
    findings.push({ type: "change", way: wayOf(change.ratio, 1), day: change.day, ratio: change.ratio });
  }
  if (trend.type === "estimate") findings.push({ type: "trend", way: wayOf(trend, 1), factor: trend });
  return findings.find(({ way }) => way !== "unclear") ?? findings[0] ?? null;
};
