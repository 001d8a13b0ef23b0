/** A chart drawn on paper, from its geometry, in greys. */
import type { Chart, Point, Shape } from "./chart.ts";
import { greyInks } from "./svg.ts";

/** What is needed of a document of `pdfkit` to draw with; each call gives the document again. */
export interface PaperInk {
  readonly font: (name: string) => PaperInk;
  readonly fontSize: (size: number) => PaperInk;
  readonly fillColor: (colour: string) => PaperInk;
  readonly strokeColor: (colour: string) => PaperInk;
  readonly lineWidth: (width: number) => PaperInk;
  readonly dash: (length: number, options: { readonly space: number }) => PaperInk;
  readonly undash: () => PaperInk;
  readonly moveTo: (x: number, y: number) => PaperInk;
  readonly lineTo: (x: number, y: number) => PaperInk;
  readonly closePath: () => PaperInk;
  /** As an SVG path is written. */
  readonly path: (path: string) => PaperInk;
  readonly save: () => PaperInk;
  readonly restore: () => PaperInk;
  readonly translate: (x: number, y: number) => PaperInk;
  readonly scale: (factor: number) => PaperInk;
  readonly circle: (x: number, y: number, radius: number) => PaperInk;
  readonly fill: () => PaperInk;
  readonly stroke: () => PaperInk;
  readonly widthOfString: (text: string) => number;
  readonly text: (
    text: string,
    x: number,
    y: number,
    options: {
      readonly width?: number;
      readonly lineGap?: number;
      readonly lineBreak?: boolean;
      readonly align?: "center";
    },
  ) => unknown;
}

/** Of a size of letters, from the foot of a line up to where the library begins it. */
const ascent = 0.95;

/** `at` is the chart's top left corner on the page. */
export const drawChart = (chart: Chart, paper: PaperInk, face: string, at: Point): void => {
  for (const shape of chart.shapes) drawShape(shape, paper, face, at);
};

const drawShape = (shape: Shape, paper: PaperInk, face: string, at: Point): void => {
  switch (shape.type) {
    case "line": {
      const { from, to, ink, width, isDashed } = shape;
      if (isDashed) paper.dash(3, { space: 2 });
      trace(paper, [from, to], at).lineWidth(width).strokeColor(greyInks[ink]).stroke();
      if (isDashed) paper.undash();
      return;
    }
    case "path":
      trace(paper, shape.points, at).lineWidth(shape.width).strokeColor(greyInks[shape.ink]).stroke();
      return;
    case "area":
      trace(paper, shape.points, at).closePath().fillColor(greyInks[shape.ink]).fill();
      return;
    case "dot":
      paper
        .circle(at.x + shape.at.x, at.y + shape.at.y, shape.radius)
        .fillColor(greyInks[shape.ink])
        .fill();
      return;
    case "label": {
      paper.font(face).fontSize(shape.size).fillColor(greyInks.text);
      const width = paper.widthOfString(shape.text);
      const left = shape.anchor === "start" ? 0 : shape.anchor === "middle" ? width / 2 : width;
      paper.text(shape.text, at.x + shape.at.x - left, at.y + shape.at.y - ascent * shape.size, { lineBreak: false });
    }
  }
};

const trace = (paper: PaperInk, points: readonly Point[], at: Point): PaperInk => {
  points.forEach(({ x, y }, index) => {
    if (index === 0) paper.moveTo(at.x + x, at.y + y);
    else paper.lineTo(at.x + x, at.y + y);
  });
  return paper;
};
