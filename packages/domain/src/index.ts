export * from "./result.ts";
export * from "./time/millis.ts";
export * from "./time/instant.ts";
export * from "./time/civil-date.ts";
export * from "./time/interval.ts";
export * from "./people/ids.ts";
export * from "./encoding/decode-error.ts";
export type { UnknownFields } from "./encoding/codec.ts";
export type { Json, JsonObject } from "./encoding/json.ts";
export * from "./records/moment-kinds.ts";
export { CORRECTIONS, correctionsInEffect } from "./records/corrections.ts";
export type { Correction, CorrectionStep, Said, TakenBack } from "./records/corrections.ts";
export * from "./records/verdict.ts";
export { isFromOutside, verdictOf } from "./records/moment.ts";
export type { LoggedSource, MomentRecord, SensedSource } from "./records/moment.ts";
export { togetherIntervals } from "./records/together.ts";
export type { BothPhones, OnePhone, Participation, Pause, TogetherRecord, UnknownSense } from "./records/together.ts";
export { FEELINGS } from "./records/felt-second.ts";
export type { Feeling, FeltSecondRecord } from "./records/felt-second.ts";
export { GOOD_MOMENT_KINDS } from "./records/good-moment.ts";
export type { GoodMomentKind, GoodMomentRecord } from "./records/good-moment.ts";
export { BID_OUTCOMES } from "./records/bid.ts";
export type { BidOutcome, BidRecord } from "./records/bid.ts";
export { STATES_AFTER, STATES_BEFORE } from "./records/reflection.ts";
export type { ReflectionRecord, StateAfter, StateBefore } from "./records/reflection.ts";
export type { Answer, CheckInAnswers, CheckInRecord } from "./records/check-in.ts";
export type { LookBackRecord } from "./records/look-back.ts";
export { isRestBetween, REST_REASONS } from "./records/rest.ts";
export type { RestReason, RestRecord } from "./records/rest.ts";
export type { MovedTo, RitualChange, RitualPattern, RitualRecord, RitualWhat } from "./records/ritual.ts";
export { PLAN_OUTCOMES } from "./records/plan.ts";
export type { PlanOutcome, PlanRecord, PlanReview } from "./records/plan.ts";
export type { ConversationRecord } from "./records/conversation.ts";
export type { AgreementRecord } from "./records/agreement.ts";
export type { ChosenTask, FourWeeksRecord } from "./records/four-weeks.ts";
export { CARD_MARKS } from "./records/card.ts";
export type { CardMark, CardRecord } from "./records/card.ts";
export type { MarkedDayRecord } from "./records/marked-day.ts";
export { APP_KINDS, MAX_WEEK_LOOKS, MAX_WEEK_STRETCHES } from "./records/phone-looks.ts";
export type { AppKind, PhoneLooksRecord, WatchedStretch } from "./records/phone-looks.ts";
export { MAX_CALENDAR_TIMES } from "./records/together-hours.ts";
export type { CalendarTime, HoursByRule, HoursFromCalendar, TogetherHoursRecord } from "./records/together-hours.ts";
export { dayOfRecord } from "./records/day-of-record.ts";
export * from "./records/kinds.ts";
export * from "./records/record.ts";
export type { RecordHead, RecordKind } from "./records/record-kind.ts";
export type { SharedView } from "./sharing/sharing-row.ts";
export * from "./sharing/sharing.ts";
export {
  coarsenFigures,
  FEWEST_REPORT_WEEKS,
  joinFigures,
  MOST_REPORT_WEEKS,
  readFigures,
} from "./sharing/figures-for-both.ts";
export type { ExactFigures, FigureRange, FiguresForBoth, JoinedFigures } from "./sharing/figures-for-both.ts";
