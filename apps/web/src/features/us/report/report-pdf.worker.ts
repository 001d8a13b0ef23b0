/**
 * Lays out a report as PDF, in a worker: `pdfmake` and its Roboto (Apache-2.0) are fetched from the app's own origin when a PDF is first
 * asked for, and embedded as far as they are used.
 *
 * The library may fetch addresses that a document names; ours names none, and all are refused.
 */
import pdfmake from "pdfmake/build/pdfmake.js";
import { toPdfDefinition } from "@undivided/report";
import type { PdfReply, PdfRequest } from "./pdf-messages.ts";

/** What the browser build has beside the types of the package. */
declare module "pdfmake/build/pdfmake.js" {
  export const virtualfs: { readonly writeFileSync: (name: string, content: Uint8Array) => void };
}

const family = "Roboto";
const regularFile = "regular.ttf";
const boldFile = "bold.ttf";

const fetchBytes = async (address: string): Promise<Uint8Array> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error("a font could not be fetched");
  return new Uint8Array(await response.arrayBuffer());
};

const render = async ({ report, fonts, nowMs }: PdfRequest): Promise<ArrayBuffer> => {
  const [regular, bold] = await Promise.all([fetchBytes(fonts.regular), fetchBytes(fonts.bold)]);
  pdfmake.virtualfs.writeFileSync(regularFile, regular);
  pdfmake.virtualfs.writeFileSync(boldFile, bold);
  pdfmake.setFonts({ [family]: { normal: regularFile, bold: boldFile, italics: regularFile, bolditalics: boldFile } });
  pdfmake.setUrlAccessPolicy(() => false);
  const definition = toPdfDefinition(report, family);
  const info = { ...definition.info, creationDate: new Date(nowMs) };
  const bytes = await pdfmake.createPdf({ ...definition, info }).getBuffer();
  return new Uint8Array(bytes).buffer;
};

const reply = (message: PdfReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<PdfRequest>) => {
  void render(data).then(
    (pdf) => reply({ type: "done", pdf }),
    () => reply({ type: "failed" }),
  );
};
