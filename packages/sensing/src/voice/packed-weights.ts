/**
 * The weights as a browser downloads them: about 0.5 MB after gzip instead of 1.3 MB.
 *
 * Layout: four bytes "UVW1"; for each tensor of `SILERO_SHAPES`, in order, one byte with its number of fraction bits; then
 * three planes with one byte for each weight (high, middle, low) of the weight as a 24-bit fixed-point number, offset by
 * 2²³. Planes, because gzip finds what the high bytes have in common only when they stand together.
 *
 * Fixed point keeps the same absolute precision for every weight of a tensor, and that is what the network's sums feel: it
 * came out smaller and twice as exact as floats with a shortened mantissa (docs/adr/0004).
 */
import { err, ok, type Result } from "@undivided/domain";
import { SILERO_SHAPES, type SileroTensorName, type SileroWeights } from "./silero-weights.ts";

export type PackedWeightsError =
  /** The first bytes are those of something else, or of another version of the format. */
  | { readonly type: "not-packed-weights" }
  | { readonly type: "wrong-length"; readonly expectedBytes: number; readonly foundBytes: number };

/**
 * Bits after the binary point. Measured on the sounds of `fixtures/sound` one after the other: |Δp| at most 1.6e-4 from
 * onnxruntime. One bit fewer in each large tensor saves 24 kB and doubles that.
 */
const FRACTION_BITS: { readonly [Name in SileroTensorName]: number } = {
  encoder0Weight: 17,
  encoder0Bias: 18,
  encoder1Weight: 19,
  encoder1Bias: 18,
  encoder2Weight: 18,
  encoder2Bias: 18,
  encoder3Weight: 17,
  encoder3Bias: 18,
  lstmInput: 18,
  lstmRecurrent: 18,
  lstmBias: 20,
  headWeight: 20,
  headBias: 20,
};

const MAGIC = [0x55, 0x56, 0x57, 0x31]; // "UVW1"
const OFFSET = 2 ** 23;
const LARGEST_FRACTION_BITS = 23;

const lengthOf = (shape: readonly number[]): number => shape.reduce((product, dim) => product * dim, 1);

const TENSOR_COUNT = Object.keys(SILERO_SHAPES).length;
const WEIGHT_COUNT = Object.values<readonly number[]>(SILERO_SHAPES).reduce((sum, shape) => sum + lengthOf(shape), 0);
const PLANES_START = MAGIC.length + TENSOR_COUNT;
const PACKED_BYTES = PLANES_START + 3 * WEIGHT_COUNT;

/** @throws RangeError if a weight does not fit: the fraction bits are chosen for the one known set of weights. */
export const packWeights = (weights: SileroWeights): Uint8Array => {
  const packed = new Uint8Array(PACKED_BYTES);
  packed.set(MAGIC);
  let tensor = 0;
  let at = PLANES_START;
  mapTensors((name) => {
    packed[MAGIC.length + tensor++] = FRACTION_BITS[name];
    for (const weight of weights[name]) {
      const fixed = Math.round(weight * 2 ** FRACTION_BITS[name]) + OFFSET;
      if (!(fixed >= 0 && fixed < 2 * OFFSET)) throw new RangeError(`${name} has a weight that does not fit`);
      packed[at] = fixed >> 16;
      packed[at + WEIGHT_COUNT] = fixed >> 8;
      packed[at + 2 * WEIGHT_COUNT] = fixed;
      at++;
    }
    return weights[name];
  });
  return packed;
};

/** Total: foreign or shortened bytes give an error. A few milliseconds; keeps no reference to `packed`. */
export const unpackWeights = (packed: Uint8Array): Result<SileroWeights, PackedWeightsError> => {
  if (MAGIC.some((byte, index) => packed[index] !== byte)) return err({ type: "not-packed-weights" });
  if (packed.length !== PACKED_BYTES) {
    return err({ type: "wrong-length", expectedBytes: PACKED_BYTES, foundBytes: packed.length });
  }
  const fractionBits = packed.subarray(MAGIC.length, PLANES_START);
  if (fractionBits.some((bits) => bits > LARGEST_FRACTION_BITS)) return err({ type: "not-packed-weights" });

  let tensor = 0;
  let at = PLANES_START;
  return ok(
    mapTensors((name) => {
      const scale = 2 ** -(fractionBits[tensor++] ?? 0);
      const values = new Float32Array(lengthOf(SILERO_SHAPES[name]));
      for (let index = 0; index < values.length; index++) {
        const high = packed[at] ?? 0;
        const middle = packed[at + WEIGHT_COUNT] ?? 0;
        const low = packed[at + 2 * WEIGHT_COUNT] ?? 0;
        values[index] = (high * 65_536 + middle * 256 + low - OFFSET) * scale;
        at++;
      }
      return values;
    }),
  );
};

/** Builds the weights tensor by tensor, in the order of `SILERO_SHAPES`. */
const mapTensors = (make: (name: SileroTensorName) => Float32Array): SileroWeights => ({
  encoder0Weight: make("encoder0Weight"),
  encoder0Bias: make("encoder0Bias"),
  encoder1Weight: make("encoder1Weight"),
  encoder1Bias: make("encoder1Bias"),
  encoder2Weight: make("encoder2Weight"),
  encoder2Bias: make("encoder2Bias"),
  encoder3Weight: make("encoder3Weight"),
  encoder3Bias: make("encoder3Bias"),
  lstmInput: make("lstmInput"),
  lstmRecurrent: make("lstmRecurrent"),
  lstmBias: make("lstmBias"),
  headWeight: make("headWeight"),
  headBias: make("headBias"),
});
