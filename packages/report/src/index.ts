export type { Chart, Drawing, Ink, Point, Shape } from "./charts/chart.ts";
export { greyInks, toSvg, type InkColours } from "./charts/svg.ts";
export { drawCard, type BasketCard, type Card, type TipsCard } from "./card.ts";
export { createReport } from "./create-report.ts";
export { createReportOfBoth, markOf, type BothInput } from "./create-report-of-both.ts";
export { toHtml } from "./html.ts";
export { drawPdf, pdfMargins, titleOfPdf, type PdfElement, type PdfFaces, type PdfPaper } from "./pdf.ts";
export type { Block, Report, Section } from "./report.ts";
export { LANGUAGES, type Language } from "./words/report-words.ts";
