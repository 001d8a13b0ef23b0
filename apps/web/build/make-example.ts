/**
 * Makes the bundled example of *Look at a recording* from the fixtures: `node apps/web/build/make-example.ts`.
 *
 * Cut and thinned so that it is small: every second row of seconds 20 to 96 of the motion, on the file's own clock, values to four decimals; the talk
 * as 8-bit µ-law (ITU-T G.711), which the readers know. The result is committed; the app never makes it up.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const target = join(import.meta.dirname, "../src/features/recording/example");
const fromSeconds = 20;
const untilSeconds = 96;
const keepEvery = 2;

const thinMotion = (name: string): void => {
  const [head, ...rows] = readFileSync(join(root, "fixtures/motion/table-pickup", name), "utf8")
    .trim()
    .split("\n");
  const kept = rows
    .filter((_row, index) => index % keepEvery === 0)
    .map((row) => row.split(",").map(Number))
    .filter(([seconds = Infinity]) => seconds >= fromSeconds && seconds < untilSeconds)
    .map((cells) => cells.map((cell) => cell.toFixed(4).replace(/^-(0\.0+)$/, "$1")).join(","));
  writeFileSync(join(target, name), `${[head, ...kept].join("\n")}\n`);
};

/** G.711 µ-law of one 16-bit sample. */
const toMuLaw = (sample: number): number => {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), 32_635) + 132;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
};

const compressSound = (from: string, to: string): void => {
  const wav = readFileSync(join(root, "fixtures/sound", from));
  const dataAt = wav.indexOf("data", 12, "latin1");
  const samples = wav.subarray(dataAt + 8, dataAt + 8 + wav.readUInt32LE(dataAt + 4));
  const rate = wav.readUInt32LE(24);
  const bytes = Buffer.alloc(samples.length / 2);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = toMuLaw(samples.readInt16LE(index * 2));

  const head = Buffer.alloc(46);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(38 + bytes.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(18, 16); // length of the format
  head.writeUInt16LE(7, 20); // µ-law
  head.writeUInt16LE(1, 22); // channels
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28); // bytes a second
  head.writeUInt16LE(1, 32); // bytes a frame
  head.writeUInt16LE(8, 34); // bits
  head.write("data", 38, "latin1");
  head.writeUInt32LE(bytes.length, 42);
  writeFileSync(join(target, to), Buffer.concat([head, bytes]));
};

mkdirSync(target, { recursive: true });
thinMotion("Accelerometer.csv");
thinMotion("Gyroscope.csv");
compressSound("ami_trn00.wav", "talk.wav");
