/**
 * Words for what records call by a key. Typed over the domain's own lists: a new key without its words, in either
 * language, does not compile.
 */
import type {
  BidOutcome,
  CheckInAnswers,
  Correction,
  Feeling,
  GoodMomentKind,
  LoggedMomentKind,
  PlanOutcome,
  RestReason,
  StateAfter,
  StateBefore,
} from "@undivided/domain";

export type CheckInKey = Exclude<keyof CheckInAnswers, "unknownFields">;

export interface CheckInText {
  readonly question: string;
  /** What the ends of the scale from 1 to 5 mean. */
  readonly low: string;
  readonly high: string;
}

export interface DomainWords {
  /** Each begins with "I": only its owner says it, and only about themselves. */
  readonly loggedMoments: Readonly<Record<LoggedMomentKind, string>>;
  readonly goodMoments: Readonly<Record<GoodMomentKind, string>>;
  readonly bidOutcomes: Readonly<Record<BidOutcome, string>>;
  readonly corrections: Readonly<Record<Correction, string>>;
  readonly statesBefore: Readonly<Record<StateBefore, string>>;
  readonly statesAfter: Readonly<Record<StateAfter, string>>;
  readonly feelings: Readonly<Record<Feeling, string>>;
  readonly planOutcomes: Readonly<Record<PlanOutcome, string>>;
  readonly rests: Readonly<Record<RestReason, string>>;
  readonly checkIn: Readonly<Record<CheckInKey, CheckInText>>;
}
