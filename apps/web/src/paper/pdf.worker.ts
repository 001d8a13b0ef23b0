/**
 * Draws a report or a card as PDF, in a worker: `pdfkit` and two faces of Figtree (OFL-1.1) are fetched from the app's own origin when a PDF is
 * first asked for, and embedded as far as they are used.
 */
import { drawCard, drawPdf, pdfMargins, titleOfPdf } from "@undivided/report";
import PdfDocument from "pdfkit";
import { toBytes } from "pdfkit/output";
import type { PdfReply, PdfRequest } from "./pdf-messages.ts";

const faces = { regular: "regular", bold: "bold" } as const;

const fetchBytes = async (address: string): Promise<Uint8Array> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error("a font could not be fetched");
  return new Uint8Array(await response.arrayBuffer());
};

const render = async ({ print, fonts, nowMs }: PdfRequest): Promise<ArrayBuffer> => {
  const [regular, bold] = await Promise.all([fetchBytes(fonts.regular), fetchBytes(fonts.bold)]);
  const { lang, info } = titleOfPdf(print.type === "report" ? print.report : print.card);
  const document = new PdfDocument({
    ...{ size: "A4", margins: pdfMargins, pdfVersion: "1.7", tagged: true, displayTitle: true, font: null, lang },
    info: { ...info, CreationDate: new Date(nowMs) },
  });
  document.registerFont(faces.regular, regular);
  document.registerFont(faces.bold, bold);
  const bytes = toBytes(document);
  if (print.type === "report") drawPdf(print.report, document, faces);
  else drawCard(print.card, document, faces);
  document.end();
  return (await bytes).buffer;
};

const reply = (message: PdfReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<PdfRequest>) => {
  void render(data).then(
    (pdf) => reply({ type: "done", pdf }),
    () => reply({ type: "failed" }),
  );
};
