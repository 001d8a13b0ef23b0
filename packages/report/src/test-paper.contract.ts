/** A paper for tests: keeps which elements were made and what was written in them, on pages of A4 with letters of one width. */
import type { PdfElement, PdfPaper } from "./pdf.ts";

interface MadeElement {
  readonly tag: string;
  readonly alt: string | null;
}

const lineHeight = 1.35;
const letterWidth = 0.5;

export const createTestPaper = () => {
  const elements: MadeElement[] = [];
  const texts: string[] = [];
  const paths: string[] = [];
  let pages = 1;
  let size = 10;
  const linesOf = (text: string, width: number): number => Math.ceil((text.length * size * letterWidth) / width);
  const same = (): PdfPaper => paper;
  const run = (child: PdfElement | (() => void)): void => {
    if (typeof child === "function") child();
  };
  const paper: PdfPaper = {
    y: 0,
    page: { width: 595, height: 842 },
    addPage: () => (pages += 1),
    heightOfString: (text, { width = 500 }) => linesOf(text, width) * size * lineHeight,
    widthOfString: (text) => text.length * size * letterWidth,
    struct: (tag, { alt } = {}, children = []) => {
      elements.push({ tag, alt: alt ?? null });
      children.forEach(run);
      return { add: run, end: () => undefined };
    },
    addStructure: () => undefined,
    markContent: () => undefined,
    endMarkedContent: () => undefined,
    fontSize: (next) => {
      size = next;
      return paper;
    },
    text: (text, _x, y, { width }) => {
      texts.push(text);
      if (width !== undefined) paper.y = y + linesOf(text, width) * size * lineHeight;
    },
    ...{ font: same, fillColor: same, strokeColor: same, lineWidth: same, dash: same, undash: same },
    path: (path) => {
      paths.push(path);
      return paper;
    },
    ...{ save: same, restore: same, translate: same, scale: same },
    ...{ moveTo: same, lineTo: same, closePath: same, circle: same, fill: same, stroke: same },
  };
  return { paper, elements, texts, paths, pages: () => pages };
};
