/**
 * Memory of `undivided detect` on three hours of motion and sound against ten minutes: it must not grow with the length.
 * The recordings are made: the real table trace and a real meeting clip, repeated.
 */
import { execFile } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const motion = new URL("../fixtures/motion/table-pickup/", import.meta.url);
const clip = new URL("../fixtures/sound/ami_trn00.wav", import.meta.url);
const runner = fileURLToPath(new URL("memory-run.ts", import.meta.url));

/** Seconds of the trace that are repeated. */
const TRACE_SECONDS = 140;

const writeMotion = (name: string, path: string, seconds: number): void => {
  const [header = "", ...rows] = readFileSync(new URL(name, motion), "utf8").trim().split(/\r?\n/);
  const file = openSync(path, "w");
  writeSync(file, `${header}\n`);
  for (let start = 0; start < seconds; start += TRACE_SECONDS) {
    const moved = rows.map((row) => {
      const comma = row.indexOf(",");
      return `${(Number(row.slice(0, comma)) + start).toFixed(6)}${row.slice(comma)}`;
    });
    writeSync(file, `${moved.join("\n")}\n`);
  }
  closeSync(file);
};

const writeSound = (path: string, seconds: number): void => {
  const wav = readFileSync(clip);
  const start = wav.indexOf("data") + 8;
  const samples = wav.subarray(start);
  const repeats = Math.ceil(seconds / 30);
  const header = Buffer.from(wav.subarray(0, start));
  header.writeUInt32LE(start - 8 + samples.length * repeats, 4);
  header.writeUInt32LE(samples.length * repeats, start - 4);
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let i = 0; i < repeats; i += 1) writeSync(file, samples);
  closeSync(file);
};

export interface MemoryFigure {
  readonly bench: "detect-memory";
  readonly minutes: number;
  readonly maxRssMiB: number;
  readonly seconds: number;
}

export const benchMemory = async (): Promise<readonly MemoryFigure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
  try {
    const figures: MemoryFigure[] = [];
    for (const minutes of [10, 180]) {
      const files = ["Accelerometer.csv", "Gyroscope.csv"].map((name) => {
        writeMotion(name, join(folder, name), minutes * 60);
        return join(folder, name);
      });
      const sound = join(folder, "sound.wav");
      writeSound(sound, minutes * 60);
      const startedAt = performance.now();
      const run = await promisify(execFile)(process.execPath, [
        runner,
        "detect",
        "--motion",
        ...files,
        "--sound",
        sound,
        "--frames",
      ]);
      const seconds = (performance.now() - startedAt) / 1000;
      const [, code, maxRssMiB] = /"code":(\d),.*"maxRssMiB":(\d+)/.exec(run.stdout) ?? [];
      if (code !== "0") throw new Error(`detect ended with ${code ?? "nothing"}: ${run.stderr}`);
      figures.push({
        bench: "detect-memory",
        minutes,
        maxRssMiB: Number(maxRssMiB),
        seconds: Math.round(seconds * 10) / 10,
      });
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchMemory()) console.log(JSON.stringify(figure));
}
