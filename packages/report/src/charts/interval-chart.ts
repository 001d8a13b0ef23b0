/** Some figures one under the other, each a dot with its interval on one axis. */
import type { Chart, Drawing, Frame, Shape } from "./chart.ts";
import { label, layOut, line } from "./chart.ts";

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

const top = 4;
/** Room beside the axis, for what a row is and for its figure; on a phone both stand above the row's interval. */
const beside = { left: 150, right: 120, rowHeight: 15, above: 0 } as const;
const stacked = { left: 18, right: 18, rowHeight: 32, above: 15 } as const;

export const drawIntervalChart = (input: IntervalChartInput): Chart =>
  layOut(
    {
      title: input.title,
      description: input.description,
      table: { head: input.head, rows: input.rows.map((row) => [row.label, row.text]) },
    },
    (frame) => lay(input, frame),
  );

const lay = (input: IntervalChartInput, { width, size, isNarrow }: Frame): Omit<Drawing, "width"> => {
  const { left, right, rowHeight, above } = isNarrow ? stacked : beside;
  const { rows, ticks, scale, reference } = input;
  const place = (value: number): number => (scale === "log" ? Math.log(Math.max(value, 1e-9)) : value);
  const first = place(ticks[0]?.value ?? 0);
  const last = place(ticks.at(-1)?.value ?? 1);
  const x = (value: number): number =>
    left + (width - left - right) * Math.max(0, Math.min(1, (place(value) - first) / (last - first)));
  const bottom = top + rows.length * rowHeight + 2;
  const shapes: Shape[] = ticks.flatMap(({ value, text }) => [
    line({ x: x(value), y: top }, { x: x(value), y: bottom }, "band", 0.5),
    label({ x: x(value), y: bottom + size + 1.5 }, text, "middle", size),
  ]);
  if (reference !== null)
    shapes.push(line({ x: x(reference), y: top }, { x: x(reference), y: bottom }, "soft", 1, true));
  rows.forEach((row, index) => {
    const rowTop = top + index * rowHeight;
    const y = rowTop + above + (rowHeight - above) / 2;
    if (isNarrow) {
      shapes.push(label({ x: 0, y: rowTop + size }, row.label, "start", size));
      shapes.push(label({ x: width, y: rowTop + size }, row.text, "end", size));
    } else {
      shapes.push(label({ x: left - 8, y: y + 3 }, row.label, "end", size + 0.5));
      shapes.push(label({ x: width - right + 8, y: y + 3 }, row.text, "start", size));
    }
    shapes.push(line({ x: x(row.low), y }, { x: x(row.high), y }, "soft", 2.5));
    shapes.push({ type: "dot", at: { x: x(row.value), y }, radius: 3, ink: "strong" });
  });
  return { height: bottom + size + 5.5, shapes };
};
