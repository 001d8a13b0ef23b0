/**
 * Random records of every kind, for tests only (fast-check).
 *
 * They are as wild as the types allow: any kind, any corrections, open and closed pauses, unknown fields of a newer app
 * with awkward names. What they share is small, so that owners, days and weeks meet often.
 */
import fc from "fast-check";
import { addDays, mondayOf } from "../time/civil-date.ts";
import { addToInstant, type Instant } from "../time/instant.ts";
import {
  DAY_MS,
  days,
  deviceIds,
  head,
  instants,
  offsets,
  recordIds,
  withUnknownFields,
} from "./arbitrary-parts.contract.ts";
import type { AgreementRecord } from "./agreement.ts";
import { BID_OUTCOMES, type BidRecord } from "./bid.ts";
import { CARD_MARKS, type CardRecord } from "./card.ts";
import type { CheckInRecord } from "./check-in.ts";
import type { ConversationRecord } from "./conversation.ts";
import { CORRECTIONS, type CorrectionStep } from "./corrections.ts";
import { FEELINGS, type FeltSecondRecord } from "./felt-second.ts";
import type { FourWeeksRecord } from "./four-weeks.ts";
import { GOOD_MOMENT_KINDS, type GoodMomentRecord } from "./good-moment.ts";
import type { RecordByType } from "./kinds.ts";
import type { LookBackRecord } from "./look-back.ts";
import type { MarkedDayRecord } from "./marked-day.ts";
import { LOGGED_MOMENT_KINDS, MOMENT_REASONS, SENSED_MOMENT_KINDS, SENSES } from "./moment-kinds.ts";
import type { LoggedSource, MomentRecord, SensedSource } from "./moment.ts";
import type { PhoneLooksRecord } from "./phone-looks.ts";
import type { TogetherHoursRecord } from "./together-hours.ts";
import { PLAN_OUTCOMES, type PlanRecord } from "./plan.ts";
import { REST_REASONS, type RestRecord } from "./rest.ts";
import type { RitualRecord } from "./ritual.ts";
import { STATES_AFTER, STATES_BEFORE, type ReflectionRecord } from "./reflection.ts";
import type { TogetherRecord } from "./together.ts";

export { days, instants, PEOPLE } from "./arbitrary-parts.contract.ts";

const correctionSteps: fc.Arbitrary<CorrectionStep> = withUnknownFields(
  fc.oneof(
    fc.record({
      type: fc.constant("said" as const),
      at: instants,
      correction: fc.constantFrom(...CORRECTIONS),
      announcedMs: fc.option(fc.integer({ min: 1, max: DAY_MS })),
    }),
    fc.record({
      type: fc.constant("taken-back" as const),
      at: instants,
      correction: fc.constantFrom(...CORRECTIONS),
    }),
  ),
);

const lengths = fc.integer({ min: 0, max: 600_000 });

const loggedSources: fc.Arbitrary<LoggedSource> = withUnknownFields(
  fc.record({ type: fc.constant("logged" as const), kind: fc.constantFrom(...LOGGED_MOMENT_KINDS) }),
);

const sensedSources = (at: Instant): fc.Arbitrary<SensedSource> =>
  withUnknownFields(
    fc.record({
      type: fc.constant("sensed" as const),
      kind: fc.constantFrom(...SENSED_MOMENT_KINDS),
      together: recordIds,
      device: deviceIds,
      until: lengths.map((ms) => addToInstant(at, ms)),
      reasons: fc.oneof(
        fc.subarray([...MOMENT_REASONS]),
        fc.constant(["was-resting", "talk", "other-phone-unknown"] as const),
      ),
    }),
  );

export const moments: fc.Arbitrary<MomentRecord> = instants.chain((at) =>
  withUnknownFields(
    fc.record({
      type: fc.constant("moment" as const),
      ...head,
      at: fc.constant(at),
      utcOffset: offsets,
      source: fc.oneof(loggedSources, sensedSources(at)),
      corrections: fc.array(correctionSteps, { maxLength: 3 }),
    }),
  ),
);

const overlaps = fc
  .tuple(instants, fc.integer({ min: 1, max: 600_000 }))
  .map(([from, ms]) => ({ from, until: addToInstant(from, ms) }));

export const togethers: fc.Arbitrary<TogetherRecord> = fc
  .tuple(
    fc.record({
      type: fc.constant("together" as const),
      ...head,
      device: deviceIds,
      utcOffset: offsets,
      start: instants,
    }),
    fc.array(fc.tuple(lengths, lengths), { maxLength: 3 }),
    fc.record({ lastPauseOpen: fc.boolean(), ended: fc.boolean(), after: lengths, sound: fc.boolean() }),
    fc.oneof(
      fc.constant({ type: "one-phone" as const }),
      fc.record({
        type: fc.constant("both-phones" as const),
        other: recordIds,
        taps: recordIds,
        overlap: fc.array(overlaps, { maxLength: 2 }),
        clockOffsetMs: fc.integer({ min: -100_000, max: 100_000 }),
        clockErrorMs: fc.nat({ max: 100_000 }),
      }),
    ),
    fc.array(fc.tuple(fc.constantFrom(...SENSES), instants, lengths), { maxLength: 3 }),
  )
  .map(([known, gaps, how, participation, lost]): TogetherRecord => {
    let at = known.start;
    const pauses = gaps.map(([untilPause, pauseLength], index) => {
      const from = addToInstant(at, untilPause);
      at = addToInstant(from, pauseLength);
      return { from, until: how.lastPauseOpen && index === gaps.length - 1 ? null : at };
    });
    return {
      ...known,
      pauses,
      end: how.ended ? addToInstant(at, how.after) : null,
      participation,
      sound: how.sound,
      unknown: lost.map(([of, from, ms]) => ({ of, from, until: addToInstant(from, ms) })),
    };
  });

const feltSeconds: fc.Arbitrary<FeltSecondRecord> = fc.record({
  type: fc.constant("felt-second" as const),
  ...head,
  day: days,
  feeling: fc.constantFrom(...FEELINGS),
});

const goodMoments: fc.Arbitrary<GoodMomentRecord> = fc.record({
  type: fc.constant("good-moment" as const),
  ...head,
  day: days,
  kind: fc.constantFrom(...GOOD_MOMENT_KINDS),
});

const bids: fc.Arbitrary<BidRecord> = fc.record({
  type: fc.constant("bid" as const),
  ...head,
  day: days,
  outcome: fc.constantFrom(...BID_OUTCOMES),
});

const texts = fc.option(fc.string({ maxLength: 40 }));

const reflections: fc.Arbitrary<ReflectionRecord> = fc.record({
  type: fc.constant("reflection" as const),
  ...head,
  day: days,
  about: fc.option(recordIds),
  doing: texts,
  before: fc.subarray([...STATES_BEFORE]),
  after: fc.subarray([...STATES_AFTER]),
  gaveMe: texts,
  elseCouldGive: texts,
});

const answers = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 20 });

const checkIns: fc.Arbitrary<CheckInRecord> = fc.record({
  type: fc.constant("check-in" as const),
  ...head,
  week: days.map(mondayOf),
  answers: withUnknownFields(
    fc.record({
      feltImportant: answers,
      feltClose: answers,
      safeToBeVulnerable: answers,
      feltRespected: answers,
      hadFunTogether: answers,
      ownStress: answers,
    }),
  ),
});

const lookBacks: fc.Arbitrary<LookBackRecord> = fc.record({
  type: fc.constant("look-back" as const),
  ...head,
  day: days,
  together: recordIds,
  guess: fc.option(fc.nat({ max: 20 })),
  asked: fc.array(recordIds, { maxLength: 3 }),
});

const spans = fc.tuple(days, fc.option(fc.nat({ max: 20 })));

const rests: fc.Arbitrary<RestRecord> = fc
  .tuple(fc.record({ type: fc.constant("rest" as const), ...head, why: fc.constantFrom(...REST_REASONS) }), spans)
  .map(([known, [from, length]]) => ({ ...known, from, until: length === null ? null : addDays(from, length) }));

const minutes = fc.nat({ max: 1439 });

const rituals: fc.Arbitrary<RitualRecord> = fc.record({
  type: fc.constant("ritual" as const),
  ...head,
  what: fc.oneof(
    fc.record({ type: fc.constant("library" as const), name: fc.string({ maxLength: 20 }) }),
    fc.record({ type: fc.constant("own" as const), text: fc.string({ maxLength: 20 }) }),
  ),
  pattern: fc.record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    minute: minutes,
    zone: fc.constantFrom("Europe/Berlin", "America/Santiago", "UTC"),
    lengthMinutes: fc.integer({ min: 1, max: 1440 }),
    from: days,
    until: fc.constant(null),
  }),
  changes: fc.array(fc.record({ day: days, to: fc.option(fc.record({ day: days, minute: minutes })) }), {
    maxLength: 2,
  }),
  reminderMinutes: fc.option(fc.nat({ max: 1440 })),
  proposal: fc.option(recordIds),
});

const shortTexts = fc.string({ maxLength: 40 });

const plans: fc.Arbitrary<PlanRecord> = fc.record({
  type: fc.constant("plan" as const),
  ...head,
  day: days,
  when: shortTexts,
  then: shortTexts,
  about: fc.option(recordIds),
  review: fc.option(fc.record({ day: days, outcome: fc.constantFrom(...PLAN_OUTCOMES) })),
  ended: fc.option(days),
});

const conversations: fc.Arbitrary<ConversationRecord> = fc.record({
  type: fc.constant("conversation" as const),
  ...head,
  day: days,
  kept: fc.array(recordIds, { maxLength: 3 }),
  noticed: texts,
  feel: texts,
  wish: texts,
  reappraisal: texts,
  step: fc.nat({ max: 100 }),
  ended: fc.option(days),
});

const agreements: fc.Arbitrary<AgreementRecord> = fc
  .tuple(
    fc.record({
      type: fc.constant("agreement" as const),
      ...head,
      day: days,
      agreement: recordIds,
      revision: fc.integer({ min: 1, max: 1000 }),
      text: shortTexts.map((text) => `${text}.`),
      ended: fc.option(days),
    }),
    fc.nat({ max: 60 }),
  )
  .map(([known, length]) => ({ ...known, until: addDays(known.day, length) }));

const fourWeeks: fc.Arbitrary<FourWeeksRecord> = fc.record({
  type: fc.constant("four-weeks" as const),
  ...head,
  start: days,
  alone: fc.boolean(),
  tasks: fc.array(fc.record({ week: fc.integer({ min: 1, max: 4 }), task: shortTexts, done: fc.option(days) }), {
    maxLength: 3,
  }),
  lookBack: texts,
  ended: fc.constant(null),
});

const cards: fc.Arbitrary<CardRecord> = fc.record({
  type: fc.constant("card" as const),
  ...head,
  day: days,
  card: shortTexts,
  mark: fc.constantFrom(...CARD_MARKS),
});

const markedDays: fc.Arbitrary<MarkedDayRecord> = fc.record({
  type: fc.constant("marked-day" as const),
  ...head,
  day: days,
  note: texts,
});

const phoneLooks: fc.Arbitrary<PhoneLooksRecord> = fc
  .record({
    type: fc.constant("phone-looks" as const),
    ...head,
    week: days.map(mondayOf),
    import: recordIds,
    source: fc.constantFrom("aware-screen", "undivided-lines"),
    seesLockScreen: fc.boolean(),
    watched: fc.array(fc.record({ from: instants, until: instants }), { maxLength: 2 }),
    hasKinds: fc.boolean(),
    looks: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 604_799 }),
        fc.option(fc.integer({ min: 0, max: 7200 })),
        fc.integer({ min: 0, max: 1023 }),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ looks, hasKinds, ...rest }) => ({
    ...rest,
    at: looks.map(([at]) => at),
    seconds: looks.map(([, length]) => length),
    kinds: hasKinds ? looks.map(([, , kinds]) => kinds) : null,
  }));

const togetherHours: fc.Arbitrary<TogetherHoursRecord> = fc.record({
  type: fc.constant("together-hours" as const),
  ...head,
  day: days,
  hours: fc.oneof(
    fc.record({
      type: fc.constant("rule" as const),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      untilMinute: fc.integer({ min: 1440, max: 2880 }),
      zone: fc.constantFrom("Europe/Berlin", "UTC"),
    }),
    fc.record({
      type: fc.constant("calendar" as const),
      calendar: recordIds,
      times: fc.array(fc.record({ from: instants, until: instants }), { maxLength: 3 }),
    }),
  ),
});

/** One for every kind: a kind without random records does not compile. */
export const RECORDS_BY_TYPE: { readonly [T in keyof RecordByType]: fc.Arbitrary<RecordByType[T]> } = {
  moment: moments,
  together: withUnknownFields(togethers),
  "felt-second": withUnknownFields(feltSeconds),
  "good-moment": withUnknownFields(goodMoments),
  bid: withUnknownFields(bids),
  reflection: withUnknownFields(reflections),
  "check-in": withUnknownFields(checkIns),
  "look-back": withUnknownFields(lookBacks),
  rest: withUnknownFields(rests),
  ritual: withUnknownFields(rituals),
  plan: withUnknownFields(plans),
  conversation: withUnknownFields(conversations),
  agreement: withUnknownFields(agreements),
  "four-weeks": withUnknownFields(fourWeeks),
  card: withUnknownFields(cards),
  "marked-day": withUnknownFields(markedDays),
  "phone-looks": withUnknownFields(phoneLooks),
  "together-hours": withUnknownFields(togetherHours),
};

export const knownRecords = fc.oneof(...Object.values(RECORDS_BY_TYPE));
