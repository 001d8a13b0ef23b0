/**
 * A chart as shapes in a box, with the table that says the same.
 *
 * Inks are named by what they are for and differ in lightness, so that a chart can be read in grey; whoever draws it gives them colours.
 */
export type Ink = "strong" | "soft" | "band";

export type Shape =
  | {
      readonly type: "line";
      readonly from: Point;
      readonly to: Point;
      readonly ink: Ink;
      readonly width: number;
      readonly isDashed: boolean;
    }
  | { readonly type: "path"; readonly points: readonly Point[]; readonly ink: Ink; readonly width: number }
  | { readonly type: "area"; readonly points: readonly Point[]; readonly ink: Ink }
  | { readonly type: "dot"; readonly at: Point; readonly radius: number; readonly ink: Ink }
  | {
      readonly type: "label";
      readonly at: Point;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly size: number;
    };

/** From the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  /** States the finding. */
  readonly title: string;
  /** What is drawn, for whoever does not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export const line = (from: Point, to: Point, ink: Ink, width = 0.75, isDashed = false): Shape => ({
  type: "line",
  from,
  to,
  ink,
  width,
  isDashed,
});

export const label = (at: Point, text: string, anchor: "start" | "middle" | "end" = "start", size = 8.5): Shape => ({
  type: "label",
  at,
  text,
  anchor,
  size,
});

/** Round numbers from 0 up to at least `top`, about `count` of them. */
export const ticksUpTo = (top: number, count: number): readonly number[] => {
  const rough = Math.max(top, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const last = Math.ceil(top / step - 1e-9);
  return Array.from({ length: Math.max(1, last) + 1 }, (_, index) => index * step);
};
