/** A QR code (ISO/IEC 18004) as one path of unit squares, by the package `qr`; with the four modules of quiet around it. */
import { encodeQR } from "qr";

export interface QrDrawing {
  /** Modules a side, the quiet ones included. */
  readonly side: number;
  readonly path: string;
}

const quiet = 4;

/** Error correction "medium": a screen is not torn, but it may be dirty. @throws when the text is longer than a code can hold. */
export const drawQr = (text: string): QrDrawing => {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quiet });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { side: rows.length, path };
};
