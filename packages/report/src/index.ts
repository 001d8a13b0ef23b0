export type { Chart, Ink, Point, Shape } from "./charts/chart.ts";
export { greyInks, toSvg, type InkColours } from "./charts/svg.ts";
export { createReport } from "./create-report.ts";
export { toHtml } from "./html.ts";
export { toPdfDefinition, type PdfContent, type PdfDefinition } from "./pdf.ts";
export type { Block, Report, Section } from "./report.ts";
export { LANGUAGES, type Language } from "./words/report-words.ts";
