/** From records to estimates: what enters, what does not, and laws that hold for any records. */
import {
  addToInstant,
  civilDateAt,
  type CorrectionStep,
  decodeRecord,
  encodeRecord,
  type KnownRecord,
  type MomentReason,
  type MomentRecord,
  type ReflectionRecord,
  type StateBefore,
  parseCivilDate,
  parseDeviceId,
  parseInstant,
  parseRecordId,
  parseUtcOffset,
  type Result,
  type TogetherRecord,
} from "@undivided/domain";
import { knownRecords, PEOPLE } from "@undivided/domain/arbitraries.contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../chance/random.ts";
import { simulateCoupleRecords } from "../simulation/couple-records.ts";
import { collectSessions } from "./sessions.ts";
import { type OwnSummary, summarizeOwnRecords } from "./summary.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const [me] = PEOPLE;
const device = valueOf(parseDeviceId("d".repeat(32)));
const idOf = (number: number) => valueOf(parseRecordId(number.toString(16).padStart(32, "0")));
const utcOffset = valueOf(parseUtcOffset(60));
const start = valueOf(parseInstant("2026-11-02T18:00:00Z"));
const minute = (count: number) => addToInstant(start, count * 60_000);

const together = (id: number, from: number, until: number, change: Partial<TogetherRecord> = {}): TogetherRecord => ({
  type: "together",
  id: idOf(id),
  owner: me,
  device,
  start: minute(from),
  utcOffset,
  pauses: [],
  end: minute(until),
  participation: { type: "one-phone" },
  sound: true,
  unknown: [],
  ...change,
});

const moment = (
  id: number,
  at: number,
  reasons: readonly MomentReason[] = ["was-resting", "talk"],
  said: readonly CorrectionStep["correction"][] = [],
): MomentRecord => ({
  type: "moment",
  id: idOf(id),
  owner: me,
  at: minute(at),
  utcOffset,
  source: { type: "sensed", kind: "picked-up", together: idOf(1), device, until: minute(at + 5), reasons },
  corrections: said.map((correction) => ({ type: "said", at: minute(200), correction, announcedMs: null })),
});

const summarize = (records: readonly KnownRecord[], change: object = {}): OwnSummary =>
  summarizeOwnRecords(records, {
    owner: me,
    from: null,
    to: null,
    changeDay: null,
    random: createRandom(1),
    ...change,
  });

describe("sessions", () => {
  it("see the tapped time less pauses and less stretches in which motion or page knew nothing", () => {
    const { sessions } = collectSessions(
      [
        together(1, 0, 120, {
          pauses: [{ from: minute(10), until: minute(20) }],
          unknown: [
            { of: "motion", from: minute(15), until: minute(30) },
            { of: "page", from: minute(40), until: minute(50) },
            { of: "sound", from: minute(60), until: minute(90) },
          ],
        }),
      ],
      [],
    );
    expect(sessions[0]?.hours).toBeCloseTo(90 / 60, 10);
    expect(sessions[0]?.unseenHours).toBeCloseTo(20 / 60, 10);
    expect(sessions[0]).toMatchObject({ day: "2026-11-02", week: "2026-11-02", weekday: 0, hourOfDay: 20 });
  });

  it("count what counts within what was seen, name what is open, and leave out the rest", () => {
    const { sessions, outside } = collectSessions(
      [together(1, 0, 120, { pauses: [{ from: minute(50), until: minute(60) }] })],
      [
        moment(10, 5),
        moment(11, 15, ["was-resting", "no-sound"]),
        moment(12, 25, ["was-resting", "lull"]),
        moment(13, 35, ["was-resting", "talk"], ["wrong"]),
        moment(14, 55),
        moment(15, 130),
        // Excused for two minutes, and then drifted: it counts from minute 72 on.
        moment(16, 70, ["was-resting", "talk"], ["used-together", "drifted"]),
      ],
    );
    expect(sessions[0]).toMatchObject({ count: 2, open: 1, notCounted: 2 });
    expect(sessions[0]?.counted.map(({ at }) => (at - start) / 60_000)).toEqual([5, 72]);
    expect(outside).toBe(2);
  });

  it("count a time that two own phones saw once, and every moment once", () => {
    const { sessions } = collectSessions([together(1, 0, 60), together(2, 30, 90)], [moment(10, 40), moment(11, 80)]);
    expect(sessions.map(({ hours }) => hours)).toEqual([1, 0.5]);
    expect(sessions.map(({ count }) => count)).toEqual([1, 1]);
    expect(sessions.map(({ unseenHours }) => Math.abs(unseenHours) < 1e-9)).toEqual([true, true]);
  });

  it("leave a time without a known end out of every figure, and say so", () => {
    const { sessions, unfinished, outside } = collectSessions([together(1, 0, 1, { end: null })], [moment(10, 0.5)]);
    expect({ sessions: sessions.length, unfinished, outside }).toEqual({ sessions: 0, unfinished: 1, outside: 1 });
  });
});

describe("false alarms", () => {
  const evenings = Array.from({ length: 6 }, (_, k) => k);
  const records = (lookedBack: boolean): readonly KnownRecord[] =>
    evenings.flatMap((k): KnownRecord[] => {
      const at = k * 24 * 60;
      const id = idOf(100 + k);
      const inEvening = (one: MomentRecord): MomentRecord =>
        one.source.type === "sensed" ? { ...one, source: { ...one.source, together: id } } : one;
      return [
        together(100 + k, at, at + 120),
        inEvening(moment(200 + k, at + 10)),
        inEvening(moment(300 + k, at + 20)),
        inEvening(moment(400 + k, at + 30, ["was-resting", "talk"], lookedBack || k < 3 ? ["not-me"] : [])),
      ];
    });

  it("are what their owner refused among what the phone claimed, in the times that were looked back on", () => {
    const { falseAlarms } = summarize(records(true));
    expect(falseAlarms.share).toMatchObject({ type: "estimate", value: 1 / 3, count: 18 });
    expect(falseAlarms.unchecked).toBe(0);
  });

  it("lower the lower end of the rate by what may hide in times not looked back on", () => {
    const { rate, falseAlarms } = summarize(records(false));
    expect(falseAlarms.unchecked).toBeCloseTo(9 / 15, 10);
    const checked = summarize([
      ...records(false),
      ...evenings.map((k): KnownRecord => ({ type: "look-back", id: idOf(500 + k), owner: me, day: valueOf(parseCivilDate("2026-11-02")), together: idOf(100 + k), guess: null, asked: [] })), // prettier-ignore
    ]);
    if (rate.type !== "estimate" || checked.rate.type !== "estimate" || falseAlarms.share.type !== "estimate")
      throw new Error("no estimate");
    expect(rate.low).toBeCloseTo(checked.rate.low * (1 - (9 / 15) * falseAlarms.share.high), 10);
    expect(rate.high).toBe(checked.rate.high);
  });
});

/** Every number in it is finite. */
const isFinite = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null || Object.values(value).every(isFinite);

describe("what was there before", () => {
  const named = (sets: readonly (readonly StateBefore[])[]): StateBefore | null =>
    summarize(
      sets.map((before, index): ReflectionRecord => ({
        type: "reflection",
        id: idOf(500 + index),
        owner: me,
        day: valueOf(parseCivilDate("2026-11-02")),
        about: null,
        doing: null,
        before,
        after: [],
        gaveMe: null,
        elseCouldGive: null,
      })),
    ).reflections.mostOften.before;
  const times = (count: number, ...words: StateBefore[]) => Array.from({ length: count }, () => words);

  it("is called the most frequent only where it is told apart from every other", () => {
    expect(named([...times(2, "notification"), ...times(2, "habit"), ...times(2, "bored")])).toBeNull();
    expect(named([...times(4, "habit"), ...times(2, "bored")])).toBeNull();
    expect(named([...times(5, "habit"), ...times(1, "bored")])).toBeNull();
    expect(named(times(5, "habit"))).toBe("habit");
    expect(named([...times(12, "habit"), ...times(2, "bored")])).toBe("habit");
    expect(named([...times(12, "habit"), ...times(2, "bored"), ...times(9, "triggered")])).toBeNull();
  });

  it("is compared within the reflections that name one of two and not both", () => {
    expect(named([...times(30, "habit", "bored"), ...times(3, "habit")])).toBeNull();
    expect(named([...times(30, "habit", "bored"), ...times(8, "habit")])).toBe("habit");
  });
});

describe("the summary of any records", () => {
  it("holds no number that is none, keeps every interval in order, and never throws", () => {
    fc.assert(
      fc.property(fc.array(knownRecords, { maxLength: 60 }), (records) => {
        const summary = summarize(records);
        expect(isFinite(summary)).toBe(true);
        for (const one of [
          summary.rate,
          summary.bids,
          summary.trend,
          summary.guess,
          ...summary.weeks.map(({ rate }) => rate),
        ])
          if (one.type === "estimate") expect(one.low <= one.value && one.value <= one.high).toBe(true);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("is the same whatever another person's records and feelings of coming second say, and in any order", () => {
    fc.assert(
      fc.property(fc.array(knownRecords, { maxLength: 60 }), fc.integer(), (drawn, seed) => {
        const records = [...new Map(drawn.map((record) => [record.id, record])).values()];
        const own = records.filter(({ owner, type }) => owner === me && type !== "felt-second");
        const random = createRandom(Math.abs(seed));
        const shuffled = own.map((record) => ({ record, key: random() })).sort((a, b) => a.key - b.key);
        const expected = summarize(own);
        // Several check-ins or guesses for the same week or time are settled by their order.
        const isAmbiguous = (type: string): boolean => own.filter((one) => one.type === type).length > 1;
        expect(summarize(records)).toEqual(expected);
        if (!isAmbiguous("check-in") && !isAmbiguous("look-back"))
          expect(summarize(shuffled.map(({ record }) => record))).toEqual(expected);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe("an example couple of twelve weeks", () => {
  const course = { weeks: 12, resetWorks: true, firstDay: valueOf(parseCivilDate("2026-08-31")), utcOffset };
  const couple = simulateCoupleRecords(course, createRandom(1));
  const [{ person, records }] = couple.people;
  const all = { owner: person, from: null, to: null, changeDay: null } as const;
  const summary = summarizeOwnRecords(records, { ...all, random: createRandom(1) });

  it("writes nothing but records that can be read back, each its owner's", () => {
    for (const simulated of couple.people) {
      for (const record of simulated.records) {
        expect(record.owner).toBe(simulated.person);
        const read = decodeRecord(JSON.parse(JSON.stringify(encodeRecord(record))));
        expect(read).toEqual({ type: "ok", value: record });
      }
    }
  });

  it("is the same for the same seed and another for another", () => {
    expect(simulateCoupleRecords(course, createRandom(1))).toEqual(couple);
    expect(simulateCoupleRecords(course, createRandom(2))).not.toEqual(couple);
  });

  it("has an estimate of everything, and weeks that add up to the whole", () => {
    for (const one of [summary.rate, summary.bids, summary.trend, summary.guess, summary.falseAlarms.share])
      expect(one.type).toBe("estimate");
    expect(summary.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(summary.moments.counted);
    expect(summary.weeks.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(summary.together.hours, 8);
    expect(summary.change?.ratio.type).toBe("estimate");
  });

  it("is cut by days: two halves count what the whole counts", () => {
    const cut = valueOf(parseCivilDate("2026-10-12"));
    const before = valueOf(parseCivilDate("2026-10-11"));
    const first = summarizeOwnRecords(records, { ...all, to: before, random: createRandom(1) });
    const second = summarizeOwnRecords(records, { ...all, from: cut, random: createRandom(1) });
    expect(first.moments.counted + second.moments.counted).toBe(summary.moments.counted);
    expect(first.together.sessions + second.together.sessions).toBe(summary.together.sessions);
  });

  it("shows the same figures when everything happened four weeks later", () => {
    const later = simulateCoupleRecords(
      { ...course, firstDay: valueOf(parseCivilDate("2026-09-28")) },
      createRandom(1),
    );
    const moved = summarizeOwnRecords(later.people[0].records, {
      ...all,
      owner: later.people[0].person,
      random: createRandom(1),
    });
    expect(moved.moments).toEqual(summary.moments);
    expect(moved.rate).toEqual(summary.rate);
    expect(moved.patterns).toEqual(summary.patterns);
  });

  it("puts each evening on the day that its owner's clock showed", () => {
    const first = records.find((record) => record.type === "together");
    expect(first?.type === "together" && civilDateAt(first.start, first.utcOffset)).toBe("2026-08-31");
  });
});
