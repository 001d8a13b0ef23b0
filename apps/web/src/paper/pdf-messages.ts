/** What a page and the worker that lays out a PDF say to each other. */
import type { Card, Report } from "@undivided/report";

export type Print =
  { readonly type: "report"; readonly report: Report } | { readonly type: "card"; readonly card: Card };

export interface PdfRequest {
  readonly print: Print;
  /** Addresses of the two faces, on the app's own origin. */
  readonly fonts: { readonly regular: string; readonly bold: string };
  /** The time that the file says it was made. */
  readonly nowMs: number;
}

export type PdfReply = { readonly type: "done"; readonly pdf: ArrayBuffer } | { readonly type: "failed" };
