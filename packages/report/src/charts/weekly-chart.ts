/** Moments an hour, week by week: interval band, values, and beneath it each time together with its moments. */
import type { Chart, Drawing, Frame, Point, Shape } from "./chart.ts";
import { label, layOut, line, ticksUpTo } from "./chart.ts";

export interface WeeklyPoint {
  /** As it is read: the Monday of the week. */
  readonly week: string;
  readonly hours: string;
  readonly count: number;
  /** Null where there was too little. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number; readonly text: string } | null;
}

export interface WeeklyEvening {
  /** In weeks from the first Monday. */
  readonly at: number;
  readonly count: number;
}

export interface WeeklyChartInput {
  readonly title: string;
  readonly description: string;
  readonly weeks: readonly WeeklyPoint[];
  readonly evenings: readonly WeeklyEvening[];
  /** Where something changed, in weeks from the first Monday. */
  readonly change: { readonly at: number; readonly text: string } | null;
  readonly axis: string;
  readonly evenAxis: string;
  readonly head: readonly string[];
  readonly formatTick: (value: number) => string;
}

const left = 34;
const right = 6;
const top = 18;
const plotHeight = 112;
const eveningHeight = 34;
/** Weeks; more, and their dots would touch each other. */
const mostDots = { page: 80, phone: 40 } as const;
/** The part of the width from which on the word of a change stands before its line. */
const wordBefore = { page: 0.7, phone: 0.5 } as const;
const mostStacked = 10;

export const drawWeeklyChart = (input: WeeklyChartInput): Chart =>
  layOut(
    {
      title: input.title,
      description: input.description,
      table: {
        head: input.head,
        rows: input.weeks.map(({ week, hours, count, rate }) => [week, hours, String(count), rate?.text ?? "–"]),
      },
    },
    (frame) => lay(input, frame),
  );

const lay = (input: WeeklyChartInput, { width, size, mostLabels, isNarrow }: Frame): Omit<Drawing, "width"> => {
  const kind = isNarrow ? "phone" : "page";
  const eveningTop = top + plotHeight + size + 7.5;
  const hasDots = input.weeks.length <= mostDots[kind];
  const { weeks, evenings, change, formatTick } = input;
  const highest = Math.max(0, ...weeks.map(({ rate }) => rate?.high ?? 0));
  const ticks = ticksUpTo(highest === 0 ? 1 : highest, 4);
  const most = ticks.at(-1) ?? 1;
  const span = Math.max(1, weeks.length);
  const x = (week: number): number => left + ((width - left - right) * week) / span;
  const y = (rate: number): number => top + plotHeight * (1 - rate / most);
  const bottom = top + plotHeight;
  const shapes: Shape[] = [label({ x: 0, y: 9 }, input.axis, "start", size)];
  for (const tick of ticks) {
    shapes.push(line({ x: left, y: y(tick) }, { x: width - right, y: y(tick) }, "band", 0.5));
    shapes.push(label({ x: left - 5, y: y(tick) + 3 }, formatTick(tick), "end", size));
  }
  for (const run of runsOf(weeks)) {
    const high = run.map(({ index, rate }): Point => ({ x: x(index + 0.5), y: y(rate.high) }));
    const low = run.map(({ index, rate }): Point => ({ x: x(index + 0.5), y: y(rate.low) }));
    if (run.length > 1) {
      shapes.push({ type: "area", points: [...high, ...low.reverse()], ink: "band" });
      shapes.push({
        type: "path",
        points: run.map(({ index, rate }) => ({ x: x(index + 0.5), y: y(rate.value) })),
        ink: "strong",
        width: 1.25,
      });
    } else if (high[0] !== undefined && low[0] !== undefined) shapes.push(line(low[0], high[0], "soft", 3));
    if (hasDots)
      for (const { index, rate } of run)
        shapes.push({ type: "dot", at: { x: x(index + 0.5), y: y(rate.value) }, radius: 2, ink: "strong" });
  }
  if (change !== null && change.at >= 0 && change.at <= span) {
    const atEnd = change.at > span * wordBefore[kind];
    shapes.push(line({ x: x(change.at), y: top - 6 }, { x: x(change.at), y: bottom }, "strong", 0.75, true));
    shapes.push(label({ x: x(change.at) + (atEnd ? -4 : 4), y: top }, change.text, atEnd ? "end" : "start", size));
  }
  shapes.push(line({ x: left, y: bottom }, { x: width - right, y: bottom }, "strong"));
  const every = Math.ceil(weeks.length / mostLabels);
  weeks.forEach(({ week }, index) => {
    if (index % every === 0) shapes.push(label({ x: x(index + 0.5), y: bottom + size + 2.5 }, week, "middle", size));
  });
  if (hasDots) {
    shapes.push(label({ x: 0, y: eveningTop + 10 }, input.evenAxis, "start", size));
    const base = eveningTop + (isNarrow ? 27 : 12) + eveningHeight;
    shapes.push(line({ x: left, y: base }, { x: width - right, y: base }, "soft", 0.5));
    for (const { at, count } of evenings) {
      const stacked = Math.min(mostStacked, count);
      if (stacked === 0) shapes.push(line({ x: x(at), y: base - 1 }, { x: x(at), y: base + 1.5 }, "soft", 0.75));
      for (let one = 0; one < stacked; one += 1)
        shapes.push({ type: "dot", at: { x: x(at), y: base - 2.5 - one * 3.2 }, radius: 1.2, ink: "strong" });
      if (count > mostStacked)
        shapes.push(label({ x: x(at), y: base - 4 - mostStacked * 3.2 }, String(count), "middle", isNarrow ? 9 : 6));
    }
  }
  return {
    height: hasDots ? eveningTop + eveningHeight + (isNarrow ? 32 : 16) : bottom + 16,
    shapes,
  };
};

interface RatedWeek {
  readonly index: number;
  readonly rate: NonNullable<WeeklyPoint["rate"]>;
}

/** Neighbouring weeks that have a rate. */
const runsOf = (weeks: readonly WeeklyPoint[]): readonly (readonly RatedWeek[])[] => {
  const runs: RatedWeek[][] = [];
  weeks.forEach(({ rate }, index) => {
    if (rate === null) return;
    const last = runs.at(-1);
    if (last?.at(-1)?.index === index - 1) last.push({ index, rate });
    else runs.push([{ index, rate }]);
  });
  return runs;
};
