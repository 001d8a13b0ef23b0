import fc from "fast-check";
import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { drawQr } from "./qr-path.ts";

/** The drawing as a camera would see it: each module some pixels wide, dark on white. */
const toImage = ({ side, path }: ReturnType<typeof drawQr>, scale = 6) => {
  const width = side * scale;
  const pixels = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = "", y = ""] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: width, data: pixels };
};

describe("a drawn QR code", () => {
  it("reads back as the text that was drawn", () => {
    const texts = fc.array(fc.constantFrom(..."ABCabc019-_/:#.".split("")), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(texts, (letters) => {
        const text = letters.join("");
        expect(decodeQR(toImage(drawQr(text)))).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});
