import { createHash } from "node:crypto";
import { err, isErr } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSileroWeights, readSileroFile } from "../../../../tests/voice/sound-fixtures.ts";
import { readOnnxTensors } from "./onnx-tensors.ts";
import { readSileroWeights, SILERO_FILE_MD5, SILERO_SHAPES } from "./silero-weights.ts";

const file = readSileroFile();

/** A message with one length-delimited field. */
const field = (number: number, ...content: readonly Uint8Array[]): Uint8Array => {
  const bytes = content.flatMap((part) => [...part]);
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) length.push((rest % 128) | 0x80);
  return Uint8Array.of(number * 8 + 2, ...length, rest, ...bytes);
};
const text = (value: string): Uint8Array => Uint8Array.from(value, (char) => char.charCodeAt(0));
const tensor = (name: string, dims: readonly number[], raw: Uint8Array): Uint8Array =>
  field(
    5,
    Uint8Array.from(dims.flatMap((dim) => [0x08, dim])),
    Uint8Array.of(0x10, 1),
    field(8, text(name)),
    field(9, raw),
  );
const model = (...tensors: readonly Uint8Array[]): Uint8Array => field(7, ...tensors);

describe("readSileroWeights", () => {
  it("reads the installed model, which is the pinned one", () => {
    expect(createHash("md5").update(file).digest("hex")).toBe(SILERO_FILE_MD5);
    const lengths = Object.values(loadSileroWeights()).map(({ length }) => length);
    const expected = Object.values<readonly number[]>(SILERO_SHAPES).map((shape) => shape.reduce((a, b) => a * b));
    expect(lengths).toEqual(expected);
    expect(lengths.reduce((a, b) => a + b)).toBe(222_593);
  });

  it("keeps the taps that meet data and adds up the two biases", () => {
    const weights = loadSileroWeights();
    const tensors = readOnnxTensors(file);
    if (isErr(tensors)) throw new Error(tensors.error.type);
    const original = (name: string): Float32Array => tensors.value.get(`model.${name}`)?.values ?? new Float32Array(0);
    const third = original("encoder.2.reparam_conv.weight");
    const fourth = original("encoder.3.reparam_conv.weight");
    expect([...weights.encoder2Weight.subarray(0, 4)]).toEqual([third[1], third[2], third[4], third[5]]);
    expect([...weights.encoder3Weight.subarray(0, 2)]).toEqual([fourth[1], fourth[4]]);
    const biases = [original("decoder.rnn.bias_ih")[511] ?? 0, original("decoder.rnn.bias_hh")[511] ?? 0];
    expect(weights.lstmBias[511]).toBe(Math.fround((biases[0] ?? 0) + (biases[1] ?? 0)));
  });

  it("refuses the other models of the same package by the tensor that is missing or shaped otherwise", () => {
    expect(readSileroWeights(model())).toEqual(err({ type: "missing-tensor", tensor: "decoder.rnn.bias_hh" }));
    const short = model(tensor("model.decoder.rnn.bias_hh", [2], new Uint8Array(8)));
    expect(readSileroWeights(short)).toEqual(
      err({ type: "wrong-shape", tensor: "decoder.rnn.bias_hh", expected: [512], found: [2] }),
    );
  });

  it("refuses a model with a weight that is not a number", () => {
    const damaged = file.slice();
    const name = text("model.decoder.decoder.2.bias");
    // The initialiser is the last place where the name stands; tag and length come before its four bytes of data.
    const initialiser = lastIndexOf(damaged, name);
    damaged.set([0x00, 0x00, 0xc0, 0x7f], initialiser + name.length + 2);
    expect(readSileroWeights(damaged)).toEqual(err({ type: "not-finite", tensor: "decoder.decoder.2.bias" }));
  });

  it("names a tensor whose bytes do not match its shape", () => {
    expect(readOnnxTensors(model(tensor("a", [3], new Uint8Array(8))))).toEqual(
      err({ type: "wrong-size", tensor: "a", expectedBytes: 12, foundBytes: 8 }),
    );
  });

  it("says of bytes without a graph that there is none", () => {
    expect(readOnnxTensors(new Uint8Array(0))).toEqual(err({ type: "no-graph" }));
  });

  // After the graph come four bytes that say which operators it uses; a file without them holds the same weights.
  it("refuses the file cut off anywhere before the end of its graph", () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 5 }), (length) => {
        expect(readSileroWeights(file.subarray(0, length)).type).toBe("error");
      }),
      { numRuns: 30, examples: [[file.length - 5], [0]] },
    );
  });

  it("returns weights or an error, and never throws, when bytes of the file are changed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.nat({ max: file.length - 1 }), fc.nat({ max: 20_000 })), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (changes) => {
          const damaged = file.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          const weights = readSileroWeights(damaged);
          if (weights.type === "ok") expect(Object.keys(weights.value)).toEqual(Object.keys(SILERO_SHAPES));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const lastIndexOf = (bytes: Uint8Array, part: Uint8Array): number => {
  for (let at = bytes.length - part.length; at >= 0; at--) {
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
};
