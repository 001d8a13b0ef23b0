/** Numbers and days of charts and findings in the words of the language. */
import type { CivilDate } from "@undivided/domain";
import { m } from "../paraglide/messages.js";
import { getRegion } from "../platform/region.ts";

/** Making a formatter takes far longer than using one, and ten years of weeks want thousands of words. */
const remembered = <T>(make: (region: string) => T): (() => T) => {
  const made = new Map<string, T>();
  return () => {
    const region = getRegion();
    const formatter = made.get(region) ?? make(region);
    made.set(region, formatter);
    return formatter;
  };
};

const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const formatter = remembered((region) => new Intl.NumberFormat(region, options));
  // A typographic minus, and never "-0".
  return (value) =>
    formatter()
      .format(value === 0 ? 0 : value)
      .replace("-", "−");
};
const withDigits = [0, 1, 2].map((digits) => number({ maximumFractionDigits: digits, minimumFractionDigits: digits }));

/** One digit after the point from 1 on, two below. */
export const numberWords = (value: number): string => {
  const digits = Math.abs(value) >= 9.95 ? 0 : Math.abs(value) >= 0.995 || value === 0 ? 1 : 2;
  return withDigits[digits]?.(value) ?? String(value);
};
export const plainNumber = number({ maximumFractionDigits: 1 });
export const signedNumber = number({ maximumFractionDigits: 2, signDisplay: "exceptZero" });
export const percentWords = number({ style: "percent", maximumFractionDigits: 0 });

const day = (options: Intl.DateTimeFormatOptions): ((one: CivilDate) => string) => {
  const formatter = remembered((region) => new Intl.DateTimeFormat(region, { ...options, timeZone: "UTC" }));
  return (one) => formatter().format(Date.parse(`${one}T00:00:00Z`));
};
/** "9 November" */
export const dayWords = day({ day: "numeric", month: "long" });
/** "9 Nov" */
export const shortDay = day({ day: "numeric", month: "short" });
/** "9 November 2026" */
export const longDay = day({ day: "numeric", month: "long", year: "numeric" });
/** "9 Nov 2026" */
export const fullDay = day({ day: "numeric", month: "short", year: "numeric" });

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
export const factorWords = ({ low, high }: Figure): string => {
  if (high < 1) return m.us_interval_less({ low: percentWords(1 - high), high: percentWords(1 - low) });
  if (low > 1) return m.us_interval_more({ low: percentWords(low - 1), high: percentWords(high - 1) });
  return m.us_interval_unclear({ low: percentWords(1 - low), high: percentWords(high - 1) });
};
