/**
 * A chart as shapes in a box, with the table that says the same.
 *
 * Each is laid out twice from the same numbers: for a page, and for the width of a phone with larger letters, so that nobody has to scroll
 * sideways or to guess at a label. Inks are named by what they are for and differ in lightness, so that a chart can be read in grey; whoever draws it gives them colours.
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

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** As laid out for a page. */
export interface Chart extends Drawing {
  /** States the finding. */
  readonly title: string;
  /** What is drawn, for whoever does not see it. */
  readonly description: string;
  /** The same for the width of a phone. */
  readonly narrow: Drawing;
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

export const label = (at: Point, text: string, anchor: "start" | "middle" | "end", size: number): Shape => ({
  type: "label",
  at,
  text,
  anchor,
  size,
});

export interface Frame {
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  readonly mostLabels: number;
  readonly isNarrow: boolean;
}

const page: Frame = { width: 515, size: 8.5, mostLabels: 8, isNarrow: false };
const phone: Frame = { width: 280, size: 11, mostLabels: 4, isNarrow: true };

/** A chart from the way to lay it out. */
export const layOut = (
  words: Pick<Chart, "title" | "description" | "table">,
  lay: (frame: Frame) => Omit<Drawing, "width">,
): Chart => ({
  title: words.title,
  description: words.description,
  ...{ width: page.width, ...lay(page) },
  narrow: { width: phone.width, ...lay(phone) },
  table: words.table,
});

/** Round numbers from 0 up to at least `top`, about `count` of them. */
export const ticksUpTo = (top: number, count: number): readonly number[] => {
  const rough = Math.max(top, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const last = Math.ceil(top / step - 1e-9);
  return Array.from({ length: Math.max(1, last) + 1 }, (_, index) => index * step);
};
