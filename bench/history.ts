/**
 * Reading a history with one row a change: seconds, megabytes a second, and the most memory, on a file of `--mb` (default 200) and on a
 * quarter of it: memory must not grow with the file but by eight bytes a change (docs/adr/0009). The histories are made: looks of some
 * seconds to minutes, seeded, in our own line log and in the form of `dumpsys usagestats`.
 */
import { execFile } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { createRandom, drawExponential } from "@undivided/insight";

export interface HistoryFigure {
  readonly bench: "history";
  readonly format: string;
  readonly mb: number;
  readonly seconds: number;
  readonly mbPerSecond: number;
  readonly maxRssMiB: number;
}

const runner = fileURLToPath(new URL("memory-run.ts", import.meta.url));
const MB = 1_000_000;
const firstMs = Date.parse("2016-01-01T00:00:00Z");

/** The two rows of a look, and what the file begins with. */
const formats: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly head: string;
  readonly rows: (onMs: number, offMs: number) => string;
}[] = [
  {
    name: "line log",
    args: [],
    head: "",
    rows: (onMs, offMs) => `${new Date(onMs).toISOString()},on\n${new Date(offMs).toISOString()},off\n`,
  },
  {
    name: "dumpsys usagestats",
    args: ["--zone", "UTC"],
    head: "user=0\n",
    rows: (onMs, offMs) =>
      [
        [onMs, "SCREEN_INTERACTIVE"],
        [offMs, "SCREEN_NON_INTERACTIVE"],
      ]
        .map(([atMs, type]) => {
          const text = new Date(Number(atMs)).toISOString();
          return `    time="${text.slice(0, 10)} ${text.slice(11, 19)}" type=${type} package=android flags=0x0\n`;
        })
        .join(""),
  },
];

const writeHistory = (path: string, bytes: number, { head, rows }: (typeof formats)[number]): void => {
  const random = createRandom(1);
  const file = openSync(path, "w");
  let written = writeSync(file, head);
  let atMs = firstMs;
  while (written < bytes) {
    let block = "";
    for (let look = 0; look < 5000; look += 1) {
      const onMs = atMs + 1000 + Math.round(60_000 * drawExponential(random));
      atMs = onMs + 1000 + Math.round(40_000 * drawExponential(random));
      block += rows(onMs, atMs);
    }
    written += writeSync(file, block);
  }
  closeSync(file);
};

export const benchHistory = async (mb: number): Promise<readonly HistoryFigure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
  try {
    const figures: HistoryFigure[] = [];
    for (const format of formats) {
      for (const size of [mb / 4, mb]) {
        const path = join(folder, "history.txt");
        writeHistory(path, size * MB, format);
        const startedAt = performance.now();
        const run = await promisify(execFile)(process.execPath, [runner, "history", path, "--summary", ...format.args]);
        const seconds = (performance.now() - startedAt) / 1000;
        const [, code, maxRssMiB] = /"code":(\d),.*"maxRssMiB":(\d+)/.exec(run.stdout) ?? [];
        if (code !== "0") throw new Error(`history ended with ${code ?? "nothing"}: ${run.stderr}`);
        figures.push({
          bench: "history",
          format: format.name,
          mb: size,
          seconds: Math.round(seconds * 10) / 10,
          mbPerSecond: Math.round(size / seconds),
          maxRssMiB: Number(maxRssMiB),
        });
      }
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { mb: { type: "string", default: "200" } } });
  for (const figure of await benchHistory(Number(values.mb))) console.log(JSON.stringify(figure));
}
