/**
 * The example couple as records, one list a person: what each phone would hold after these weeks.
 *
 * On top of the course of `simulate-couple.ts`: false alarms that are corrected in the look-back, uses that were shared or announced, evenings without
 * sound, stretches in which a sense was lost, bids, good moments, reflections, check-ins, guesses, and the marked day of the reset. Every
 * number is invented; for tests, examples and planning a study, not a claim about real couples.
 */
import {
  addDays,
  addToInstant,
  civilDateAt,
  type CivilDate,
  type CorrectionStep,
  type DeviceId,
  type Instant,
  isErr,
  type KnownRecord,
  mondayOf,
  type MomentReason,
  parseDeviceId,
  parseInstant,
  parsePersonId,
  parseRecordId,
  type PersonId,
  type RecordId,
  type Result,
  type StateAfter,
  type StateBefore,
  type UtcOffset,
} from "@undivided/domain";
import { drawBelow, drawExponential, drawNormal, drawPoisson, type Random } from "../chance/random.ts";
import { type CoupleCourse, type CouplePhase, simulateCouple } from "./simulate-couple.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export interface CoupleRecordsCourse extends CoupleCourse {
  /** The Monday on which the first week begins. */
  readonly firstDay: CivilDate;
  readonly utcOffset: UtcOffset;
}

export interface SimulatedPerson {
  readonly person: PersonId;
  readonly device: DeviceId;
  /** In no particular order. */
  readonly records: readonly KnownRecord[];
}

export interface SimulatedCoupleRecords {
  readonly people: readonly [SimulatedPerson, SimulatedPerson];
  readonly phases: readonly CouplePhase[];
}

/** What changes with the phase, in the person's own answers. */
const answersByPhase = {
  ordinary: { bidsAnswered: 0.75, felt: 3.6, stress: 2.6 },
  spiral: { bidsAnswered: 0.5, felt: 2.5, stress: 3.6 },
  "after-reset": { bidsAnswered: 0.8, felt: 4, stress: 2.4 },
} as const;

/** Weights of what was there before, most often habit. */
const causes: readonly (readonly [StateBefore, number])[] = [
  ["habit", 5],
  ["notification", 4],
  ["overwhelmed", 2],
  ["bored", 2],
  ["wanting-out-of-this-talk", 1.5],
  ["worry-about-missing-out", 1],
  ["triggered", 0.5],
];
const effects: readonly (readonly [StateAfter, number])[] = [
  ["nothing", 4],
  ["relief", 2],
  ["stress", 2],
  ["reward", 1],
  ["comfort", 1],
];

/** Identifiers come from `random` too: fit for examples, not for anything kept. */
export const simulateCoupleRecords = (course: CoupleRecordsCourse, random: Random): SimulatedCoupleRecords => {
  const { windows, streams, phases } = simulateCouple(course, random);
  const midnight = valueOf(parseInstant(`${course.firstDay}T00:00:00Z`));
  const instantAt = (hour: number): Instant => addToInstant(midnight, hour * HOUR_MS - course.utcOffset * MINUTE_MS);
  const phaseAt = (hour: number): CouplePhase["name"] =>
    (phases.find((phase) => hour < phase.untilHour) ?? phases.at(-1))?.name ?? "ordinary";
  const idPairs = () => windows.map(() => [recordId(random), recordId(random)] as const);
  const idsOfWindow = idPairs();
  const tapsOfWindow = idPairs();
  const hasSound = windows.map(() => random() >= 1 / 6);
  const resetHour = phases.find(({ name }) => name === "after-reset")?.fromHour ?? null;

  const draw = (index: 0 | 1): SimulatedPerson => {
    const person = valueOf(parsePersonId(hex(random)));
    const device = valueOf(parseDeviceId(hex(random)));
    const head = { owner: person };
    const records: KnownRecord[] = [];
    const dayAt = (hour: number): CivilDate => civilDateAt(instantAt(hour), course.utcOffset);

    for (const [at, window] of windows.entries()) {
      const mine = idsOfWindow[at]?.[index];
      const [taps, others] = [tapsOfWindow[at]?.[index], tapsOfWindow[at]?.[1 - index]];
      if (mine === undefined || taps === undefined || others === undefined) continue;
      const sound = hasSound[at] ?? true;
      const lost = random() < 0.1 ? window.start + 0.6 * (window.end - window.start) * random() : null;
      records.push({
        ...head,
        type: "together",
        id: mine,
        device,
        start: instantAt(window.start),
        utcOffset: course.utcOffset,
        pauses: [],
        end: instantAt(window.end),
        participation: {
          type: "both-phones",
          other: others,
          taps,
          overlap: [{ from: instantAt(window.start), until: instantAt(window.end) }],
          clockOffsetMs: 0,
          clockErrorMs: 40,
        },
        sound,
        unknown:
          lost === null
            ? []
            : [{ of: random() < 0.5 ? "motion" : "sound", from: instantAt(lost), until: instantAt(lost + 0.1) }],
      });
      const pickUps = (streams[index] ?? []).filter((time) => time >= window.start && time <= window.end - 1 / 60);
      const mistaken = drawTimes(random, 0.15, window.start, window.end - 1 / 60);
      const evening = { head, end: instantAt(window.end), mine, device, sound, utcOffset: course.utcOffset };
      for (const hour of pickUps) {
        const moment = drawMoment(random, evening, instantAt(hour), "true");
        records.push(moment);
        if (random() < 0.25) {
          records.push({
            ...head,
            type: "reflection",
            id: recordId(random),
            day: dayAt(window.start),
            about: moment.id,
            doing: null,
            before: [pick(random, causes)],
            after: [pick(random, effects)],
            gaveMe: null,
            elseCouldGive: null,
          });
        }
      }
      for (const hour of mistaken) records.push(drawMoment(random, evening, instantAt(hour), "mistaken"));
      if (random() < 0.8) {
        records.push({
          ...head,
          type: "look-back",
          id: recordId(random),
          day: dayAt(window.start),
          together: mine,
          // People see about two thirds of their own moments before they look.
          guess: random() < 0.75 ? drawPoisson(random, 0.65 * pickUps.length) : null,
          asked: [],
        });
      }
    }
    for (let week = 0; week < course.weeks; week += 1) {
      const answers = answersByPhase[phaseAt((week + 0.5) * 168)];
      const monday = mondayOf(addDays(course.firstDay, 7 * week));
      const day = (): CivilDate => addDays(monday, drawBelow(random, 7));
      for (let bid = drawPoisson(random, 5); bid > 0; bid -= 1) {
        const outcome = random() < answers.bidsAnswered ? "answered" : "missed";
        records.push({ ...head, type: "bid", id: recordId(random), day: day(), outcome });
      }
      for (let good = drawPoisson(random, 2.5); good > 0; good -= 1) {
        const kinds = ["bid-answered", "eye-contact", "six-second-kiss", "ten-minutes-without-phones"] as const;
        const kind = kinds[drawBelow(random, kinds.length)] ?? "eye-contact";
        records.push({ ...head, type: "good-moment", id: recordId(random), day: day(), kind });
      }
      if (drawPoisson(random, answers.felt < 3 ? 0.6 : 0.1) > 0) {
        records.push({ ...head, type: "felt-second", id: recordId(random), day: day(), feeling: "unimportant" });
      }
      if (random() < 0.9) {
        const felt = (): number => rate(answers.felt + 0.7 * drawNormal(random));
        records.push({
          ...head,
          type: "check-in",
          id: recordId(random),
          week: monday,
          answers: {
            feltImportant: felt(),
            feltClose: felt(),
            safeToBeVulnerable: felt(),
            feltRespected: felt(),
            hadFunTogether: felt(),
            ownStress: rate(answers.stress + 0.8 * drawNormal(random)),
          },
        });
      }
    }
    if (resetHour !== null) {
      records.push({ ...head, type: "marked-day", id: recordId(random), day: dayAt(resetHour), note: null });
    }
    return { person, device, records };
  };
  return { people: [draw(0), draw(1)], phases };
};

interface SimulatedEvening {
  readonly head: { readonly owner: PersonId };
  readonly end: Instant;
  readonly mine: RecordId;
  readonly device: DeviceId;
  readonly sound: boolean;
  readonly utcOffset: UtcOffset;
}

const drawMoment = (
  random: Random,
  { head, end, mine, device, sound, utcOffset }: SimulatedEvening,
  at: Instant,
  truth: "true" | "mistaken",
) => {
  const until = addToInstant(at, Math.min(end - at, 1000 * (4 + 25 * drawExponential(random))));
  const later = addToInstant(end, 2 * MINUTE_MS);
  const said = (correction: "wrong" | "lull" | "used-together" | "needed" | "were-talking"): CorrectionStep => ({
    type: "said",
    at: later,
    correction,
    announcedMs: null,
  });
  const reasons: MomentReason[] = ["was-resting", sound ? "talk" : "no-sound", "other-phone-unknown"];
  const corrections: CorrectionStep[] = [];
  if (truth === "mistaken") {
    // Most are noticed in the look-back; some stay.
    if (random() < 0.8) corrections.push(said(random() < 0.5 ? "wrong" : "lull"));
  } else if (!sound && random() < 0.8) {
    corrections.push(said("were-talking"));
  }
  if (truth === "true" && random() < 0.06) corrections.push(said(random() < 0.5 ? "needed" : "used-together"));
  return {
    ...head,
    type: "moment",
    id: recordId(random),
    at,
    utcOffset,
    source: { type: "sensed", kind: "picked-up", together: mine, device, until, reasons },
    corrections,
  } as const satisfies KnownRecord;
};

const drawTimes = (random: Random, rate: number, start: number, end: number): readonly number[] => {
  const times: number[] = [];
  for (let time = start; (time += drawExponential(random) / rate) < end;) times.push(time);
  return times;
};

const pick = <Word>(random: Random, weighted: readonly (readonly [Word, number])[]): Word => {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const found = weighted.find(([, weight]) => (left -= weight) < 0) ?? weighted[0];
  if (found === undefined) throw new Error("nothing to pick from");
  return found[0];
};

const rate = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));

const hex = (random: Random): string => Array.from({ length: 32 }, () => drawBelow(random, 16).toString(16)).join("");

const recordId = (random: Random): RecordId => valueOf(parseRecordId(hex(random)));

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (isErr(result)) throw new Error(JSON.stringify(result.error));
  return result.value;
};
