/** A report as the bytes of a PDF. `pdfkit` is loaded only here; of the two faces of Figtree (OFL-1.1) what is used is embedded. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { drawPdf, pdfMargins, titleOfPdf, type Report } from "@undivided/report";

const { resolve } = createRequire(import.meta.url);
const faces = { regular: "regular", bold: "bold" } as const;
const files = {
  regular: "@fontsource/figtree/files/figtree-latin-400-normal.woff",
  bold: "@fontsource/figtree/files/figtree-latin-600-normal.woff",
} as const;

/** `nowMs` is the time that the file says it was made. */
export const renderPdf = async (report: Report, nowMs: number): Promise<Uint8Array> => {
  const [{ default: PdfDocument }, { toBytes }, regular, bold] = await Promise.all([
    import("pdfkit"),
    import("pdfkit/output"),
    readFile(resolve(files.regular)),
    readFile(resolve(files.bold)),
  ]);
  const { lang, info } = titleOfPdf(report);
  const document = new PdfDocument({
    ...{ size: "A4", margins: pdfMargins, pdfVersion: "1.7", tagged: true, displayTitle: true, font: null, lang },
    info: { ...info, CreationDate: new Date(nowMs) },
  });
  document.registerFont(faces.regular, regular);
  document.registerFont(faces.bold, bold);
  const bytes = toBytes(document);
  drawPdf(report, document, faces);
  document.end();
  return bytes;
};
