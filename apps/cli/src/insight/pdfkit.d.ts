/** What is used of `pdfkit`, which has no types of its own for this version. */
declare module "pdfkit" {
  import type { PdfPaper } from "@undivided/report";

  interface Options {
    readonly size: "A4";
    readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
    readonly pdfVersion: "1.7";
    readonly tagged: true;
    readonly displayTitle: true;
    readonly lang: string;
    /** None to begin with: it would ask for one of its own. */
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }
  interface Document extends PdfPaper {
    readonly registerFont: (name: string, bytes: Uint8Array) => unknown;
    readonly end: () => void;
  }
  const PdfDocument: new (options: Options) => Document;
  // eslint-disable-next-line undivided/no-default-export -- the package has one
  export default PdfDocument;
}

declare module "pdfkit/output" {
  import type PdfDocument from "pdfkit";

  export const toBytes: (document: InstanceType<typeof PdfDocument>) => Promise<Uint8Array<ArrayBuffer>>;
}
