/** All kinds of record: one line each. See [Note: Adding a kind] in `record-kind.ts`. */
import { agreementKind } from "./agreement.ts";
import { bidKind } from "./bid.ts";
import { cardKind } from "./card.ts";
import { checkInKind } from "./check-in.ts";
import { conversationKind } from "./conversation.ts";
import { feltSecondKind } from "./felt-second.ts";
import { fourWeeksKind } from "./four-weeks.ts";
import { goodMomentKind } from "./good-moment.ts";
import { lookBackKind } from "./look-back.ts";
import { markedDayKind } from "./marked-day.ts";
import { momentKind } from "./moment.ts";
import { phoneLooksKind } from "./phone-looks.ts";
import { planKind } from "./plan.ts";
import type { RecordKind } from "./record-kind.ts";
import { reflectionKind } from "./reflection.ts";
import { restKind } from "./rest.ts";
import { ritualKind } from "./ritual.ts";
import { togetherHoursKind } from "./together-hours.ts";
import { togetherKind } from "./together.ts";

/** The name of each kind is the `type` of its records; a line under another name does not compile. */
type KindByType<M> = { readonly [T in keyof M]: RecordKind<M[T]> };

const collectKinds = <M extends { readonly [T in keyof M]: { readonly type: T } }>(
  kinds: KindByType<M>,
): KindByType<M> => kinds;

const kinds = collectKinds({
  moment: momentKind,
  together: togetherKind,
  "felt-second": feltSecondKind,
  "good-moment": goodMomentKind,
  bid: bidKind,
  reflection: reflectionKind,
  "check-in": checkInKind,
  "look-back": lookBackKind,
  rest: restKind,
  ritual: ritualKind,
  plan: planKind,
  conversation: conversationKind,
  agreement: agreementKind,
  "four-weeks": fourWeeksKind,
  card: cardKind,
  "marked-day": markedDayKind,
  "phone-looks": phoneLooksKind,
  "together-hours": togetherHoursKind,
});

export type RecordByType = typeof kinds extends KindByType<infer M> ? M : never;
export type RecordType = keyof RecordByType;

/** A record that this version understands. */
export type KnownRecord = RecordByType[RecordType];

export const RECORD_KINDS: KindByType<RecordByType> = kinds;

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORD_KINDS, type);

export const RECORD_TYPES: readonly RecordType[] = Object.keys(RECORD_KINDS).filter(isRecordType);
