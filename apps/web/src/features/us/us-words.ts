/** Findings of *Us* in the words of the language. */
import type { CheckInQuestion, PatternLevel } from "@undivided/insight";
import { dayWords, factorWords, numberWords, plainNumber } from "../../kept/number-words.ts";
import { m } from "../../paraglide/messages.js";
import { getRegion } from "../../platform/region.ts";
import type { Headline } from "./us-view.ts";

export {
  dayWords,
  figureWords,
  fullDay,
  hoursWords,
  longDay,
  momentsWords,
  numberWords,
  percentWords,
  plainNumber,
  shortDay,
  signedNumber,
  timesWords,
} from "../../kept/number-words.ts";

export const listWords = (items: readonly string[]): string =>
  new Intl.ListFormat(getRegion(), { type: "conjunction" }).format(items);

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
