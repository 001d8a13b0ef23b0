/**
 * Samples of a WAVE file as mono Float32 in −1 … 1: the mean of the channels.
 *
 * A value of fewer bits than its container is left-justified by the standard, so that the container's width alone sets the scale.
 * Not-a-number in float samples is passed on: what to do with it is the listener's choice.
 */
import type { WavFormat } from "./wav-format.ts";

/** Reads one sample at a byte offset. */
type SampleReader = (view: DataView, offset: number) => number;

/** Decodes `frames` frames that begin at `offset`. */
export type FrameDecoder = (view: DataView, offset: number, frames: number) => Float32Array<ArrayBuffer>;

export const createFrameDecoder = (format: WavFormat): FrameDecoder => {
  const read = chooseReader(format);
  const { channels, sampleBytes } = format;
  return (view, offset, frames) => {
    const mono = new Float32Array(frames);
    let at = offset;
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0;
      for (let channel = 0; channel < channels; channel++) {
        sum += read(view, at);
        at += sampleBytes;
      }
      mono[frame] = sum / channels;
    }
    return mono;
  };
};

const chooseReader = (format: WavFormat): SampleReader => {
  switch (format.encoding) {
    case "pcm":
      return chooseInteger(format.sampleBytes);
    case "float":
      return format.sampleBytes === 4
        ? (view, offset) => view.getFloat32(offset, true)
        : (view, offset) => view.getFloat64(offset, true);
    case "a-law":
      return (view, offset) => A_LAW[view.getUint8(offset)] ?? NaN;
    case "mu-law":
      return (view, offset) => MU_LAW[view.getUint8(offset)] ?? NaN;
  }
};

const chooseInteger = (sampleBytes: number): SampleReader => {
  switch (sampleBytes) {
    case 1:
      // Eight bits are the one unsigned width.
      return (view, offset) => (view.getUint8(offset) - 128) / 128;
    case 2:
      return (view, offset) => view.getInt16(offset, true) / 2 ** 15;
    case 3:
      return (view, offset) => (view.getUint8(offset) + view.getInt16(offset + 1, true) * 256) / 2 ** 23;
    default:
      return (view, offset) => view.getInt32(offset, true) / 2 ** 31;
  }
};

/** ITU-T G.711, A-law: 13 bits, every even bit inverted on the line. */
const decodeALaw = (code: number): number => {
  const line = code ^ 0x55;
  const exponent = (line >> 4) & 7;
  const step = ((line & 15) << 4) + 8;
  const size = exponent === 0 ? step : (step + 256) << (exponent - 1);
  return (line & 0x80 ? size : -size) / 2 ** 15;
};

/** ITU-T G.711, µ-law: 14 bits, all bits inverted on the line, biased by 33 (132 in sixteen bits). */
const decodeMuLaw = (code: number): number => {
  const line = ~code & 0xff;
  const size = ((((line & 15) << 3) + 132) << ((line >> 4) & 7)) - 132;
  return (line & 0x80 ? -size : size) / 2 ** 15;
};

const A_LAW = Float32Array.from({ length: 256 }, (_, code) => decodeALaw(code));
const MU_LAW = Float32Array.from({ length: 256 }, (_, code) => decodeMuLaw(code));
