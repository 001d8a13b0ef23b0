/**
 * From the figures of the two together to the words and the chart of a report about both.
 *
 * It gets joined figures only, so it could not tell the two apart if it wanted to.
 */
import { addDays, type CivilDate, type FigureRange, type JoinedFigures } from "@undivided/domain";
import { wayOf } from "@undivided/insight/finding";
import { drawBarChart } from "./charts/bar-chart.ts";
import type { Block, Report, Section } from "./report.ts";
import { bothEn } from "./words/both-en.ts";
import { bothEs } from "./words/both-es.ts";
import type { BothWords } from "./words/both-words.ts";
import { type Written, writeIn } from "./words/numbers.ts";
import type { Language } from "./words/report-words.ts";

const wordsByLanguage: Readonly<Record<Language, BothWords>> = { en: bothEn, es: bothEs };

export interface BothInput {
  readonly weeks: { readonly from: CivilDate; readonly until: CivilDate };
  readonly figures: JoinedFigures;
  /** Hexadecimal, of what both said yes to; */
  readonly digest: string;
}

const MARK_DIGITS = 12;

/** The first digits of a digest, in fours: what two phones or papers are compared by. */
export const markOf = (digest: string): string => digest.slice(0, MARK_DIGITS).replace(/(.{4})(?=.)/g, "$1 ");

/** `language` and the input decide everything: the same input gives the same report on both phones. */
export const createReportOfBoth = ({ weeks, figures, digest }: BothInput, language: Language): Report => {
  const words = wordsByLanguage[language];
  const write = writeIn(language);
  const hours = write.hours(sumOf(figures.hours));
  const small = (title: string, texts: readonly string[]): Section => ({
    title,
    blocks: texts.map((text) => ({ type: "text", text })),
    isSmall: true,
  });
  const { sections } = words;
  const all: readonly Section[] = [
    { title: sections.together, blocks: [drawHours(weeks.from, figures.hours, words, write)], isSmall: false },
    { title: sections.moments, blocks: sayMoments(figures, words, write), isSmall: false },
    { title: sections.towards, blocks: sayTowards(figures, words, write), isSmall: false },
    { title: sections.felt, blocks: sayFelt(figures, words, write), isSmall: false },
    { title: sections.missing, blocks: sayMissing(figures, words), isSmall: false },
    small(sections.method, [...words.method, words.mark(markOf(digest))]),
    small(sections.limits, words.limits),
  ];
  return {
    language,
    title: words.title,
    subtitle: words.subtitle(words.period(write.day(weeks.from), write.day(weeks.until)), figures.hours.length, hours),
    preface: words.preface,
    sections: all.filter(({ blocks }) => blocks.length > 0),
  };
};

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

const text = (said: readonly string[]): readonly Block[] =>
  said.length === 0 ? [] : [{ type: "text", text: said.join(" ") }];

const drawHours = (first: CivilDate, hours: readonly number[], words: BothWords, write: Written): Block => ({
  type: "chart",
  chart: drawBarChart({
    title: words.hours.title(write.hours(sumOf(hours)), hours.length),
    description: words.hours.description(hours.length, write.tick(Math.min(...hours)), write.tick(Math.max(...hours))),
    bars: hours.map((value, week) => ({
      label: write.shortDay(addDays(first, 7 * week)),
      value,
      text: write.tick(value),
    })),
    axis: words.hours.axis,
    head: words.hours.head,
    formatTick: write.tick,
  }),
});

const sayMoments = ({ rate, change }: JoinedFigures, words: BothWords, write: Written): readonly Block[] => {
  const say = ({ low, high }: FigureRange, finding: (low: string, high: string) => string): string =>
    finding(write.number(low), write.number(high));
  return text([
    ...(rate === null ? [] : [say(rate, words.rate)]),
    ...(change === null ? [] : [say(change, words.change[wayOf(change, 1)])]),
  ]);
};

const sayTowards = ({ towards: { low, high } }: JoinedFigures, words: BothWords, write: Written): readonly Block[] =>
  high === 0 ? [] : text([words.towards(write.whole(low), write.whole(high))]);

const ANSWERS = ["close", "fun"] as const;

/** Directions only: how much an answer moved would tell more of one person than of two. */
const sayFelt = (figures: JoinedFigures, words: BothWords, write: Written): readonly Block[] => {
  const going = (way: "less" | "more" | "unclear"): string =>
    write.list(
      ANSWERS.flatMap((answer) => {
        const range = figures[answer];
        return range !== null && wayOf(range, 0) === way ? [words.answers[answer]] : [];
      }),
    );
  const [rising, falling, unclear] = [going("more"), going("less"), going("unclear")];
  return text([
    ...(rising === "" ? [] : [words.felt.rising(rising)]),
    ...(falling === "" ? [] : [words.felt.falling(falling)]),
    ...(unclear === "" ? [] : [words.felt.unclear(unclear)]),
  ]);
};

const sayMissing = (figures: JoinedFigures, words: BothWords): readonly Block[] => {
  const asked = ["rate", "change", "close", "fun"] as const;
  const items = asked.filter((one) => figures[one] === null).map((one) => words.missing[one]);
  return items.length === 0
    ? []
    : [
        { type: "text", text: words.missingWhy },
        { type: "list", items },
      ];
};
