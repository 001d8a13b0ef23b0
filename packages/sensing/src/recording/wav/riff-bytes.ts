/** Puts WAVE files together byte by byte, also wrong ones: for tests of the reader. */

export type RiffPart = readonly [id: string, body: Uint8Array, saidBytes?: number];

export interface RiffOptions {
  readonly mark?: string;
  /** The size in the file's first line; the true one if not given. */
  readonly saidBytes?: number;
  /** Odd chunks are filled up to an even length unless this is false. */
  readonly fillUp?: boolean;
}

/** A file of the chunks given; a size given with a chunk is written instead of its true one. */
export const riffBytes = (parts: readonly RiffPart[], options: RiffOptions = {}): Uint8Array => {
  const content = [latin1("WAVE")];
  for (const [id, body, saidBytes = body.length] of parts) {
    content.push(latin1(id), uint32(saidBytes), body);
    if (options.fillUp !== false && body.length % 2 === 1) content.push(new Uint8Array(1));
  }
  const joined = joinBytes(content);
  return joinBytes([latin1(options.mark ?? "RIFF"), uint32(options.saidBytes ?? joined.length), joined]);
};

export interface WavFormatFields {
  readonly tag: number;
  readonly channels: number;
  readonly bits: number;
  readonly sampleBytes?: number;
  readonly sampleRate?: number;
}

/** A `fmt ` chunk of sixteen bytes. */
export const formatBytes = (fields: WavFormatFields): Uint8Array => {
  const { tag, channels, bits, sampleBytes = bits / 8, sampleRate = 16_000 } = fields;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, tag, true);
  view.setUint16(2, channels, true);
  view.setUint32(4, sampleRate, true);
  view.setUint32(8, sampleRate * channels * sampleBytes, true);
  view.setUint16(12, channels * sampleBytes, true);
  view.setUint16(14, bits, true);
  return bytes;
};

/** The same as WAVE_FORMAT_EXTENSIBLE, forty bytes. */
export const extensibleFormatBytes = (fields: WavFormatFields): Uint8Array => {
  const bytes = new Uint8Array(40);
  bytes.set(formatBytes({ ...fields, tag: 0xfffe }));
  bytes.set([22, 0, fields.bits, 0, 0, 0, 0, 0, fields.tag, 0], 16);
  bytes.set([0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71], 26);
  return bytes;
};

export const int16Bytes = (...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setInt16(index * 2, value, true);
  });
  return bytes;
};

export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};
