/** Numbers and days as a language writes them. */
import type { CivilDate } from "@undivided/domain";
import type { Figure, Language } from "./report-words.ts";

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Written {
  /** One digit after the point from 1 on, two below; by what is written, so that 0.999 is "1.0" as 1.001 is. */
  readonly number: (value: number) => string;
  readonly whole: (value: number) => string;
  /** No more digits than it needs. */
  readonly tick: (value: number) => string;
  readonly hours: (value: number) => string;
  readonly percent: (value: number) => string;
  /** With a sign and two digits, so that a figure and its interval look alike. */
  readonly signed: (value: number) => string;
  readonly signedTick: (value: number) => string;
  readonly signedPercent: (value: number) => string;
  readonly day: (day: CivilDate) => string;
  readonly shortDay: (day: CivilDate) => string;
  readonly list: (items: readonly string[]) => string;
  readonly figure: (interval: Interval, write: (value: number) => string) => Figure;
}

/** What numbers and days look like where nothing but the language is known. */
const REGION_OF: Readonly<Record<Language, string>> = { en: "en-GB", es: "es" };

/** `region`: a tag of BCP 47 of the same language, since "es-MX" writes 1.5 and "es-AR" 1,5. */
export const writeIn = (language: Language, region: string = REGION_OF[language]): Written => {
  const format = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const formatter = new Intl.NumberFormat(region, options);
    // A typographic minus, and never "-0".
    return (value) => formatter.format(value === 0 ? 0 : value).replace("-", "−");
  };
  const day = (options: Intl.DateTimeFormatOptions): ((day: CivilDate) => string) => {
    const formatter = new Intl.DateTimeFormat(region, { ...options, timeZone: "UTC" });
    return (one) => formatter.format(Date.parse(`${one}T00:00:00Z`));
  };
  const oneDigit = format({ maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const twoDigits = format({ maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const whole = format({ maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return {
    number: (value) =>
      Math.abs(value) >= 9.95
        ? whole(value)
        : Math.abs(value) >= 0.995 || value === 0
          ? oneDigit(value)
          : twoDigits(value),
    whole,
    tick: format({ maximumFractionDigits: 3 }),
    hours: (value) => (value >= 10 ? whole(value) : oneDigit(value)),
    percent: format({ style: "percent", maximumFractionDigits: 0 }),
    signed: format({ maximumFractionDigits: 2, minimumFractionDigits: 2, signDisplay: "exceptZero" }),
    signedTick: format({ maximumFractionDigits: 2, signDisplay: "exceptZero" }),
    signedPercent: format({ style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }),
    day: day({ day: "numeric", month: "long", year: "numeric" }),
    shortDay: day({ day: "numeric", month: "short" }),
    list: (items) => list.format(items),
    figure: ({ value, low, high }, write) => ({ value: write(value), low: write(low), high: write(high) }),
  };
};
