import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { recordedBytes, type RecordedFile } from "../recorded-file.ts";
import { readWav } from "./read-wav.ts";
import { extensibleFormatBytes, formatBytes, int16Bytes, riffBytes } from "./riff-bytes.ts";

const read = async (file: RecordedFile) => {
  const wav = await readWav(file);
  if (wav.type === "error") return { error: wav.error, samples: [] };
  const samples: number[] = [];
  for await (const batch of wav.value.samples) {
    if (batch.type === "error") return { wav: wav.value, error: batch.error, samples };
    for (const sample of batch.value) samples.push(sample);
  }
  return { wav: wav.value, error: null, samples };
};

const MONO16 = formatBytes({ tag: 1, channels: 1, bits: 16 });
const HALF = int16Bytes(16384, -16384, 0);
const HALVES = [0.5, -0.5, 0];

describe("sample formats", () => {
  test.each<[string, Uint8Array, Uint8Array, number[]]>([
    [
      "8 bit, unsigned",
      formatBytes({ tag: 1, channels: 1, bits: 8 }),
      Uint8Array.of(0, 64, 128, 192),
      [-1, -0.5, 0, 0.5],
    ],
    ["16 bit", MONO16, int16Bytes(-32768, 16384, 1), [-1, 0.5, 2 ** -15]],
    [
      "24 bit",
      formatBytes({ tag: 1, channels: 1, bits: 24 }),
      Uint8Array.of(0, 0, 0x80, 0, 0, 0x40, 1, 0, 0, 0xff, 0xff, 0xff),
      [-1, 0.5, 2 ** -23, -(2 ** -23)],
    ],
    ["32 bit", formatBytes({ tag: 1, channels: 1, bits: 32 }), Uint8Array.of(0, 0, 0, 0x80, 0, 0, 0, 0x40), [-1, 0.5]],
    [
      "20 bit in three bytes",
      formatBytes({ tag: 1, channels: 1, bits: 20, sampleBytes: 3 }),
      Uint8Array.of(0, 0, 0xc0),
      [-0.5],
    ],
    [
      "16 bit, two channels to their mean",
      formatBytes({ tag: 1, channels: 2, bits: 16 }),
      int16Bytes(16384, 0, -32768, 32767),
      [0.25, -1 / 65536],
    ],
    ["16 bit, extensible", extensibleFormatBytes({ tag: 1, channels: 1, bits: 16 }), HALF, HALVES],
    [
      "float, extensible",
      extensibleFormatBytes({ tag: 3, channels: 1, bits: 32 }),
      new Uint8Array(Float32Array.of(0.25, -2).buffer),
      [0.25, -2],
    ],
    [
      "32 bit float with values that are none",
      formatBytes({ tag: 3, channels: 1, bits: 32 }),
      new Uint8Array(Float32Array.of(0.5, NaN).buffer),
      [0.5, NaN],
    ],
    [
      "64 bit float",
      formatBytes({ tag: 3, channels: 1, bits: 64 }),
      new Uint8Array(Float64Array.of(0.5, -0.25).buffer),
      [0.5, -0.25],
    ],
    // Values from the tables of ITU-T G.711: the largest, the smallest, one between.
    [
      "A-law",
      formatBytes({ tag: 6, channels: 1, bits: 8 }),
      Uint8Array.of(0xaa, 0x2a, 0xd5, 0x55, 0x80),
      [0.984375, -0.984375, 8 / 32768, -8 / 32768, 0.16796875],
    ],
    [
      "µ-law",
      formatBytes({ tag: 7, channels: 1, bits: 8 }),
      Uint8Array.of(0x80, 0x00, 0xff, 0x7f, 0xaf),
      [32124 / 32768, -32124 / 32768, 0, 0, 4092 / 32768],
    ],
  ])("%s", async (_, fmt, data, wanted) => {
    const { samples, error, wav } = await read(
      recordedBytes(
        "a",
        riffBytes([
          ["fmt ", fmt],
          ["data", data],
        ]),
      ),
    );
    expect(error).toBeNull();
    expect(samples).toEqual(wanted.map((value) => Math.fround(value) + 0));
    expect(wav?.frames).toBe(wanted.length);
  });

  test.each([8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])("%d Hz", async (sampleRate) => {
    const { wav } = await read(
      recordedBytes(
        "a",
        riffBytes([
          ["fmt ", formatBytes({ tag: 1, channels: 1, bits: 16, sampleBytes: 2, sampleRate })],
          ["data", HALF],
        ]),
      ),
    );
    expect(wav?.sampleRate).toBe(sampleRate);
  });
});

test("gives every sample of real recordings", async () => {
  const sounds = new URL("../../../../../fixtures/sound/", import.meta.url);
  const names = (await readdir(sounds)).filter((name) => name.endsWith(".wav"));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names.slice(0, 3)) {
    const bytes = await readFile(new URL(name, sounds));
    const { wav, samples, error } = await read(recordedBytes(name, bytes, 4_099));
    expect([error, wav?.sampleRate, wav?.channels]).toEqual([null, 16_000, 1]);
    const start = bytes.indexOf("data") + 8;
    expect(samples).toHaveLength(Math.floor((bytes.length - start) / 2));
    expect(samples.every((sample, index) => sample * 32768 === bytes.readInt16LE(start + index * 2))).toBe(true);
  }
});
