/** The charts of a report, each a block where there is something to draw. */
import type { CivilDate } from "@undivided/domain";
import type { CheckInTrend, OwnSummary, Pattern, ReflectedStates } from "@undivided/insight";
import { mainFindingOf } from "@undivided/insight/finding";
import { ticksUpTo } from "./charts/chart.ts";
import { drawIntervalChart, type IntervalRow } from "./charts/interval-chart.ts";
import { drawWeeklyChart } from "./charts/weekly-chart.ts";
import type { Block } from "./report.ts";
import type { Written } from "./words/numbers.ts";
import type { ReportWords } from "./words/report-words.ts";

const mostCauses = 5;
/** In a title that ranks nothing. */
const mostUnranked = 3;
const WEEK_MS = 604_800_000;

const weeksBetween = (from: CivilDate, to: CivilDate): number =>
  (Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / WEEK_MS;

export const drawWeeks = (summary: OwnSummary, words: ReportWords, write: Written): readonly Block[] => {
  const { weeks, sessions, change } = summary;
  const first = weeks[0]?.week;
  if (first === undefined || weeks.every(({ rate }) => rate.type !== "estimate")) return [];
  const chart = drawWeeklyChart({
    title: titleOfWeeks(summary, words, write),
    description: words.weekly.description(weeks.length),
    weeks: weeks.map(({ week, hours, count, rate }) => ({
      week: write.shortDay(week),
      hours: write.hours(hours),
      count,
      rate: rate.type === "estimate" ? { ...rate, text: words.figure(write.figure(rate, write.number)) } : null,
    })),
    evenings: sessions.map(({ day, count }) => ({ at: weeksBetween(first, day), count })),
    change:
      change === null
        ? null
        : { at: weeksBetween(first, change.day), text: words.weekly.change(write.shortDay(change.day)) },
    axis: words.weekly.axis,
    evenAxis: words.weekly.evenAxis,
    head: words.weekly.head,
    formatTick: write.tick,
  });
  return [{ type: "chart", chart }];
};

const titleOfWeeks = (summary: OwnSummary, words: ReportWords, write: Written): string => {
  const finding = mainFindingOf(summary);
  if (finding === null) return words.noTrendTitle;
  return finding.type === "change"
    ? words.changeTitle[finding.way](write.day(finding.day))
    : words.trendTitle[finding.way];
};

export const drawFelt = (checkIns: readonly CheckInTrend[], words: ReportWords, write: Written): readonly Block[] => {
  const rows = checkIns.flatMap(({ question, slope }): readonly IntervalRow[] =>
    slope.type === "estimate"
      ? [{ label: words.questions[question], ...slope, text: words.figure(write.figure(slope, write.signed)) }]
      : [],
  );
  if (rows.length === 0) return [];
  const widest = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const most = ticksUpTo(widest, 2).at(-1) ?? 1;
  const chart = drawIntervalChart({
    title: words.felt.title,
    description: words.felt.description,
    rows,
    ticks: [-most, -most / 2, 0, most / 2, most].map((value) => ({ value, text: write.signedTick(value) })),
    scale: "linear",
    reference: 0,
    head: words.felt.head,
  });
  return [{ type: "chart", chart }];
};

export const drawCauses = (reflections: ReflectedStates, words: ReportWords, write: Written): readonly Block[] => {
  const rows = reflections.before
    .slice(0, mostCauses)
    .flatMap(({ word, share }): readonly IntervalRow[] =>
      share.type === "estimate" && share.value > 0
        ? [{ label: words.before[word], ...share, text: words.figure(write.figure(share, write.percent)) }]
        : [],
    );
  const top = reflections.before[0];
  if (rows.length === 0 || top?.share.type !== "estimate") return [];
  const { value, count } = top.share;
  const named = reflections.before
    .filter(({ share }) => share.type === "estimate" && share.value > 0)
    .slice(0, mostUnranked)
    .map(({ word }) => words.before[word]);
  const chart = drawIntervalChart({
    title:
      reflections.mostOften.before === top.word
        ? words.causes.title(words.before[top.word], Math.round(value * count), count)
        : words.causes.unranked(write.list(named), count),
    description: words.causes.description,
    rows,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((tick) => ({ value: tick, text: write.percent(tick) })),
    scale: "linear",
    reference: null,
    head: words.causes.head,
  });
  return [{ type: "chart", chart }];
};

export const drawPatterns = (patterns: readonly Pattern[], words: ReportWords, write: Written): readonly Block[] => {
  const rows = patterns
    .flatMap(({ levels }) => levels)
    .flatMap(({ level, ratio }): readonly IntervalRow[] =>
      ratio.type === "estimate"
        ? [{ label: words.levels[level], ...ratio, text: words.figure(write.figure(ratio, write.number)) }]
        : [],
    );
  if (rows.length < 2) return [];
  const chart = drawIntervalChart({
    title: words.patterns.title,
    description: words.patterns.description,
    rows,
    ticks: [0.25, 0.5, 1, 2, 4].map((value) => ({ value, text: write.tick(value) })),
    scale: "log",
    reference: 1,
    head: words.patterns.head,
  });
  return [{ type: "chart", chart }];
};
