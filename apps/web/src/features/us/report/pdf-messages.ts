/** What the report's page and the worker that lays out its PDF say to each other. */
import type { Report } from "@undivided/report";

export interface PdfRequest {
  readonly report: Report;
  /** Addresses of the two faces, on the app's own origin. */
  readonly fonts: { readonly regular: string; readonly bold: string };
  /** The time that the file says it was made. */
  readonly nowMs: number;
}

export type PdfReply = { readonly type: "done"; readonly pdf: ArrayBuffer } | { readonly type: "failed" };
