/**
 * Cards to print: one for the basket with a code that opens the start screen, and ten tips on one sheet.
 *
 * Drawn on a paper that is given, like a report. Words and the drawing of the code are passed in: this room knows no content and no
 * address. The code's alternative text is the address that it holds.
 */
import type { PdfElement, PdfFaces, PdfPaper } from "./pdf.ts";
import type { Language } from "./words/report-words.ts";

export type Card = BasketCard | TipsCard;

export interface BasketCard {
  readonly type: "basket";
  readonly language: Language;
  /** Of the file. */
  readonly title: string;
  readonly sentence: string;
  /** Without its protocol, to be read. */
  readonly address: string;
  /** Dark unit squares as one SVG path, the quiet around them included. */
  readonly code: { readonly side: number; readonly path: string };
}

export interface TipsCard {
  readonly type: "tips";
  readonly language: Language;
  readonly title: string;
  readonly tips: readonly { readonly title: string; readonly text: string }[];
}

const night = "#1b1b3a";
const amber = "#f2a65a";
const dusk = "#3d3a6b";
/** 7.4 to white: the number of a tip. */
const amberText = "#7a3d06";
const quiet = "#4a4766";
const marginTop = 64;
const marginSide = 56;
const columnGap = 28;
const numberWidth = 48;

/** Names under which the paper knows its faces are those of a report. */
export const drawCard = (card: Card, paper: PdfPaper, faces: PdfFaces): void => {
  const root = paper.struct("Document");
  paper.addStructure(root);
  paper.y = marginTop;
  if (card.type === "basket") drawBasket(card, paper, faces, root);
  else drawTips(card, paper, faces, root);
  root.end();
};

const drawBasket = (
  { sentence, address, code }: BasketCard,
  paper: PdfPaper,
  faces: PdfFaces,
  root: PdfElement,
): void => {
  const width = paper.page.width - 2 * marginSide;
  const middle = paper.page.width / 2;
  const centred = { width, align: "center", lineGap: 6 } as const;
  drawMark(paper, { x: middle - 60, y: marginTop + 64 }, 120);
  paper.y = marginTop + 228;
  // One sentence a line, each drawn for itself: lines of one text are centred by what stands before them.
  say(root, paper, "H1", () => {
    paper.font(faces.bold).fontSize(34).fillColor(night);
    for (const line of sentence.split(/(?<=\.) /)) paper.text(line, marginSide, paper.y, centred);
  });
  const top = paper.y + 44;
  const alt = address;
  const bbox = [middle - 120, top, middle + 120, top + 240];
  root.add(
    paper.struct("Figure", { alt, bbox }, [
      () => {
        paper
          .save()
          .translate(middle - 120, top)
          .scale(240 / code.side);
        paper.path(code.path).fillColor(night).fill().restore();
      },
    ]),
  );
  paper.y = top + 252;
  say(root, paper, "P", () => {
    paper.font(faces.regular).fontSize(11).fillColor(quiet).text(address, marginSide, paper.y, centred);
  });
};

const drawTips = ({ title, tips }: TipsCard, paper: PdfPaper, faces: PdfFaces, root: PdfElement): void => {
  const column = (paper.page.width - 2 * marginSide - columnGap) / 2;
  say(root, paper, "H1", () => {
    paper.font(faces.bold).fontSize(38).fillColor(night);
    paper.text(title, marginSide, paper.y, { width: 2 * column + columnGap });
  });
  const top = paper.y + 40;
  const half = Math.ceil(tips.length / 2);
  const list = paper.struct("L");
  root.add(list);
  let lowest = top;
  tips.forEach((tip, index) => {
    if (index === 0 || index === half) paper.y = top;
    const left = marginSide + (index < half ? 0 : column + columnGap);
    drawTip(tip, { number: index + 1, left, width: column }, paper, faces, list);
    lowest = Math.max(lowest, paper.y);
  });
  drawMark(paper, { x: marginSide, y: lowest + 20 }, 16);
  say(root, paper, "P", () => {
    paper
      .font(faces.regular)
      .fontSize(11)
      .fillColor(quiet)
      .text("Undivided", marginSide + 24, lowest + 21, {});
  });
};

const drawTip = (
  { title, text }: TipsCard["tips"][number],
  { number, left, width }: { readonly number: number; readonly left: number; readonly width: number },
  paper: PdfPaper,
  faces: PdfFaces,
  list: PdfElement,
): void => {
  const entry = paper.struct("LI");
  list.add(entry);
  const top = paper.y;
  say(entry, paper, "Lbl", () => {
    paper.font(faces.bold).fontSize(30).fillColor(amberText).text(String(number), left, top, { lineBreak: false });
  });
  const inside = { width: width - numberWidth, lineGap: 3 };
  say(entry, paper, "LBody", () => {
    paper.font(faces.bold).fontSize(16.5).fillColor(night);
    paper.text(title, left + numberWidth, top + 4, inside);
    paper.font(faces.regular).fontSize(13).fillColor(quiet);
    paper.text(text, left + numberWidth, paper.y + 5, inside);
  });
  paper.y += 32;
};

const say = (parent: PdfElement, paper: PdfPaper, tag: string, write: () => void): void => {
  parent.add(paper.struct(tag, {}, [write]));
};

/** The two half-discs, turned to each other; drawn in a box of 64. */
const drawMark = (paper: PdfPaper, at: { readonly x: number; readonly y: number }, side: number): void => {
  // An ornament: nothing to read aloud.
  paper.markContent("Artifact");
  paper
    .save()
    .translate(at.x, at.y)
    .scale(side / 64);
  paper.path("M28 2.27a30 30 0 0 0 0 59.46z").fillColor(amber).fill();
  paper.path("M36 2.27a30 30 0 0 1 0 59.46z").fillColor(dusk).fill().restore();
  paper.endMarkedContent();
};
