/** Lays out a report or a card as PDF in a worker of its own, which is loaded, with its font, when a PDF is first asked for. */
import regularFont from "@fontsource/figtree/files/figtree-latin-400-normal.woff?url";
import boldFont from "@fontsource/figtree/files/figtree-latin-600-normal.woff?url";
import type { PdfReply, PdfRequest, Print } from "./pdf-messages.ts";

/** `onReply` is called once; returns how to stop it, after which it is not called. */
export const startPdf = (print: Print, nowMs: number, onReply: (reply: PdfReply) => void): (() => void) => {
  const worker = new Worker(new URL("./pdf.worker.ts", import.meta.url), { type: "module", name: "pdf" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  const end = (reply: PdfReply): void => {
    stop();
    onReply(reply);
  };
  worker.onmessage = ({ data }: MessageEvent<PdfReply>) => end(data);
  worker.onerror = () => end({ type: "failed" });
  const absolute = (address: string): string => new URL(address, location.href).href;
  const fonts = { regular: absolute(regularFont), bold: absolute(boldFont) };
  const request: PdfRequest = { print, fonts, nowMs };
  worker.postMessage(request);
  return stop;
};
