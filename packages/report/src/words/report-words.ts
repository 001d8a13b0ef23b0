/**
 * Every word of a report, for one language. A language that lacks one does not compile.
 *
 * In the first person, since a report is about its owner; never "because", never who. Numbers come already written.
 */
import type { CheckInQuestion, PatternLevel } from "@undivided/insight";
import type { Way } from "@undivided/insight/finding";
import type { StateAfter, StateBefore } from "@undivided/domain";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A written figure with its written interval. */
export interface Figure {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

export interface ReportWords {
  readonly title: string;
  readonly subtitle: (period: string | null, times: number, hours: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly preface: string;
  readonly sections: Readonly<
    Record<"moments" | "towards" | "felt" | "patterns" | "missing" | "method" | "limits", string>
  >;
  /** "0.9 to 1.4". */
  readonly range: (low: string, high: string) => string;
  readonly figure: (figure: Figure) => string;

  readonly rate: (count: number, hours: string, rate: Figure) => string;
  readonly onlyCount: (count: number, hours: string) => string;
  readonly open: (count: number, rate: Figure | null) => string;
  readonly leftOut: (count: number) => string;
  readonly outside: (count: number) => string;
  readonly unseen: (hours: string) => string;
  readonly unfinished: (count: number) => string;
  readonly falseAlarms: (share: Figure, isCarried: boolean) => string;
  /** In hundredths a week. */
  readonly trend: Readonly<Record<Way, (percent: Figure) => string>>;
  readonly trendTitle: Readonly<Record<Way, string>>;
  readonly noTrendTitle: string;
  readonly changeTitle: Readonly<Record<Way, (day: string) => string>>;
  readonly change: Readonly<Record<Way, (day: string, times: Figure) => string>>;
  readonly guess: Readonly<Record<Way, (difference: Figure, pairs: number) => string>>;
  readonly weekly: {
    readonly axis: string;
    readonly evenAxis: string;
    readonly change: (day: string) => string;
    readonly description: (weeks: number) => string;
    readonly head: readonly string[];
  };

  readonly bids: (answered: number, received: number, share: Figure) => string;
  readonly goodMoments: (count: number) => string;

  readonly questions: Readonly<Record<CheckInQuestion, string>>;
  readonly felt: {
    readonly rising: (questions: string) => string;
    readonly falling: (questions: string) => string;
    readonly unclear: string;
    readonly title: string;
    readonly description: string;
    readonly head: readonly string[];
  };

  readonly before: Readonly<Record<StateBefore, string>>;
  readonly after: Readonly<Record<StateAfter, string>>;
  readonly causes: {
    readonly title: (word: string, named: number, of: number) => string;
    /** Where no word is told apart from the others. */
    readonly unranked: (words: string, of: number) => string;
    readonly description: string;
    readonly head: readonly string[];
    readonly after: (word: string) => string;
    readonly afterUnranked: (words: string) => string;
  };
  readonly levels: Readonly<Record<PatternLevel, string>>;
  readonly patterns: {
    readonly none: string;
    readonly some: (levels: string) => string;
    readonly title: string;
    readonly description: string;
    readonly head: readonly string[];
    readonly more: (level: string, times: Figure) => string;
    readonly fewer: (level: string, times: Figure) => string;
  };

  readonly missing: {
    readonly none: string;
    readonly what: Readonly<
      Record<"rate" | "trend" | "change" | "guess" | "bids" | "felt" | "causes" | "patterns" | "falseAlarms", string>
    >;
    readonly line: (what: string, have: string, need: string, unit: string) => string;
    readonly units: Readonly<Record<"hours" | "stretches" | "events" | "weeks" | "answers", string>>;
    readonly noChange: string;
    readonly nothingBefore: (day: string) => string;
  };
  readonly method: readonly string[];
  readonly limits: readonly string[];
  readonly showTable: string;
}
