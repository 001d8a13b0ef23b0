/**
 * A report's layout as the bytes of a PDF. `pdfmake` is loaded only here; its Roboto (Apache-2.0) is embedded as far as it is used.
 *
 * The library may fetch addresses and read files that a document names; ours names none, and both are refused but for the fonts.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Report, toPdfDefinition } from "@undivided/report";

const family = "Roboto";

/** `nowMs` is the time that the file says it was made. */
export const renderPdf = async (report: Report, nowMs: number): Promise<Uint8Array> => {
  const { default: pdfmake } = await import("pdfmake");
  const fonts = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts", family);
  const regular = join(fonts, "Roboto-Regular.ttf");
  const bold = join(fonts, "Roboto-Medium.ttf");
  pdfmake.setFonts({ [family]: { normal: regular, bold, italics: regular, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  const definition = toPdfDefinition(report, family);
  const info = { ...definition.info, creationDate: new Date(nowMs) };
  return pdfmake.createPdf({ ...definition, info }).getBuffer();
};
