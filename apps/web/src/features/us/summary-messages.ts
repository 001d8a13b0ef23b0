/** What the page and the worker of *Us* say to each other. Everything here can be cloned from one to the other. */
import type { CivilDate, FiguresForBoth, KnownRecord, PersonId } from "@undivided/domain";
import type { ReportWeeks } from "@undivided/journal";
import type { OwnSummary } from "@undivided/insight";

export interface SummaryRequest {
  readonly records: readonly KnownRecord[];
  readonly owner: PersonId;
  /** Both included; null: no limit. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Own part of a report about both. */
export interface FiguresRequest {
  readonly records: readonly KnownRecord[];
  readonly owner: PersonId;
  readonly weeks: ReportWeeks;
}

/** What was guessed before a look-back, and what was counted. */
export interface GuessPair {
  readonly day: CivilDate;
  readonly guess: number;
  readonly count: number;
}

export interface OwnWeeks {
  readonly summary: OwnSummary;
  /** In the order of time. */
  readonly guesses: readonly GuessPair[];
}

export type SummaryReply =
  | { readonly type: "done"; readonly weeks: OwnWeeks }
  | { readonly type: "figures"; readonly figures: FiguresForBoth }
  | { readonly type: "failed" };
