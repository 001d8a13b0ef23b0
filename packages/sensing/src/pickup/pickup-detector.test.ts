import { millis } from "@undivided/domain";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  atRate,
  backwards,
  between,
  detectPickups,
  FIRST_CONTACT_MS,
  inWords,
  POCKET_SUBJECTS,
  readPocket,
  readTablePickup,
  rounded,
  shaken,
  shifted,
  signFlipped,
  type Trace,
  withoutGyroscope,
} from "../../../../tests/recorded/traces.ts";
import type { MotionReading } from "../events.ts";
import { createPickupDetector, type PickupEvent } from "./pickup-detector.ts";

const variants: readonly (readonly [name: string, make: (trace: Trace) => Trace])[] = [
  ["as recorded", (trace) => trace],
  ...[20, 30, 60, 100].map((hertz) => [`at ${hertz} Hz`, (trace: Trace) => atRate(trace, hertz)] as const),
  ...[20, 60].map((hertz) => [`at ${hertz} Hz, rounded`, (trace: Trace) => rounded(atRate(trace, hertz))] as const),
  ["with the sign of gravity flipped", signFlipped],
];

const timesOf = (events: readonly PickupEvent[], type: PickupEvent["type"]): readonly number[] =>
  events.filter((event) => event.type === type).map((event) => event.at);

const typesOf = (events: readonly PickupEvent[]): readonly string[] => events.map((event) => event.type);

let table: Trace = [];
beforeAll(async () => {
  table = await readTablePickup();
});

describe("on the real table trace", () => {
  it("finds the one pick-up after first contact and within 1.5 s, and the lap after it", () => {
    const events = detectPickups(table);
    expect(typesOf(events)).toEqual(["resting", "picked-up", "still-elsewhere"]);
    const [at = NaN] = timesOf(events, "picked-up");
    expect(at).toBeGreaterThanOrEqual(FIRST_CONTACT_MS);
    expect(at).toBeLessThanOrEqual(FIRST_CONTACT_MS + 1500);
  });

  it.each(variants)("finds the same %s, within 0.3 s", (_, make) => {
    const expected = detectPickups(table);
    const events = detectPickups(make(table));
    expect(typesOf(events)).toEqual(typesOf(expected));
    events.forEach((event, index) => {
      expect(Math.abs(event.at - (expected[index]?.at ?? NaN))).toBeLessThanOrEqual(300);
    });
  });

  it.each(variants)("finds the same pick-ups without a gyroscope %s", (_, make) => {
    const trace = make(table);
    expect(timesOf(detectPickups(withoutGyroscope(trace)), "picked-up")).toEqual(
      timesOf(detectPickups(trace), "picked-up"),
    );
  });

  it.each(variants)("dates the put-down within 1.0 s when played backwards %s", (_, make) => {
    const reversed = backwards(table);
    const contact = (table.at(-1)?.at ?? NaN) - FIRST_CONTACT_MS;
    const events = detectPickups(make(reversed));
    expect(typesOf(events)).toEqual(["still-elsewhere", "put-back"]);
    expect(Math.abs((timesOf(events, "put-back")[0] ?? NaN) - contact)).toBeLessThanOrEqual(1000);
  });

  it("never says put-back without a gyroscope, since a lap cannot be told from a table", () => {
    const events = detectPickups(withoutGyroscope(backwards(table)));
    expect(typesOf(events)).toEqual(["still-elsewhere", "still-elsewhere"]);
  });

  it("sees a second pick-up of the same kind after the phone lay on the table again", () => {
    const length = table.at(-1)?.at ?? 0;
    const twice = [...backwards(table), ...shifted(table, length + 10)];
    expect(typesOf(detectPickups(twice))).toEqual(["still-elsewhere", "put-back", "picked-up", "still-elsewhere"]);
    expect(timesOf(detectPickups(withoutGyroscope(twice)), "picked-up")).toEqual(
      timesOf(detectPickups(twice), "picked-up"),
    );
  });

  it("takes walking off with the phone, after it lay on a lap, for no new pick-up", () => {
    const length = table.at(-1)?.at ?? 0;
    const lapInBetween = [...table, ...shifted(backwards(table), length + 10)];
    const events = detectPickups(lapInBetween);
    expect(typesOf(events)).toEqual(["resting", "picked-up", "still-elsewhere", "put-back"]);
    expect(timesOf(detectPickups(withoutGyroscope(lapInBetween)), "picked-up")).toEqual(timesOf(events, "picked-up"));
  });

  it("finds the pick-up of a phone that leans in a stand, however it is turned", () => {
    // Turned by 55° about x and then 30° about y: a rigid turn of every reading.
    const turn = ([x, y, z]: readonly [number, number, number]): readonly [number, number, number] => {
      const [a, b] = [(55 * Math.PI) / 180, (30 * Math.PI) / 180];
      const [y1, z1] = [y * Math.cos(a) - z * Math.sin(a), y * Math.sin(a) + z * Math.cos(a)];
      return [x * Math.cos(b) + z1 * Math.sin(b), y1, z1 * Math.cos(b) - x * Math.sin(b)];
    };
    const leaning = table.map((sample) => ({
      ...sample,
      acceleration: turn(sample.acceleration),
      rotationRate: sample.rotationRate === null ? null : turn(sample.rotationRate),
    }));
    const [at = NaN] = timesOf(detectPickups(table), "picked-up");
    expect(typesOf(detectPickups(leaning)).slice(0, 2)).toEqual(["resting", "picked-up"]);
    for (const trace of [leaning, withoutGyroscope(leaning)]) {
      const found = timesOf(detectPickups(trace), "picked-up");
      expect(found).toHaveLength(1);
      expect(Math.abs((found[0] ?? NaN) - at)).toBeLessThanOrEqual(300);
    }
  });

  it("finds a glance of 2.3 s, made of the real lift and its mirror image", () => {
    const lifted = between(table, 0, 68_000);
    const length = lifted.at(-1)?.at ?? 0;
    const glance = [...lifted, ...shifted(between(backwards(lifted), 0, 30_000), length + 10)];
    expect(inWords(detectPickups(glance))).toEqual(["resting@0.00", "picked-up@66.90", "put-back@69.10"]);
  });

  it("moves with the clock", () => {
    const before = detectPickups(table);
    const after = detectPickups(shifted(table, 86_400_000));
    expect(typesOf(after)).toEqual(typesOf(before));
    after.forEach((event, index) => expect(event.at - 86_400_000).toBeCloseTo(before[index]?.at ?? NaN, 3));
  });

  it("ignores readings that come twice or out of order", () => {
    const disordered = table.flatMap((sample, index): readonly MotionReading[] => {
      const earlier = table[index - 3];
      return index % 7 === 0 && earlier !== undefined ? [sample, sample, earlier] : [sample];
    });
    expect(detectPickups(disordered)).toEqual(detectPickups(table));
  });
});

describe("in a pocket", () => {
  it.each(POCKET_SUBJECTS)("says nothing of subject %i sitting, standing up and walking", async (subject) => {
    const trace = await readPocket(subject);
    for (const make of [(one: Trace) => one, backwards]) {
      for (const [, change] of variants) {
        for (const one of [change(make(trace)), withoutGyroscope(change(make(trace)))]) {
          expect(typesOf(detectPickups(one)).filter((type) => type !== "still-elsewhere")).toEqual([]);
        }
      }
    }
  });
});

describe("simulated knocks on real rest", () => {
  const direction = fc
    .tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    )
    .filter(([x, y, z]) => Math.hypot(x, y, z) > 0.1)
    .map(([x, y, z]): readonly [number, number, number] => {
      const length = Math.hypot(x, y, z);
      return [x / length, y / length, z / length];
    });
  const scaled = ([x, y, z]: readonly [number, number, number], by: number): readonly [number, number, number] => [
    x * by,
    y * by,
    z * by,
  ];

  it("takes no tap of up to 0.15 s and 12 m/s² for a pick-up, however many there are", () => {
    const rest = between(table, 0, 40_000);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 0, max: 39_000 }),
            lastsMs: fc.integer({ min: 10, max: 150 }),
            strength: fc.double({ min: 1, max: 12, noNaN: true }),
            direction,
          }),
          { minLength: 1, maxLength: 60 },
        ),
        fc.constantFrom(20, 60, 100),
        (taps, hertz) => {
          // One tap at a time: two at once would be stronger than either.
          const shake = (at: number): readonly [number, number, number] | null => {
            const tap = taps.find((one) => at >= one.at && at < one.at + one.lastsMs);
            return tap === undefined ? null : scaled(tap.direction, tap.strength);
          };
          const events = detectPickups(atRate(shaken(rest, shake), hertz));
          expect(timesOf(events, "picked-up")).toEqual([]);
          expect(timesOf(events, "put-back")).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("takes no buzzing phone for a pick-up", () => {
    const rest = between(table, 0, 40_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 130, max: 230 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.integer({ min: 200, max: 1000 }),
        direction,
        fc.constantFrom(20, 60, 100),
        (hertz, strength, onMs, towards, rate) => {
          const shake = (at: number): readonly [number, number, number] | null =>
            at % (onMs + 700) < onMs ? scaled(towards, strength * Math.sin((2 * Math.PI * hertz * at) / 1000)) : null;
          expect(timesOf(detectPickups(atRate(shaken(rest, shake), rate)), "picked-up")).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("where nothing is known", () => {
  it("says unknown in one line for a gap of more than 0.5 s, and starts anew after it", () => {
    const gapped = table.filter(({ at }) => at < 20_000 || at >= 25_000);
    expect(inWords(detectPickups(gapped))).toEqual([
      "resting@0.00",
      "unknown@19.99",
      "resting@25.01",
      "picked-up@66.91",
      "still-elsewhere@134.41",
    ]);
  });

  it("does not fill in a gap that hides the pick-up", () => {
    const gapped = table.filter(({ at }) => at < 60_000 || at >= 70_000);
    expect(typesOf(detectPickups(gapped))).toEqual(["resting", "unknown", "still-elsewhere"]);
  });

  it("says unknown while the sensor sends events without values", () => {
    const nulled = table.map((sample): MotionReading =>
      sample.at >= 30_000 && sample.at < 32_000 ? { at: sample.at, acceleration: null } : sample,
    );
    const unknown = detectPickups(nulled).filter((event) => event.type === "unknown");
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatchObject({ of: "motion", why: "null-reading" });
    expect(unknown[0]?.at).toBeCloseTo(30_000, -2);
    expect(unknown[0]?.until).toBeCloseTo(32_000, -2);
  });

  it("says nothing at all of a stream that never sends a value", () => {
    const silent = Array.from({ length: 200 }, (_, i): MotionReading => ({ at: millis(i * 20), acceleration: null }));
    expect(typesOf(detectPickups(silent))).toEqual(["unknown"]);
  });

  it("is unknown from the moment the page is hidden, and a lift that had begun is a lift", () => {
    const detector = createPickupDetector();
    const events = between(table, 0, 67_800).flatMap((sample) => detector.push(sample));
    events.push(...detector.lose(millis(67_800), "page-hidden"), ...detector.close(millis(80_000)));
    expect(inWords(events)).toEqual(["resting@0.00", "picked-up@66.90", "unknown@67.80"]);
  });
});

it("never throws and keeps its events in a sensible order, whatever the readings", () => {
  const reading = fc.record({
    at: fc.double({ min: 0, max: 60_000, noNaN: true }).map(millis),
    acceleration: fc.oneof(
      fc.constant(null),
      fc.tuple(fc.double({ min: -80, max: 80 }), fc.double({ min: -80, max: 80 }), fc.double({ min: -80, max: 80 })),
    ),
    rotationRate: fc.oneof(fc.constant(null), fc.tuple(fc.double(), fc.double(), fc.double())),
  });
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 400 }), (readings) => {
      const ordered = readings.toSorted((a, b) => a.at - b.at);
      for (const event of detectPickups(ordered)) {
        expect(Number.isFinite(event.at)).toBe(true);
        if (event.type === "unknown") expect(event.until).toBeGreaterThan(event.at);
      }
    }),
    { numRuns: 200 },
  );
});
