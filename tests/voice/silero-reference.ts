/** The speech probabilities that onnxruntime computes from the original model file: what our own inference is held to. */
import type { InferenceSession, Tensor, TensorConstructor } from "onnxruntime-common";

const FRAME = 512;
const CONTEXT = 64;

/** `session` and `tensor` from the same onnxruntime (node or web). Frames in a row without reset; an unfinished last one is left out. */
export const inferByOnnxRuntime = async (
  session: InferenceSession,
  tensor: TensorConstructor,
  samples: Float32Array,
): Promise<Float32Array> => {
  const rate = new tensor("int64", BigInt64Array.of(16_000n), []);
  const input = new Float32Array(CONTEXT + FRAME);
  const speech = new Float32Array(Math.floor(samples.length / FRAME));
  let state: Tensor = new tensor("float32", new Float32Array(2 * 128), [2, 1, 128]);
  for (let frame = 0; frame < speech.length; frame++) {
    input.copyWithin(0, FRAME);
    input.set(samples.subarray(frame * FRAME, (frame + 1) * FRAME), CONTEXT);
    const results = await session.run({ input: new tensor("float32", input, [1, input.length]), state, sr: rate });
    const { output, stateN } = results;
    const probability = output?.data[0];
    if (typeof probability !== "number" || stateN === undefined) throw new Error("not the expected model");
    speech[frame] = probability;
    state = stateN;
  }
  return speech;
};
