/**
 * Event times: log-likelihood with gradient at 10³ to 10⁶ events, the whole fit, the posterior at 10⁴; medians.
 *
 * The environment variable HAWKES_REFERENCE may name a command. It is called with a file of `undivided spiral`'s format (hours, one window,
 * two streams), whose object also holds `params` (mu, n, halfLife), and prints the milliseconds of one log-likelihood; that figure then
 * stands beside ours as `referenceMs`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCivilDate, parseUtcOffset } from "@undivided/domain";
import {
  createPointData,
  createRandom,
  fitMaximumLikelihood,
  logLikelihood,
  type PointData,
  samplePosterior,
  simulatePoints,
  simulateCoupleRecords,
  type SimulatedPoints,
  summarizeOwnRecords,
} from "@undivided/insight";

export interface InsightFigure {
  readonly bench: "insight";
  readonly what: "log-likelihood with gradient" | "maximum likelihood" | "posterior" | "summary of ten years";
  readonly events: number;
  readonly ms: number;
  /** Processor time of one run, on average: what is left of it where other programs run beside. */
  readonly cpuMs: number;
  readonly referenceMs?: number;
}

const truth = {
  mu: [2, 2],
  n: [
    [0.1, 0.3],
    [0.3, 0.1],
  ],
  halfLife: 5 / 60,
  mood: { type: "none" },
  commonRate: 0,
  commonDelay: 1,
} as const;

/** 2 / (1 - 0.4) events an hour of each. */
const eventsAnHour = 20 / 3;

const draw = (events: number): { readonly drawn: SimulatedPoints; readonly points: PointData } => {
  const window = { start: 0, end: (events * 1.05) / eventsAnHour };
  const drawn = simulatePoints(truth, [window], createRandom(events));
  // Exactly as many as said, and the window ends with the last.
  const last = drawn.streams.flat().sort((a, b) => a - b)[events - 1] ?? window.end;
  const cut = {
    windows: [{ start: 0, end: last }],
    streams: drawn.streams.map((times) => times.filter((time) => time <= last)),
  };
  const made = createPointData(cut.windows, cut.streams);
  if (made.type === "error") throw new Error(made.error.type);
  return { drawn: cut, points: made.value };
};

interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

const take = (runs: number, work: () => void): Taken => {
  const before = process.cpuUsage();
  const times = Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  return { ms: round(times[runs >> 1] ?? NaN), cpuMs: round((user + system) / 1000 / runs) };
};

const askReference = (command: string, { windows, streams }: SimulatedPoints): number => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
  const file = join(folder, "points.json");
  const { mu, n, halfLife } = truth;
  try {
    const pairs = windows.map(({ start, end }) => [start, end]);
    writeFileSync(file, JSON.stringify({ unit: "h", windows: pairs, streams, params: { mu, n, halfLife } }));
    const [program = "", ...args] = command.split(" ");
    return Number(
      execFileSync(program, [...args, file], { encoding: "utf8" })
        .trim()
        .split("\n")
        .at(-1),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const round = (ms: number): number => Number(ms.toPrecision(3));

export const benchInsight = async (): Promise<readonly InsightFigure[]> => {
  const reference = process.env["HAWKES_REFERENCE"];
  const figures: InsightFigure[] = [];
  for (const events of [1_000, 10_000, 100_000, 1_000_000]) {
    const { drawn, points } = draw(events);
    const evaluate = (): void => void logLikelihood(points, truth);
    // The compiler needs to have seen it.
    for (let i = 0; i < Math.max(3, 300_000 / events); i += 1) evaluate();
    const taken = take(Math.max(5, Math.min(201, 2_000_000 / events)), evaluate);
    figures.push({
      bench: "insight",
      what: "log-likelihood with gradient",
      events,
      ...taken,
      ...(reference !== undefined && reference !== "" && { referenceMs: askReference(reference, drawn) }),
    });
    const fitting = take(events > 10_000 ? 1 : 3, () => void fitMaximumLikelihood(points, truth.halfLife));
    figures.push({ bench: "insight", what: "maximum likelihood", events, ...fitting });
    if (events !== 10_000) continue;
    const fit = fitMaximumLikelihood(points, truth.halfLife);
    const sampling = take(3, () => void samplePosterior(points, { hoursPerUnit: 1, fit, random: createRandom(1) }));
    figures.push({ bench: "insight", what: "posterior", events, ...sampling });
  }
  figures.push(benchSummary());
  return figures;
};

/** All estimates of one person's own records of ten years; `events` are records. */
const benchSummary = (): InsightFigure => {
  const firstDay = parseCivilDate("2016-01-04");
  const utcOffset = parseUtcOffset(0);
  if (firstDay.type === "error" || utcOffset.type === "error") throw new Error("a Monday in UTC");
  const course = { weeks: 520, resetWorks: true, firstDay: firstDay.value, utcOffset: utcOffset.value };
  const [{ person, records }] = simulateCoupleRecords(course, createRandom(1)).people;
  const summarize = (): void =>
    void summarizeOwnRecords(records, {
      owner: person,
      from: null,
      to: null,
      changeDay: null,
      random: createRandom(1),
    });
  summarize();
  return { bench: "insight", what: "summary of ten years", events: records.length, ...take(5, summarize) };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchInsight()) console.log(JSON.stringify(figure));
}
