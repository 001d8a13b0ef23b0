/** A report about both: each says yes to it on their own phone; neither has any of it before. See docs/spec/journal.md. */
import type { CivilDate, FiguresForBoth, Instant, JoinedFigures } from "@undivided/domain";
import type { Done } from "../journal.ts";

/** Whole weeks that are over. */
export interface ReportWeeks {
  /** A Monday. */
  readonly from: CivilDate;
  /** A Sunday, still in it. */
  readonly until: CivilDate;
}

export interface OwnYes {
  readonly weeks: ReportWeeks;
  /** What goes in from here, as it was said yes to: later changes stay apart. */
  readonly figures: FiguresForBoth;
  /** It ends by itself. */
  readonly until: Instant;
}

export interface ShownReport {
  readonly weeks: ReportWeeks;
  /** SHA-256 of what both said yes to, 64 hexadecimal digits; the same on both phones. */
  readonly digest: string;
  readonly figures: JoinedFigures;
}

export interface ReportOfBoth {
  /** One's own yes; says nothing about the other's. */
  readonly own: () => OwnYes | null;
  /** Weeks that were in a report already. They can be in the same report again, and in no other: see `overlaps-another`. */
  readonly given: () => readonly ReportWeeks[];
  readonly confirm: (weeks: ReportWeeks, figures: FiguresForBoth, days?: number) => Done;
  /** Ends the report for both, at once. */
  readonly takeBack: () => Done;
  /** Null whatever the reason: never said, said to other weeks, ended, taken back, on the way, paused. */
  readonly shown: () => ShownReport | null;
}
