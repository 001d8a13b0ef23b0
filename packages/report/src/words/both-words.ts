/**
 * Every word of a report about both, for one language.
 *
 * "We" and "either of us" throughout: no sentence has one person in it, and none says why.
 */
import type { Way } from "@undivided/insight/finding";

type Finding = (low: string, high: string) => string;

export interface BothWords {
  readonly title: string;
  readonly subtitle: (period: string, weeks: number, hours: string) => string;
  readonly period: (from: string, to: string) => string;
  /** Page one says here what it cannot show. */
  readonly preface: string;
  readonly sections: Readonly<
    Record<"together" | "moments" | "towards" | "felt" | "missing" | "method" | "limits", string>
  >;
  readonly hours: {
    readonly title: (hours: string, weeks: number) => string;
    readonly axis: string;
    readonly description: (weeks: number, least: string, most: string) => string;
    readonly head: readonly string[];
  };
  readonly rate: Finding;
  /** As factors. */
  readonly change: Readonly<Record<Way, Finding>>;
  readonly towards: Finding;
  readonly answers: Readonly<Record<"close" | "fun", string>>;
  readonly felt: {
    readonly rising: (answers: string) => string;
    readonly falling: (answers: string) => string;
    readonly unclear: (answers: string) => string;
  };
  readonly missing: Readonly<Record<"rate" | "change" | "close" | "fun", string>>;
  readonly missingWhy: string;
  readonly method: readonly string[];
  readonly limits: readonly string[];
  readonly mark: (mark: string) => string;
}
