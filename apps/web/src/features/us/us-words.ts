/** Numbers, days and findings of *Us* in the words of the language. */
import type { CivilDate } from "@undivided/domain";
import type { CheckInQuestion, PatternLevel } from "@undivided/insight";
import { m } from "../../paraglide/messages.js";
import { getLocale } from "../../paraglide/runtime.js";
import type { Headline } from "./us-view.ts";

const format = (value: number, options: Intl.NumberFormatOptions): string =>
  // A typographic minus, and never "-0".
  new Intl.NumberFormat(getLocale(), options).format(value === 0 ? 0 : value).replace("-", "−");

/** One digit after the point from 1 on, two below. */
export const numberWords = (value: number): string => {
  const digits = Math.abs(value) >= 9.95 ? 0 : Math.abs(value) >= 0.995 || value === 0 ? 1 : 2;
  return format(value, { maximumFractionDigits: digits, minimumFractionDigits: digits });
};
export const plainNumber = (value: number): string => format(value, { maximumFractionDigits: 1 });
export const signedNumber = (value: number): string =>
  format(value, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
export const percentWords = (share: number): string => format(share, { style: "percent", maximumFractionDigits: 0 });

const day = (options: Intl.DateTimeFormatOptions) => (one: CivilDate) =>
  new Intl.DateTimeFormat(getLocale() === "en" ? "en-GB" : getLocale(), { ...options, timeZone: "UTC" }).format(
    Date.parse(`${one}T00:00:00Z`),
  );
/** "9 November" */
export const dayWords = day({ day: "numeric", month: "long" });
/** "9 Nov" */
export const shortDay = day({ day: "numeric", month: "short" });
/** "9 Nov 2026" */
export const fullDay = day({ day: "numeric", month: "short", year: "numeric" });

export const listWords = (items: readonly string[]): string =>
  new Intl.ListFormat(getLocale(), { type: "conjunction" }).format(items);

const counted =
  (message: (input: { readonly count: number; readonly n: string }) => string) =>
  (count: number): string =>
    message({ count, n: plainNumber(count) });

export const momentsWords = counted(m.us_moments);
export const timesWords = counted(m.us_times);
/** Under ten to a tenth. */
export const hoursWords = (hours: number): string => {
  const shown = hours >= 10 ? Math.round(hours) : Math.round(hours * 10) / 10;
  return m.us_hours({ count: shown, n: plainNumber(shown) });
};

interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const figureWords = ({ value, low, high }: Figure, write: (value: number) => string): string =>
  m.us_figure({ value: write(value), low: write(low), high: write(high) });

/** "16 % to 64 % fewer": of a ratio to 1. */
const factorWords = ({ low, high }: Figure): string => {
  if (high < 1) return m.us_interval_less({ low: percentWords(1 - high), high: percentWords(1 - low) });
  if (low > 1) return m.us_interval_more({ low: percentWords(low - 1), high: percentWords(high - 1) });
  return m.us_interval_unclear({ low: percentWords(1 - low), high: percentWords(high - 1) });
};

export interface HeadlineWords {
  readonly title: string;
  readonly text: string | null;
}

export const headlineWords = (headline: Headline): HeadlineWords => {
  switch (headline.type) {
    case "change": {
      const input = { day: dayWords(headline.day) };
      const title = {
        less: () => m.us_change_less(input),
        more: () => m.us_change_more(input),
        unclear: () => m.us_change_unclear(input),
      }[headline.way]();
      return { title, text: factorWords(headline.ratio) };
    }
    case "trend": {
      const title = { less: m.us_trend_less, more: m.us_trend_more, unclear: m.us_trend_unclear }[headline.way]();
      return { title, text: `${factorWords(headline.factor)} ${m.us_each_week()}` };
    }
    case "rate":
      return {
        title: m.us_rate({ rate: numberWords(headline.rate.value) }),
        text: m.us_interval_rate({ low: numberWords(headline.rate.low), high: numberWords(headline.rate.high) }),
      };
    case "too-little": {
      const input = { count: headline.left, n: plainNumber(headline.left) };
      const text = headline.lacks === "hours" ? m.us_little_hours(input) : m.us_little_times(input);
      return { title: m.us_little_title(), text };
    }
    case "nothing":
      return { title: m.us_nothing_title(), text: m.us_nothing_text() };
  }
};

export const questionWords = (question: CheckInQuestion): string =>
  ({
    feltImportant: m.us_q_feltImportant,
    feltClose: m.us_q_feltClose,
    safeToBeVulnerable: m.us_q_safeToBeVulnerable,
    feltRespected: m.us_q_feltRespected,
    hadFunTogether: m.us_q_hadFunTogether,
    ownStress: m.us_q_ownStress,
  })[question]();

export const levelWords = (level: PatternLevel): string =>
  ({
    morning: m.us_level_morning,
    afternoon: m.us_level_afternoon,
    evening: m.us_level_evening,
    night: m.us_level_night,
    monday: m.us_level_monday,
    tuesday: m.us_level_tuesday,
    wednesday: m.us_level_wednesday,
    thursday: m.us_level_thursday,
    friday: m.us_level_friday,
    saturday: m.us_level_saturday,
    sunday: m.us_level_sunday,
    "calmer-week": m.us_level_calmer,
    "stressed-week": m.us_level_stressed,
  })[level]();
