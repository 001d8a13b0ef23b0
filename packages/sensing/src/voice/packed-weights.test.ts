import { gzipSync } from "node:zlib";
import { err, isErr } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSileroWeights } from "../../../../tests/voice/sound-fixtures.ts";
import { packWeights, unpackWeights } from "./packed-weights.ts";
import type { SileroTensorName } from "./silero-weights.ts";

const weights = loadSileroWeights();
const packed = packWeights(weights);

describe("packed weights", () => {
  it("come back as they were, but for the bits left out", () => {
    const unpacked = unpackWeights(packed);
    if (isErr(unpacked)) throw new Error(unpacked.error.type);
    const largestChange = (name: SileroTensorName): number =>
      weights[name].reduce(
        (most, weight, index) => Math.max(most, Math.abs(weight - (unpacked.value[name][index] ?? NaN))),
        0,
      );
    expect(largestChange("encoder0Weight")).toBeLessThanOrEqual(2 ** -18);
    expect(largestChange("encoder1Weight")).toBeLessThanOrEqual(2 ** -20);
    expect(largestChange("lstmRecurrent")).toBeLessThanOrEqual(2 ** -19);
    expect(largestChange("headBias")).toBeLessThanOrEqual(2 ** -21);
  });

  it("pack the same a second time: nothing is lost on the way", () => {
    const unpacked = unpackWeights(packed);
    if (isErr(unpacked)) throw new Error(unpacked.error.type);
    expect(packWeights(unpacked.value)).toEqual(packed);
  });

  it("take at most 520 kB after gzip", () => {
    expect(gzipSync(packed, { level: 9 }).length).toBeLessThan(520_000);
  });

  it("are refused when shortened, lengthened, or something else", () => {
    expect(unpackWeights(packed.subarray(0, -1))).toEqual(
      err({ type: "wrong-length", expectedBytes: packed.length, foundBytes: packed.length - 1 }),
    );
    expect(unpackWeights(Uint8Array.of(...packed.subarray(0, 20))).type).toBe("error");
    expect(unpackWeights(new Uint8Array(packed.length))).toEqual(err({ type: "not-packed-weights" }));
    const tooFine = packed.slice();
    tooFine[4] = 24;
    expect(unpackWeights(tooFine)).toEqual(err({ type: "not-packed-weights" }));
  });

  it("are read or refused on any bytes, and never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (bytes, withStart) => {
        expect(unpackWeights(withStart ? Uint8Array.of(...packed.subarray(0, 4), ...bytes) : bytes).type).toBe("error");
      }),
    );
  });

  it("do not take weights that are too large for their bits", () => {
    expect(() => packWeights({ ...weights, headBias: Float32Array.of(9) })).toThrow(RangeError);
    expect(() => packWeights({ ...weights, headBias: Float32Array.of(NaN) })).toThrow(RangeError);
  });
});
