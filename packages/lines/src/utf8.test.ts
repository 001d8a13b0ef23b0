import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8 } from "./utf8.ts";

test("decodes valid UTF-8 as the platform does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const bytes = Buffer.from(text.replace(/[\uD800-\uDFFF]/gu, ""));
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(bytes.toString("utf8"));
    }),
  );
  const bytes = Buffer.from("µ m/s² 🙂");
  expect(decodeUtf8(bytes, 0, bytes.length)).toBe("µ m/s² 🙂");
});

test("puts U+FFFD where bytes are no UTF-8, and finds the same bytes bad as the platform does", () => {
  const platform = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isValid = (bytes: Uint8Array): boolean => {
    try {
      platform.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const bytes = fc.uint8Array({ maxLength: 8 }).map((raw) => raw.map((byte) => (byte % 3 === 0 ? byte | 0xc0 : byte)));
  fc.assert(
    fc.property(bytes, (raw) => {
      expect(decodeUtf8(raw, 0, raw.length).includes("\uFFFD")).toBe(
        !isValid(raw) || Buffer.from(raw).toString("utf8").includes("\uFFFD"),
      );
    }),
    { numRuns: 5000 },
  );
});
