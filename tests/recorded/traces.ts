/** The real motion traces, and what the tests make of them. Everything made here is made from real readings, and says so. */
import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { millis, type Millis } from "@undivided/domain";
import { createPickupDetector, type MotionReading, type MotionSample, type PickupEvent } from "@undivided/sensing";
import { readMotion, type RecordedFile } from "@undivided/sensing/recording";

export type Trace = readonly MotionSample[];

const folder = new URL("../../fixtures/motion/", import.meta.url);

export const motionFixture = (name: string): RecordedFile => ({
  name,
  chunks: () => createReadStream(fileURLToPath(new URL(name, folder))),
});

const readTrace = async (names: readonly string[]): Promise<Trace> => {
  const opened = await readMotion(names.map(motionFixture), (skipped) => {
    throw new Error(`a real trace has a bad line: ${JSON.stringify(skipped)}`);
  });
  if (opened.type === "error") throw new Error(JSON.stringify(opened.error));
  const trace: MotionSample[] = [];
  for await (const batch of opened.value.readings) {
    if (batch.type === "error") throw new Error(JSON.stringify(batch.error));
    for (const reading of batch.value) if (reading.acceleration !== null) trace.push(reading);
  }
  return trace;
};

/** On a table to 66.4 s, picked up, carried, then still on a lap: 140 s. */
export const readTablePickup = (): Promise<Trace> =>
  readTrace(["table-pickup/Accelerometer.csv", "table-pickup/Gyroscope.csv"]);

/** First contact with the phone on the table, by eye, in ms. */
export const FIRST_CONTACT_MS = 66_400;

/** No threshold was chosen on subjects 9 and 10. */
export const POCKET_SUBJECTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const readPocket = (subject: number): Promise<Trace> =>
  readTrace([`pocket/s${String(subject).padStart(2, "0")}_01_sp.csv`]);

const moved = (sample: MotionSample, change: Partial<MotionSample>): MotionSample => ({ ...sample, ...change });

const mapVector = (
  [x, y, z]: readonly [number, number, number],
  change: (value: number) => number,
): readonly [number, number, number] => [change(x), change(y), change(z)];

/** Every reading at the given rate, none made up: the first at or after each due time. */
export const atRate = (trace: Trace, hertz: number): Trace => {
  const kept: MotionSample[] = [];
  let due = trace[0]?.at ?? 0;
  for (const sample of trace) {
    if (sample.at < due) continue;
    kept.push(sample);
    due = Math.max(due + 1000 / hertz, sample.at + 500 / hertz);
  }
  return kept;
};

/** As Chromium rounds: 0.1 m/s² and 0.1 deg/s. */
export const rounded = (trace: Trace): Trace => {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const degrees = 180 / Math.PI;
  return trace.map((sample) =>
    moved(sample, {
      acceleration: mapVector(sample.acceleration, tenth),
      rotationRate:
        sample.rotationRate === null
          ? null
          : mapVector(sample.rotationRate, (value) => tenth(value * degrees) / degrees),
    }),
  );
};

export const withoutGyroscope = (trace: Trace): Trace => trace.map((sample) => moved(sample, { rotationRate: null }));

export const signFlipped = (trace: Trace): Trace =>
  trace.map((sample) => moved(sample, { acceleration: mapVector(sample.acceleration, (value) => -value) }));

export const shifted = (trace: Trace, ms: number): Trace =>
  trace.map((sample) => moved(sample, { at: millis(sample.at + ms) }));

/** Played backwards, from 0 to the trace's length: a made put-down, since no real one is at hand. */
export const backwards = (trace: Trace): Trace => {
  const end = trace.at(-1)?.at ?? 0;
  return trace.map((sample) => moved(sample, { at: millis(end - sample.at) })).reverse();
};

export const between = (trace: Trace, fromMs: number, untilMs: number): Trace =>
  trace.filter(({ at }) => at >= fromMs && at < untilMs);

/** Adds acceleration to real readings: for simulated taps and buzzes. */
export const shaken = (trace: Trace, shake: (at: Millis) => readonly [number, number, number] | null): Trace =>
  trace.map((sample) => {
    const added = shake(sample.at);
    if (added === null) return sample;
    const [x, y, z] = sample.acceleration;
    return moved(sample, { acceleration: [x + added[0], y + added[1], z + added[2]] });
  });

export const detectPickups = (readings: readonly MotionReading[]): readonly PickupEvent[] => {
  const detector = createPickupDetector();
  const events = readings.flatMap((reading) => detector.push(reading));
  return [...events, ...detector.close(readings.at(-1)?.at ?? millis(0))];
};

/** Events as `type@seconds`, for tests that compare whole lists. */
export const inWords = (events: readonly PickupEvent[]): readonly string[] =>
  events.map((event) => `${event.type}@${(event.at / 1000).toFixed(2)}`);
