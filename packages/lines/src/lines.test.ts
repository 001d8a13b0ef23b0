import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLineCutter, MAX_LINE_BYTES } from "./lines.ts";

const cutLines = (bytes: Uint8Array, cuts: readonly number[]): (string | null)[] => {
  const lines: (string | null)[] = [];
  const cutter = createLineCutter((line, start, end, number, tooLong) => {
    expect(number).toBe(lines.length + 1);
    lines.push(tooLong ? null : Buffer.from(line.subarray(start, end)).toString("latin1"));
  });
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    // A copy that is wiped afterwards: the cutter must not hold on to a chunk.
    const chunk = Uint8Array.from(bytes.subarray(from, to));
    cutter.push(chunk);
    chunk.fill(0);
    from = to;
  }
  cutter.finish();
  return lines;
};

const text = fc.string({ unit: fc.constantFrom("a", ",", "\n", "\r", "\r\n", "ü", "\uFEFF"), maxLength: 40 });
const cuts = fc.array(fc.nat(200), { maxLength: 12 });

describe("cutting bytes into lines", () => {
  test("gives the lines of the text wherever the bytes are cut and however lines end", () => {
    fc.assert(
      fc.property(text, cuts, (written, at) => {
        const lines = written.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
        if (lines.at(-1) === "" && (lines.length > 1 || written === "")) lines.pop();
        const wanted = lines.map((line) => Buffer.from(line).toString("latin1"));
        expect(cutLines(Buffer.from(written), at)).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  test("reports a line beyond the limit once, keeps the rest, and does so wherever it is cut", () => {
    const long = Buffer.from(`first\n${"x".repeat(MAX_LINE_BYTES + 1)}\nlast`);
    fc.assert(
      fc.property(fc.array(fc.nat(long.length), { maxLength: 5 }), (at) => {
        expect(cutLines(long, at)).toEqual(["first", null, "last"]);
      }),
      { numRuns: 50 },
    );
    expect(cutLines(Buffer.from("y".repeat(MAX_LINE_BYTES)), [])[0]).toHaveLength(MAX_LINE_BYTES);
  });
});
