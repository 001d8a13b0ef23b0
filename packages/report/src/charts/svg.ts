/** A chart as an SVG element, for HTML and for PDF. All text of it is escaped. */
import type { Drawing, Ink, Point, Shape } from "./chart.ts";

export type InkColours = Readonly<Record<Ink | "text", string>>;

/** Greys far enough apart to print. */
export const greyInks: InkColours = { strong: "#1f1f1f", soft: "#757575", band: "#d9d9d9", text: "#333333" };

/** `title` names it for whoever does not see it; null where that is done around it. */
export const toSvg = (chart: Drawing, inks: InkColours, title: string | null): string => {
  const name = title === null ? "" : ` role="img" aria-label="${escapeMarkup(title)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${chart.width}" height="${chart.height}" viewBox="0 0 ${chart.width} ${chart.height}"${name}>`,
    ...chart.shapes.map((shape) => drawShape(shape, inks)),
    "</svg>",
  ].join("");
};

const drawShape = (shape: Shape, inks: InkColours): string => {
  switch (shape.type) {
    case "line": {
      const { from, to, ink, width, isDashed } = shape;
      const dash = isDashed ? ' stroke-dasharray="3 2"' : "";
      return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${inks[ink]}" stroke-width="${width}"${dash}/>`;
    }
    case "path":
      return `<polyline points="${list(shape.points)}" fill="none" stroke="${inks[shape.ink]}" stroke-width="${shape.width}"/>`;
    case "area":
      return `<polygon points="${list(shape.points)}" fill="${inks[shape.ink]}"/>`;
    case "dot":
      return `<circle cx="${round(shape.at.x)}" cy="${round(shape.at.y)}" r="${shape.radius}" fill="${inks[shape.ink]}"/>`;
    case "label":
      return `<text x="${round(shape.at.x)}" y="${round(shape.at.y)}" text-anchor="${shape.anchor}" font-size="${shape.size}" fill="${inks.text}">${escapeMarkup(shape.text)}</text>`;
  }
};

const list = (points: readonly Point[]): string => points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");

const round = (value: number): number => Math.round(value * 100) / 100;

/** For text and for attributes in double quotes. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
