/** One bar a week, from zero. */
import type { Chart, Drawing, Frame, Shape } from "./chart.ts";
import { label, layOut, line, ticksUpTo } from "./chart.ts";

export interface BarChartInput {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
  readonly axis: string;
  readonly head: readonly string[];
  readonly formatTick: (value: number) => string;
}

const left = 34;
const right = 6;
const top = 18;
const plotHeight = 84;
/** Of the place that a bar has. */
const barShare = 0.62;

export const drawBarChart = (input: BarChartInput): Chart =>
  layOut(
    {
      title: input.title,
      description: input.description,
      table: { head: input.head, rows: input.bars.map(({ label: week, text }) => [week, text]) },
    },
    (frame) => lay(input, frame),
  );

const lay = (input: BarChartInput, { width, size, mostLabels }: Frame): Omit<Drawing, "width"> => {
  const { bars, formatTick } = input;
  const ticks = ticksUpTo(Math.max(0.5, ...bars.map(({ value }) => value)), 3);
  const most = ticks.at(-1) ?? 1;
  const step = (width - left - right) / Math.max(1, bars.length);
  const y = (value: number): number => top + plotHeight * (1 - value / most);
  const bottom = top + plotHeight;
  const shapes: Shape[] = [label({ x: 0, y: 9 }, input.axis, "start", size)];
  for (const tick of ticks) {
    shapes.push(line({ x: left, y: y(tick) }, { x: width - right, y: y(tick) }, "band", 0.5));
    shapes.push(label({ x: left - 5, y: y(tick) + 3 }, formatTick(tick), "end", size));
  }
  const every = Math.ceil(bars.length / mostLabels);
  bars.forEach((bar, index) => {
    const middle = left + step * (index + 0.5);
    const [from, to] = [middle - (step * barShare) / 2, middle + (step * barShare) / 2];
    const points = [
      { x: from, y: bottom },
      { x: from, y: y(bar.value) },
      { x: to, y: y(bar.value) },
      { x: to, y: bottom },
    ];
    if (bar.value > 0) shapes.push({ type: "area", points, ink: "soft" });
    if (index % every === 0) shapes.push(label({ x: middle, y: bottom + size + 3 }, bar.label, "middle", size));
  });
  shapes.push(line({ x: left, y: bottom }, { x: width - right, y: bottom }, "strong"));
  return { height: bottom + size + 8, shapes };
};
