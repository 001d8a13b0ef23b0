import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { recogniseFiles } from "./recognise.ts";
import { recordedBytes, type RecordedFile } from "./recorded-file.ts";

const fixtures = new URL("../../../../fixtures/motion/", import.meta.url);
const fixture = async (path: string, name: string): Promise<RecordedFile> =>
  recordedBytes(name, await readFile(new URL(path, fixtures)));
const text = (name: string, content: string): RecordedFile => recordedBytes(name, Buffer.from(content, "latin1"));

test("says what each of several files is, from its content, in the order given", async () => {
  const files = [
    await fixture("table-pickup/Gyroscope.csv", "photo.jpg"),
    await fixture("pocket/s01_01_sp.csv", "a"),
    await fixture("made-formats/trace/trace.csv", "b.wav"),
    await fixture("made-formats/sensor-logger-ios/Gravity.csv", "Gravity.csv"),
    text("c", "RIFF\x24\0\0\0WAVEfmt "),
    text("d.csv", '\n{"at":0,\n{"at":0,"visible":true}'),
    text("e.txt", "at;label\n1;lift"),
  ];
  const found = await recogniseFiles(files);
  expect(found.map(({ file }) => file)).toEqual(files);
  expect(found).toMatchObject([
    { type: "motion", format: "phyphox", content: "gyroscope", canBeLabels: false },
    { type: "motion", format: "sp-sw-har", content: "motion", canBeLabels: false },
    { type: "motion", format: "undivided-trace", content: "motion", canBeLabels: true },
    { type: "motion", format: "sensor-logger", content: "gravity", canBeLabels: false },
    { type: "sound" },
    { type: "page" },
    { type: "labels" },
  ]);
});

test.each([
  ["ogg", "OggS\0\x02"],
  ["flac", "fLaC\0"],
  ["mp3", "ID3\x04"],
  ["mp3", "\xff\xfb\x90"],
  ["mp4", "\0\0\0\x20ftypM4A "],
  ["webm", "\x1a\x45\xdf\xa3"],
  ["aiff", "FORM\0\0\0\0AIFF"],
  ["caf", "caff\0\x01"],
  ["amr", "#!AMR\n"],
])("names a sound file of a kind that is not read: %s", async (container, bytes) => {
  expect(await recogniseFiles([text("x", bytes)])).toMatchObject([
    { type: "unknown", error: { type: "unsupported-sound", file: "x", container } },
  ]);
});

test("a file that cannot be used says why, and does not keep the others from being recognised", async () => {
  const broken: RecordedFile = {
    name: "folder",
    chunks: () => {
      throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
    },
  };
  const found = await recogniseFiles([
    broken,
    text("empty", ""),
    text("Orientation.csv", "time,seconds_elapsed,z,y,x\n"),
    text("\uFFFD", "\xff\xfe\0a"),
    text("l", "at,label\n"),
  ]);
  expect(found.map((file) => (file.type === "unknown" ? file.error.type : file.type))).toEqual([
    "unreadable",
    "empty-file",
    "unknown-sensor",
    "unknown-format",
    "labels",
  ]);
});

test("looks at no more than the beginning of a file, and lets it go", async () => {
  let given = 0;
  let isOpen = false;
  const endless: RecordedFile = {
    name: "endless",
    chunks: async function* () {
      isOpen = true;
      try {
        for (;;) {
          given += 4096;
          yield new Uint8Array(4096).fill(120);
        }
      } finally {
        isOpen = false;
      }
    },
  };
  expect(await recogniseFiles([endless])).toMatchObject([{ type: "unknown", error: { type: "unknown-format" } }]);
  expect(given).toBeLessThanOrEqual(70_000);
  expect(isOpen).toBe(false);
});
