/**
 * Records a trace: motion readings and what the owner says they did, on a clock that begins with the recording.
 *
 * Nothing is made smooth: a repeated reading is dropped, a hidden page leaves a null reading and then nothing, and the gaps are
 * counted. Times are kept to a tenth of a millisecond, rotation to a millionth of rad/s and acceleration to a tenth of a
 * thousandth of m/s²: browsers give less than that or rounded more.
 */
import { millis, type Millis } from "@undivided/domain";
import { PICKUP_PARAMS, type MotionReading, type PageChange } from "@undivided/sensing";
import { formatTrace, type TraceEvent, type TraceRow } from "@undivided/sensing/recording";

export interface TraceCounts {
  readonly lengthMs: number;
  /** Readings with values. */
  readonly readings: number;
  readonly lifts: number;
  readonly putDowns: number;
  /** Stretches without readings that are too long to see across, and their length in all. */
  readonly gaps: number;
  readonly gapMs: number;
}

export interface TraceLabel {
  readonly event: TraceEvent;
  readonly at: Millis;
}

export interface TraceRecorder {
  reading(reading: MotionReading): void;
  /** `at` on the clock of the readings. */
  label(event: TraceEvent, at: Millis): void;
  /** Takes the last label away again. */
  unlabel(): void;
  lastLabel(): TraceLabel | null;
  page(change: PageChange): void;
  counts(now: Millis): TraceCounts;
  /** The file, in pieces. */
  pieces(): Iterable<string>;
}

const round = (value: number, places: number): number => {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
};

export const createTraceRecorder = (startedAt: Millis): TraceRecorder => {
  const rows: TraceRow[] = [];
  const labels: Extract<TraceRow, { type: "event" }>[] = [];
  let lastReadingAt: Millis | null = null;
  let lastValuesAt = startedAt;
  let readings = 0;
  let gaps = 0;
  let gapMs = 0;

  const sinceStart = (at: Millis): Millis => millis(round(at - startedAt, 1));

  /** Rows stand in the order of time; a tap may be told a little after the reading that followed it. */
  const insert = (row: TraceRow): void => {
    const at = timeOf(row);
    let place = rows.length;
    for (let before = rows[place - 1]; before !== undefined && timeOf(before) > at; before = rows[place - 1])
      place -= 1;
    rows.splice(place, 0, row);
  };

  const remember = (reading: MotionReading): void => {
    insert({ type: "reading", reading });
    lastReadingAt = reading.at;
  };

  return {
    reading(raw) {
      const at = sinceStart(raw.at);
      if (at < 0 || (lastReadingAt !== null && at <= lastReadingAt)) return;
      if (raw.acceleration === null) {
        remember({ at, acceleration: null });
        return;
      }
      const empty = raw.at - lastValuesAt;
      if (empty > PICKUP_PARAMS.gapMs) {
        gaps += 1;
        gapMs += empty;
      }
      lastValuesAt = raw.at;
      readings += 1;
      const [x, y, z] = raw.acceleration;
      const turn = raw.rotationRate;
      remember({
        at,
        acceleration: [round(x, 4), round(y, 4), round(z, 4)],
        rotationRate: turn === null ? null : [round(turn[0], 6), round(turn[1], 6), round(turn[2], 6)],
      });
    },
    label(event, at) {
      const row = { type: "event", at: millis(Math.max(0, sinceStart(at))), event } as const;
      labels.push(row);
      insert(row);
    },
    unlabel() {
      const last = labels.pop();
      if (last !== undefined) rows.splice(rows.indexOf(last), 1);
    },
    lastLabel: () => labels.at(-1) ?? null,
    page({ at, visible }) {
      // A short look away would else read as if nothing had happened in it.
      if (!visible) this.reading({ at, acceleration: null });
    },
    counts(now) {
      const open = now - lastValuesAt > PICKUP_PARAMS.gapMs;
      return {
        lengthMs: Math.max(0, now - startedAt),
        readings,
        lifts: labels.filter(({ event }) => event === "lift").length,
        putDowns: labels.filter(({ event }) => event === "put-down").length,
        gaps: gaps + (open ? 1 : 0),
        gapMs: gapMs + (open ? now - lastValuesAt : 0),
      };
    },
    pieces: () => formatTrace(rows),
  };
};

const timeOf = (row: TraceRow): Millis => (row.type === "event" ? row.at : row.reading.at);
