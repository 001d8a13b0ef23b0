/**
 * A report drawn on the pages of a PDF, tagged so that it can be read aloud: headings, paragraphs, lists, and each chart as one figure with
 * what it shows as its alternative text, numbers included.
 *
 * A4, charts as vectors in greys, two faces. The paper is given: this room loads neither the library that makes the file nor a font.
 */
import { drawChart, type PaperInk } from "./charts/paper-chart.ts";
import type { Chart } from "./charts/chart.ts";
import type { Block, Report, Section } from "./report.ts";

/** An element of the tree that tells a reader what is what; its content is drawn when it is called. */
export interface PdfElement {
  readonly add: (child: PdfElement | (() => void)) => unknown;
  readonly end: () => unknown;
}

interface TextOptions {
  readonly width?: number;
  readonly lineGap?: number;
  readonly lineBreak?: boolean;
}

/** What is needed of a document of `pdfkit`. */
export interface PdfPaper extends PaperInk {
  y: number;
  readonly page: { readonly width: number; readonly height: number };
  readonly addPage: () => unknown;
  readonly heightOfString: (text: string, options: TextOptions) => number;
  readonly struct: (
    type: string,
    options?: { readonly alt?: string; readonly bbox?: readonly number[] },
    children?: (() => void)[],
  ) => PdfElement;
  readonly addStructure: (element: PdfElement) => unknown;
  readonly markContent: (tag: "Artifact") => unknown;
  readonly endMarkedContent: () => unknown;
}

/** Names under which the paper knows a regular and a bold face. */
export interface PdfFaces {
  readonly regular: string;
  readonly bold: string;
}

export const pdfMargins = { top: 40, bottom: 36, left: 40, right: 40 } as const;

const ink = "#000000";
const grey = "#444444";
const lineGap = 1.5;
/** More rows would be no help to listen to; the chart's description says how many there are. */
const mostRowsAloud = 60;

/** What a file says of itself, for a report and for a card. */
export const titleOfPdf = ({ title, language }: Pick<Report, "title" | "language">) =>
  ({ lang: language, info: { Title: title, Creator: "Undivided", Producer: "Undivided" } }) as const;

export const drawPdf = (report: Report, paper: PdfPaper, faces: PdfFaces): void => {
  const width = paper.page.width - pdfMargins.left - pdfMargins.right;
  const bottom = paper.page.height - pdfMargins.bottom;
  const root = paper.struct("Document");
  paper.addStructure(root);

  const setFace = ({ size, isBold, colour }: Face): void => {
    paper
      .font(isBold ? faces.bold : faces.regular)
      .fontSize(size)
      .fillColor(colour);
  };
  const heightOf = (text: string, face: Face): number => {
    setFace(face);
    return paper.heightOfString(text, { width, lineGap }) + face.after;
  };
  const say = (parent: PdfElement, tag: string, text: string, face: Face, indent = 0): void => {
    parent.add(
      paper.struct(tag, {}, [
        () => {
          setFace(face);
          paper.text(text, pdfMargins.left + indent, paper.y, { width: width - indent, lineGap });
        },
      ]),
    );
    paper.y += face.after;
  };
  const makeRoom = (height: number): void => {
    if (paper.y + height <= bottom) return;
    paper.addPage();
    paper.y = pdfMargins.top;
  };
  const heightOfBlock = (block: Block, text: Face): number =>
    block.type === "chart"
      ? heightOf(block.chart.title, captionFace) + block.chart.height + chartGap
      : block.type === "list"
        ? Math.min(60, block.items.length * 14)
        : heightOf(block.text, text);

  const drawBlock = (block: Block, text: Face): void => {
    switch (block.type) {
      case "text":
        return say(root, "P", block.text, text);
      case "list": {
        const list = paper.struct("L");
        root.add(list);
        for (const item of block.items) {
          const entry = paper.struct("LI");
          list.add(entry);
          const y = paper.y;
          say(entry, "Lbl", "•", { ...text, after: 0 }, 4);
          paper.y = y;
          say(entry, "LBody", item, { ...text, after: 1 }, 14);
        }
        paper.y += text.after;
        return;
      }
      case "chart": {
        const { chart } = block;
        makeRoom(heightOfBlock(block, text));
        say(root, "P", chart.title, captionFace);
        const top = paper.y;
        const box = [pdfMargins.left, top, pdfMargins.left + chart.width, top + chart.height];
        root.add(
          paper.struct("Figure", { alt: describe(chart), bbox: box }, [
            () => drawChart(chart, paper, faces.regular, { x: pdfMargins.left, y: top }),
          ]),
        );
        paper.y = top + chart.height + chartGap;
      }
    }
  };
  const drawSection = ({ title, blocks, isSmall }: Section): void => {
    const [text, heading] = isSmall ? [smallFace, smallHeadingFace] : [textFace, headingFace];
    const [first] = blocks;
    if (first === undefined) return;
    paper.y += sectionGap;
    // A heading alone at the foot of a page names nothing.
    makeRoom(heightOf(title, heading) + heightOfBlock(first, text));
    say(root, "H2", title, heading);
    for (const block of blocks) drawBlock(block, text);
  };

  paper.y = pdfMargins.top;
  say(root, "H1", report.title, titleFace);
  say(root, "P", report.subtitle, { ...textFace, colour: grey });
  say(root, "P", report.preface, textFace);
  for (const section of report.sections) drawSection(section);
  root.end();
};

interface Face {
  readonly size: number;
  readonly isBold: boolean;
  readonly colour: string;
  /** Room below. */
  readonly after: number;
}

const titleFace: Face = { size: 20, isBold: true, colour: ink, after: 2 };
const headingFace: Face = { size: 12.5, isBold: true, colour: ink, after: 2 };
const smallHeadingFace: Face = { size: 10, isBold: true, colour: ink, after: 2 };
const captionFace: Face = { size: 9.5, isBold: true, colour: ink, after: 3 };
const textFace: Face = { size: 9.5, isBold: false, colour: ink, after: 3 };
const smallFace: Face = { size: 8, isBold: false, colour: grey, after: 2 };
const sectionGap = 7;
const chartGap = 5;

/** What is drawn, then the numbers, row by row with the words of the table's head. */
export const describe = ({ description, table }: Chart): string => {
  const { head, rows } = table;
  if (rows.length > mostRowsAloud) return description;
  const say = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell : `${head[index] ?? ""} ${cell}`)).join(", ");
  return [description, ...rows.map((cells) => `${head[0] ?? ""} ${say(cells)}.`)].join(" ");
};
