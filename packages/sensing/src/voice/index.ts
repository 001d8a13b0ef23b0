/** Voice activity: samples in, one speech probability for each 32 ms out. Keeps no sound beyond the frame at hand. */
export { createLiveSpeech, type LiveSpeech, type LiveSpeechOptions } from "./live-speech.ts";
export { readOnnxTensors, type OnnxError, type Tensor } from "./onnx-tensors.ts";
export { packWeights, unpackWeights, type PackedWeightsError } from "./packed-weights.ts";
export {
  createSileroVad,
  VAD_FRAME_MS,
  VAD_FRAME_PARTS,
  VAD_FRAME_SAMPLES,
  VAD_SAMPLE_RATE,
  type SileroVad,
} from "./silero-vad.ts";
export {
  readSileroWeights,
  SILERO_WEIGHTS_FILE,
  SILERO_FILE_MD5,
  SILERO_PACKAGE,
  type SileroWeights,
  type SileroWeightsError,
} from "./silero-weights.ts";
export { createFramer, type Framer } from "./framer.ts";
export { createSpeechStream, type SpeechStream, type SpeechStreamOptions } from "./speech-stream.ts";
