/**
 * From one person's summary to the words and charts of a report, in one language.
 *
 * Says a finding only where its interval does; everything that lacked is named in a section of its own.
 */
import type { Estimate, OwnSummary, Pattern } from "@undivided/insight";
import { hasTimeBefore, wayOf } from "@undivided/insight/finding";
import { drawCauses, drawFelt, drawPatterns, drawWeeks } from "./report-charts.ts";
import type { Block, Report, Section } from "./report.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { type Written, writeIn } from "./words/numbers.ts";
import type { Language, ReportWords } from "./words/report-words.ts";

const wordsByLanguage: Readonly<Record<Language, ReportWords>> = { en, es };

/**
 * The input decides everything: the same input gives the same report. `region`: how numbers and days are written, a tag of BCP 47 of the
 * same language.
 */
export const createReport = (summary: OwnSummary, language: Language, region?: string): Report => {
  const words = wordsByLanguage[language];
  const write = writeIn(language, region);
  const { days, together } = summary;
  const period = days === null ? null : words.period(write.day(days.from), write.day(days.to));
  const sections: readonly (Section | null)[] = [
    section(words.sections.moments, sayMoments(summary, words, write)),
    section(words.sections.towards, sayTowards(summary, words, write)),
    section(words.sections.felt, sayFelt(summary, words, write)),
    section(words.sections.patterns, sayPatterns(summary, words, write)),
    section(words.sections.missing, [{ type: "list", items: sayMissing(summary, words, write) }]),
    section(
      words.sections.method,
      words.method.map((text) => ({ type: "text", text })),
      true,
    ),
    section(
      words.sections.limits,
      words.limits.map((text) => ({ type: "text", text })),
      true,
    ),
  ];
  return {
    language,
    title: words.title,
    subtitle: words.subtitle(period, together.sessions, write.hours(together.hours)),
    preface: words.preface,
    sections: sections.filter((one) => one !== null),
  };
};

const section = (title: string, blocks: readonly Block[], isSmall = false): Section | null =>
  blocks.length === 0 ? null : { title, blocks, isSmall };

const text = (parts: readonly (string | null)[]): readonly Block[] => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? [] : [{ type: "text", text: said.join(" ") }];
};

const isSeen = (value: number): boolean => value > 0;

const sayMoments = (summary: OwnSummary, words: ReportWords, write: Written): readonly Block[] => {
  const { moments, together, rate, rateWithOpen, falseAlarms, trend, change, guess } = summary;
  const hours = write.hours(together.hours);
  const shareOf = falseAlarms.share;
  const percentOf = (factor: number): number => factor - 1;
  return [
    ...text([
      rate.type === "estimate"
        ? words.rate(moments.counted, hours, write.figure(rate, write.number))
        : words.onlyCount(moments.counted, hours),
      moments.open > 0
        ? words.open(moments.open, rateWithOpen?.type === "estimate" ? write.figure(rateWithOpen, write.number) : null)
        : null,
      moments.notCounted > 0 ? words.leftOut(moments.notCounted) : null,
      shareOf.type === "estimate"
        ? words.falseAlarms(write.figure(shareOf, write.percent), rate.type === "estimate" && falseAlarms.unchecked > 0)
        : null,
    ]),
    ...drawWeeks(summary, words, write),
    ...text([
      trend.type === "estimate"
        ? words.trend[wayOf(trend, 1)](
            write.figure(
              { value: percentOf(trend.value), low: percentOf(trend.low), high: percentOf(trend.high) },
              write.signedPercent,
            ),
          )
        : null,
      change?.ratio.type === "estimate"
        ? words.change[wayOf(change.ratio, 1)](write.day(change.day), write.figure(change.ratio, write.number))
        : null,
      guess.type === "estimate" ? words.guess[wayOf(guess, 0)](write.figure(guess, write.signed), guess.count) : null,
    ]),
    ...text([
      moments.outside > 0 ? words.outside(moments.outside) : null,
      // Less than three minutes are not worth a sentence.
      isSeen(Math.round(together.unseenHours * 10)) ? words.unseen(write.hours(together.unseenHours)) : null,
      together.unfinished > 0 ? words.unfinished(together.unfinished) : null,
    ]),
  ];
};

const sayTowards = ({ bids, goodMoments }: OwnSummary, words: ReportWords, write: Written): readonly Block[] =>
  text([
    bids.type === "estimate"
      ? words.bids(Math.round(bids.value * bids.count), bids.count, write.figure(bids, write.percent))
      : null,
    goodMoments.count > 0 ? words.goodMoments(goodMoments.count) : null,
  ]);

const sayFelt = ({ checkIns }: OwnSummary, words: ReportWords, write: Written): readonly Block[] => {
  const known = checkIns.filter(({ slope }) => slope.type === "estimate");
  if (known.length === 0) return [];
  const going = (way: "less" | "more"): readonly string[] =>
    known
      .filter(({ slope }) => slope.type === "estimate" && wayOf(slope, 0) === way)
      .map(({ question }) => words.questions[question]);
  const [rising, falling] = [going("more"), going("less")];
  return [
    ...text([
      rising.length > 0 ? words.felt.rising(write.list(rising)) : null,
      falling.length > 0 ? words.felt.falling(write.list(falling)) : null,
      rising.length + falling.length === 0 ? words.felt.unclear : null,
    ]),
    ...drawFelt(checkIns, words, write),
  ];
};

const sayPatterns = (summary: OwnSummary, words: ReportWords, write: Written): readonly Block[] => {
  const { patterns, reflections } = summary;
  const entries = patterns.flatMap(({ levels }) => levels);
  const isTested = entries.some(({ p }) => p !== null);
  const outstanding = entries.flatMap(({ level, ratio, standsOut }) =>
    standsOut && ratio.type === "estimate"
      ? [words.patterns[ratio.value > 1 ? "more" : "fewer"](words.levels[level], write.figure(ratio, write.number))]
      : [],
  );
  const most = reflections.mostOften.after;
  const after = reflections.after
    .filter(({ share }) => share.type === "estimate" && share.value > 0)
    .slice(0, 3)
    .map(({ word }) => words.after[word]);
  return [
    ...drawCauses(reflections, words, write),
    ...text([most === null ? null : words.causes.after(words.after[most])]),
    ...text([most === null && after.length > 0 ? words.causes.afterUnranked(write.list(after)) : null]),
    ...text([
      isTested ? (outstanding.length > 0 ? words.patterns.some(write.list(outstanding)) : words.patterns.none) : null,
    ]),
    ...drawPatterns(patterns, words, write),
  ];
};

const sayMissing = (summary: OwnSummary, words: ReportWords, write: Written): readonly string[] => {
  const { rate, trend, change, guess, bids, checkIns, reflections, patterns, falseAlarms } = summary;
  const isIdle = change !== null && summary.sessions.length > 0 && !hasTimeBefore(change.day, summary);
  const asked: readonly (readonly [keyof ReportWords["missing"]["what"], Estimate<string> | undefined])[] = [
    ["rate", rate],
    ["falseAlarms", falseAlarms.share],
    ["trend", trend],
    ["change", isIdle ? undefined : change?.ratio],
    ["guess", guess],
    ["bids", bids],
    ["felt", checkIns.find(({ slope }) => slope.type === "insufficient-data")?.slope],
    ["causes", reflections.before[0]?.share],
    ["patterns", lackOfPatterns(patterns)],
  ];
  const lines = asked.flatMap(([what, estimate]) =>
    estimate?.type === "insufficient-data"
      ? [
          words.missing.line(
            words.missing.what[what],
            write.tick(Math.floor(estimate.have * 10) / 10),
            write.whole(estimate.need),
            words.missing.units[estimate.lacks],
          ),
        ]
      : [],
  );
  if (isIdle) lines.push(words.missing.nothingBefore(write.day(change.day)));
  if (change === null) lines.push(words.missing.noChange);
  return lines.length === 0 ? [words.missing.none] : lines;
};

/** What the one that lacks least lacks, if there is none to speak of at all. */
const lackOfPatterns = (patterns: readonly Pattern[]): Estimate<string> | undefined => {
  const entries = patterns.flatMap(({ levels }) => levels);
  return entries.some(({ p }) => p !== null) ? undefined : entries[0]?.ratio;
};
