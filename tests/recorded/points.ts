/** The two simulated streams of fixtures/points, as windows and streams; see SOURCE.md there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "../../fixtures/points/two-streams.csv");

/** One window from 0 to the last event. The file names no unit. */
export const readTwoStreams = (): {
  readonly windows: readonly { readonly start: number; readonly end: number }[];
  readonly streams: readonly [readonly number[], readonly number[]];
} => {
  const first: number[] = [];
  const second: number[] = [];
  for (const line of readFileSync(file, "utf8").trim().split("\n").slice(1)) {
    const [time, name = ""] = line.split(",");
    (name.includes("1") ? first : second).push(Number(time));
  }
  return { windows: [{ start: 0, end: Math.max(...first, ...second) }], streams: [first, second] };
};
