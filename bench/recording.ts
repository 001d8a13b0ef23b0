/**
 * Reading recorded motion: samples a second and memory held, on the real phyphox pair repeated to ten minutes and to three hours.
 * The files lie on disk and are read as the command line reads them; the repeated rows keep their text, only their time is moved.
 */
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMotion } from "@undivided/sensing/recording";

const trace = new URL("../fixtures/motion/table-pickup/", import.meta.url);
const TRACE_SECONDS = 140;
const RUNS = 5;
/** The recordings as wholes of the trace: ten minutes and three hours. */
const REPEATS = [5, 78];

export interface RecordingFigure {
  readonly bench: "recording";
  readonly recordedSeconds: number;
  /** Readings given out: rows of the accelerometer, each with its rotation. */
  readonly samples: number;
  readonly megabytes: number;
  /** Median of five. */
  readonly samplesPerSecond: number;
  /** The most that was seen at a batch, garbage included, over what was held before. */
  readonly peakHeapMiB: number;
  readonly peakBuffersMiB: number;
}

/** Writes the repeated file; gives its size. */
const writeRepeated = (name: string, path: string, repeats: number): number => {
  const [header = "", ...rows] = readFileSync(new URL(name, trace), "utf8").trim().split("\n");
  const file = openSync(path, "w");
  let bytes = writeSync(file, `${header}\n`);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const moved = rows.map((row) => {
      const comma = row.indexOf(",");
      return `${(Number(row.slice(0, comma)) + repeat * TRACE_SECONDS).toExponential(9)}${row.slice(comma)}\n`;
    });
    bytes += writeSync(file, moved.join(""));
  }
  closeSync(file);
  return bytes;
};

const MIB = 2 ** 20;

const readOnce = async (paths: readonly string[]) => {
  const before = process.memoryUsage();
  const peak = { heap: 0, buffers: 0 };
  const startedAt = performance.now();
  const motion = await readMotion(
    paths.map((path) => ({ name: path, chunks: () => createReadStream(path) })),
    (skipped) => {
      throw new Error(`a bad line in a made file: ${JSON.stringify(skipped)}`);
    },
  );
  if (motion.type === "error") throw new Error(motion.error.type);
  let samples = 0;
  let batches = 0;
  for await (const batch of motion.value.readings) {
    if (batch.type === "error") throw new Error(batch.error.type);
    samples += batch.value.length;
    if (batches++ % 16 === 0) {
      const now = process.memoryUsage();
      peak.heap = Math.max(peak.heap, now.heapUsed - before.heapUsed);
      peak.buffers = Math.max(peak.buffers, now.arrayBuffers - before.arrayBuffers);
    }
  }
  return { samples, ms: performance.now() - startedAt, peak };
};

export const benchRecording = async (): Promise<readonly RecordingFigure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
  const figures: RecordingFigure[] = [];
  try {
    for (const repeats of REPEATS) {
      const paths = ["Accelerometer.csv", "Gyroscope.csv"].map((name) => join(folder, `${repeats}-${name}`));
      const bytes = paths.map((path) => writeRepeated(path.slice(path.lastIndexOf("-") + 1), path, repeats));
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await readOnce(paths));
      const [first] = runs;
      const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
      figures.push({
        bench: "recording",
        recordedSeconds: repeats * TRACE_SECONDS,
        samples: first?.samples ?? 0,
        megabytes: Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1e6),
        samplesPerSecond: Math.round(((first?.samples ?? 0) * 1000) / (times[Math.floor(RUNS / 2)] ?? NaN)),
        peakHeapMiB: Math.round(Math.max(...runs.map(({ peak }) => peak.heap)) / MIB),
        peakBuffersMiB: Math.round(Math.max(...runs.map(({ peak }) => peak.buffers)) / MIB),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchRecording()) console.log(JSON.stringify(figure));
}
