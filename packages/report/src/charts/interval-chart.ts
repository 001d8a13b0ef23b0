/** Some figures one under the other, each a dot with its interval on one axis. */
import type { Chart, Shape } from "./chart.ts";
import { label, line } from "./chart.ts";

export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The same in words, beside it. */
  readonly text: string;
}

export interface IntervalChartInput {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly IntervalRow[];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** "linear", or "log" for ratios; ends are those of the ticks, and what lies beyond is cut. */
  readonly scale: "linear" | "log";
  /** What no difference is; null where there is none. */
  readonly reference: number | null;
  readonly head: readonly string[];
}

const width = 515;
const left = 150;
const right = 120;
const rowHeight = 15;
const top = 4;

export const drawIntervalChart = (input: IntervalChartInput): Chart => {
  const { rows, ticks, scale, reference } = input;
  const place = (value: number): number => (scale === "log" ? Math.log(Math.max(value, 1e-9)) : value);
  const first = place(ticks[0]?.value ?? 0);
  const last = place(ticks.at(-1)?.value ?? 1);
  const x = (value: number): number =>
    left + (width - left - right) * Math.max(0, Math.min(1, (place(value) - first) / (last - first)));
  const bottom = top + rows.length * rowHeight + 2;
  const shapes: Shape[] = ticks.flatMap(({ value, text }) => [
    line({ x: x(value), y: top }, { x: x(value), y: bottom }, "band", 0.5),
    label({ x: x(value), y: bottom + 10 }, text, "middle"),
  ]);
  if (reference !== null)
    shapes.push(line({ x: x(reference), y: top }, { x: x(reference), y: bottom }, "soft", 1, true));
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * rowHeight;
    shapes.push(label({ x: left - 8, y: y + 3 }, row.label, "end", 9));
    shapes.push(line({ x: x(row.low), y }, { x: x(row.high), y }, "soft", 2.5));
    shapes.push({ type: "dot", at: { x: x(row.value), y }, radius: 3, ink: "strong" });
    shapes.push(label({ x: width - right + 8, y: y + 3 }, row.text));
  });
  return {
    title: input.title,
    description: input.description,
    width,
    height: bottom + 14,
    shapes,
    table: { head: input.head, rows: rows.map((row) => [row.label, row.text]) },
  };
};
