/** The outline of a measured curve as an SVG path: one column a pixel, holes where nothing was measured. */
import { scaleLinear } from "d3-scale";
import { area } from "d3-shape";
import type { Strip } from "./lanes.ts";
import { toColumns, type Column } from "./min-max.ts";
import type { TimeWindow } from "./window.ts";

/** A line is drawn at least this thick, so that a steady value stays visible. */
const lineThickness = 1.5;

export const stripPath = (strip: Strip, view: TimeWindow, width: number, height: number): string => {
  const count = Math.max(1, Math.round(width));
  const columns = toColumns(strip.envelope, view, count);
  const y = scaleLinear().domain([0, strip.ceiling]).range([height, 0]).clamp(true);
  const half = lineThickness / 2;
  const outline = area<Column | null>()
    .defined((column) => column !== null)
    .x((_column, index) => ((index + 0.5) * width) / count)
    .y0((column) => (strip.shape === "area" ? height : y(column?.low ?? 0) + half))
    .y1((column) => y(column?.high ?? 0) - (strip.shape === "area" ? 0 : half));
  return outline(columns) ?? "";
};

export const thresholdHeight = (strip: Strip, height: number): number | null =>
  strip.threshold === null
    ? null
    : scaleLinear().domain([0, strip.ceiling]).range([height, 0]).clamp(true)(strip.threshold);
