/**
 * A report as a document that `pdfmake` lays out, as plain data: this room neither loads it nor any font.
 *
 * A4, charts as vectors in greys, text that can be marked and read aloud, title and language in the file.
 */
import { greyInks, toSvg } from "./charts/svg.ts";
import type { Block, Report } from "./report.ts";

/** Lists can be written to, because the library writes into what it lays out: make a new one each time. */
export interface PdfDefinition {
  readonly pageSize: "A4";
  readonly pageMargins: [number, number, number, number];
  readonly language: string;
  readonly tagged: true;
  readonly displayTitle: true;
  readonly version: "1.7";
  readonly info: { readonly title: string; readonly creator: string; readonly producer: string };
  readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number };
  readonly content: PdfContent[];
}

export type PdfContent =
  | {
      readonly text: string;
      readonly fontSize?: number;
      readonly bold?: boolean;
      readonly color?: string;
      readonly margin?: [number, number, number, number];
      readonly headlineLevel?: number;
    }
  | { readonly ul: string[]; readonly margin?: [number, number, number, number] }
  | { readonly svg: string; readonly width: number }
  | {
      readonly stack: PdfContent[];
      readonly unbreakable: true;
      readonly margin: [number, number, number, number];
    };

const grey = "#444444";
const small = 8;

/** `font` is the family that whoever lays it out has, with a regular and a bold face. */
export const toPdfDefinition = (report: Report, font: string): PdfDefinition => ({
  pageSize: "A4",
  pageMargins: [40, 40, 40, 36],
  language: report.language,
  tagged: true,
  displayTitle: true,
  version: "1.7",
  info: { title: report.title, creator: "Undivided", producer: "Undivided" },
  defaultStyle: { font, fontSize: 9.5, lineHeight: 1.2 },
  content: [
    { text: report.title, fontSize: 20, bold: true },
    { text: report.subtitle, color: grey, margin: [0, 2, 0, 6] },
    { text: report.preface, margin: [0, 0, 0, 4] },
    ...report.sections.flatMap(({ title, blocks, isSmall }): PdfContent[] => {
      const heading: PdfContent = { text: title, fontSize: isSmall ? 10 : 12.5, bold: true, margin: [0, 8, 0, 3] };
      const [first, ...rest] = blocks.map((block) => layOut(block, isSmall));
      // A heading alone at the foot of a page names nothing.
      return first === undefined ? [] : [{ stack: [heading, first], unbreakable: true, margin: [0, 0, 0, 0] }, ...rest];
    }),
  ],
});

const layOut = (block: Block, isSmall: boolean): PdfContent => {
  switch (block.type) {
    case "text":
      return isSmall
        ? { text: block.text, fontSize: small, color: grey, margin: [0, 0, 0, 2] }
        : { text: block.text, margin: [0, 0, 0, 4] };
    case "list":
      return { ul: [...block.items], margin: [0, 0, 0, 4] };
    case "chart":
      return {
        stack: [
          { text: block.chart.title, bold: true, margin: [0, 3, 0, 3] },
          { svg: toSvg(block.chart, greyInks, null), width: block.chart.width },
        ],
        unbreakable: true,
        margin: [0, 0, 0, 4],
      };
  }
};
