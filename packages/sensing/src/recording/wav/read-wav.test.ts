import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordedBytes, type RecordedFile } from "../recorded-file.ts";
import { readWav } from "./read-wav.ts";
import { formatBytes, int16Bytes, riffBytes } from "./riff-bytes.ts";

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

/** Without a size known beforehand, as from a pipe. */
const streamed = (bytes: Uint8Array, chunkBytes?: number): RecordedFile => {
  const { name, chunks } = recordedBytes("s.wav", bytes, chunkBytes);
  return { name, chunks };
};

const MONO16 = formatBytes({ tag: 1, channels: 1, bits: 16 });
const HALF = int16Bytes(16384, -16384, 0);
const HALVES = [0.5, -0.5, 0];
const simple = riffBytes([
  ["fmt ", MONO16],
  ["data", HALF],
]);

describe("the layout of the file", () => {
  const LIST = Buffer.from("INFOabc");

  test.each<[string, Uint8Array, number[]]>([
    [
      "other chunks before, between and behind, of odd sizes",
      riffBytes([
        ["LIST", LIST],
        ["fmt ", MONO16],
        ["fact", LIST],
        ["data", HALF],
        ["LIST", LIST],
      ]),
      HALVES,
    ],
    [
      "odd chunks whose writer forgot to fill them up",
      riffBytes(
        [
          ["LIST", LIST],
          ["fmt ", MONO16],
          ["data", HALF],
        ],
        { fillUp: false },
      ),
      HALVES,
    ],
    [
      "the format behind the samples",
      riffBytes([
        ["data", HALF],
        ["LIST", LIST],
        ["fmt ", MONO16],
      ]),
      HALVES,
    ],
    [
      "a size left open with 0xFFFFFFFF",
      riffBytes(
        [
          ["fmt ", MONO16],
          ["data", HALF, 0xffffffff],
        ],
        { saidBytes: 0xffffffff },
      ),
      HALVES,
    ],
    [
      "a size left open with 0",
      riffBytes(
        [
          ["fmt ", MONO16],
          ["data", HALF, 0],
        ],
        { saidBytes: 0 },
      ),
      HALVES,
    ],
    [
      "a recorder that never came back to fill in its sizes",
      riffBytes(
        [
          ["fmt ", MONO16],
          ["data", HALF, 0],
        ],
        { saidBytes: 36 },
      ),
      HALVES,
    ],
    [
      "a size left open with nearly 2 GiB",
      riffBytes([
        ["fmt ", MONO16],
        ["data", HALF, 0x7ffff000],
      ]),
      HALVES,
    ],
    [
      "an open size and half a sample at the end",
      riffBytes(
        [
          ["fmt ", MONO16],
          ["data", int16Bytes(16384, -1).subarray(0, 3), 0xffffffff],
        ],
        { fillUp: false },
      ),
      [0.5],
    ],
    [
      "a second data chunk, which is none of the sound",
      riffBytes([
        ["fmt ", MONO16],
        ["data", HALF],
        ["data", HALF],
      ]),
      HALVES,
    ],
    [
      "a header longer than the standard's",
      riffBytes([
        ["fmt ", Buffer.concat([MONO16, Buffer.alloc(200)])],
        ["data", HALF],
      ]),
      HALVES,
    ],
    [
      "bytes that make up no whole frame at the end of the chunk",
      riffBytes([
        ["fmt ", MONO16],
        ["data", Buffer.concat([HALF, Buffer.from("x")])],
      ]),
      HALVES,
    ],
    [
      "RF64 with a 64-bit size, and a chunk behind the samples",
      riffBytes(
        [
          ["ds64", Uint8Array.from({ length: 28 }, (_, index) => (index === 8 ? 6 : 0))],
          ["fmt ", MONO16],
          ["data", HALF, 0xffffffff],
          ["LIST", LIST],
        ],
        { mark: "RF64", saidBytes: 0xffffffff },
      ),
      HALVES,
    ],
  ])("reads %s, wherever it is cut", async (_, bytes, wanted) => {
    for (const chunkBytes of [1, 2, 5, 13, 65_536]) {
      expect(await read(recordedBytes("a", bytes, chunkBytes))).toMatchObject({ error: null, samples: wanted });
      expect(await read(streamed(bytes, chunkBytes))).toMatchObject({ error: null, samples: wanted });
    }
  });

  test.each<[string, Uint8Array, object]>([
    ["nothing", new Uint8Array(0), { type: "empty-file" }],
    [
      "a header cut in its mark",
      simple.subarray(0, 6),
      { type: "truncated-wav", part: "header", expectedBytes: 12, foundBytes: 6 },
    ],
    [
      "a header cut after its mark",
      simple.subarray(0, 12),
      { type: "truncated-wav", part: "header", expectedBytes: 50, foundBytes: 12 },
    ],
    [
      "a header cut in a chunk's name",
      simple.subarray(0, 15),
      { type: "truncated-wav", part: "header", expectedBytes: 50, foundBytes: 15 },
    ],
    [
      "a header cut in the format",
      simple.subarray(0, 30),
      { type: "truncated-wav", part: "header", expectedBytes: 16, foundBytes: 10 },
    ],
    [
      "samples cut",
      simple.subarray(0, 47),
      { type: "truncated-wav", part: "samples", expectedBytes: 6, foundBytes: 3 },
    ],
    [
      "samples all gone",
      simple.subarray(0, 44),
      { type: "truncated-wav", part: "samples", expectedBytes: 6, foundBytes: 0 },
    ],
    [
      "a chunk before the samples cut",
      riffBytes([
        ["fmt ", MONO16],
        ["LIST", LIST, 99],
      ]),
      { type: "truncated-wav", part: "header", expectedBytes: 99 },
    ],
    [
      "no samples",
      riffBytes([
        ["fmt ", MONO16],
        ["data", new Uint8Array(0)],
        ["LIST", LIST],
      ]),
      { type: "no-samples" },
    ],
    [
      "an open size and no samples",
      riffBytes([
        ["fmt ", MONO16],
        ["data", new Uint8Array(0), 0xffffffff],
      ]),
      { type: "no-samples" },
    ],
    [
      "no data chunk",
      riffBytes([
        ["fmt ", MONO16],
        ["LIST", LIST],
      ]),
      { type: "damaged-wav", what: "no-data-chunk" },
    ],
    ["no format", riffBytes([["data", HALF]]), { type: "damaged-wav", what: "no-format" }],
    [
      "an open size before the format",
      riffBytes([
        ["data", HALF, 0xffffffff],
        ["fmt ", MONO16],
      ]),
      { type: "damaged-wav", what: "no-format" },
    ],
    [
      "a format of four bytes",
      riffBytes([
        ["fmt ", MONO16.subarray(0, 4)],
        ["data", HALF],
      ]),
      { type: "damaged-wav", what: "no-format" },
    ],
    [
      "no channels",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 0, bits: 16 })],
        ["data", HALF],
      ]),
      { type: "damaged-wav", what: "no-channels" },
    ],
    [
      "257 channels",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 257, bits: 8 })],
        ["data", HALF],
      ]),
      { type: "damaged-wav", what: "too-many-channels" },
    ],
    [
      "frames of no size",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 1, bits: 16, sampleBytes: 0 })],
        ["data", HALF],
      ]),
      { type: "damaged-wav", what: "frame-size" },
    ],
    [
      "more bits than fit",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 1, bits: 24, sampleBytes: 2 })],
        ["data", HALF],
      ]),
      { type: "damaged-wav", what: "frame-size" },
    ],
    [
      "big-endian numbers",
      riffBytes(
        [
          ["fmt ", MONO16],
          ["data", HALF],
        ],
        { mark: "RIFX" },
      ),
      { type: "damaged-wav", what: "big-endian" },
    ],
    [
      "64-bit integers",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 1, bits: 64 })],
        ["data", HALF],
      ]),
      { type: "unsupported-codec", formatTag: 1, bits: 64 },
    ],
    [
      "ADPCM",
      riffBytes([
        ["fmt ", formatBytes({ tag: 2, channels: 1, bits: 4, sampleBytes: 1 })],
        ["data", HALF],
      ]),
      { type: "unsupported-codec", formatTag: 2, bits: 4 },
    ],
    [
      "MP3 in a WAVE file",
      riffBytes([
        ["fmt ", formatBytes({ tag: 85, channels: 1, bits: 0, sampleBytes: 1 })],
        ["data", HALF],
      ]),
      { type: "unsupported-codec", formatTag: 85 },
    ],
    [
      "4000 Hz",
      riffBytes([
        ["fmt ", formatBytes({ tag: 1, channels: 1, bits: 16, sampleBytes: 2, sampleRate: 4000 })],
        ["data", HALF],
      ]),
      { type: "unsupported-sample-rate", sampleRate: 4000 },
    ],
    ["a film", Buffer.from("RIFF\0\0\0\0AVI LIST"), { type: "unknown-format" }],
    ["an MP4 file", Buffer.from("\0\0\0\x20ftypM4A "), { type: "unsupported-sound", container: "mp4" }],
    [
      "text",
      Buffer.from('"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"\n0,1,2,3'),
      { type: "wrong-kind", wanted: "sound", found: "motion" },
    ],
  ])("refuses %s", async (_, bytes, error) => {
    for (const chunkBytes of [1, 65_536]) {
      expect((await read(recordedBytes("a.wav", bytes, chunkBytes))).error).toMatchObject({ ...error, file: "a.wav" });
      expect((await read(streamed(bytes, chunkBytes))).error).toMatchObject({ ...error, file: "s.wav" });
    }
  });

  test("a truncated file whose size is known is refused before a sample is given; from a pipe after the last one", async () => {
    expect(await read(recordedBytes("a", simple.subarray(0, 48)))).toMatchObject({ samples: [] });
    expect(await read(streamed(simple.subarray(0, 48)))).toMatchObject({
      samples: [0.5, -0.5],
      error: { type: "truncated-wav", expectedBytes: 6, foundBytes: 4 },
    });
  });

  test("a source that fails is an error, in the header and in the samples", async () => {
    const failing = (bytes: Uint8Array): RecordedFile => ({
      name: "f",
      chunks: async function* () {
        yield bytes;
        throw new Error("unplugged");
      },
    });
    for (const length of [0, 20, 46]) {
      expect((await read(failing(simple.subarray(0, length)))).error).toMatchObject({ type: "unreadable" });
    }
  });
});

test("is total for any bytes, and the same wherever they are cut", async () => {
  const mutated = fc
    .tuple(
      fc.constantFrom(
        simple,
        riffBytes([
          ["LIST", Buffer.from("abc")],
          ["data", HALF],
          ["fmt ", formatBytes({ tag: 3, channels: 2, bits: 32 })],
        ]),
      ),
      fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 4 }),
      fc.nat(80),
    )
    .map(([bytes, changes, length]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, byte] of changes) copy[at] = byte;
      return copy.subarray(0, length);
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(mutated, fc.uint8Array({ maxLength: 60 })),
      fc.integer({ min: 1, max: 20 }),
      async (bytes, cut) => {
        const whole = await read(streamed(bytes));
        const pieces = await read(streamed(bytes, cut));
        expect(pieces.error).toEqual(whole.error);
        expect(pieces.samples).toEqual(whole.samples);
      },
    ),
    { numRuns: 1500 },
  );
});
