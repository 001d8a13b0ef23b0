/**
 * The look-back: own moments after a time together, what their owner says of them, and what was not known.
 *
 * Corrections are the domain's steps and the verdict is the domain's, so that a moment means here what it will mean once it is
 * kept. A moment that cannot be known is asked about once; unanswered it stays open, beside every count.
 * No words here: `try-words.ts` says them. **Privacy:** lives in memory only and is gone with the page.
 */
import {
  addToInstant,
  correctionsInEffect,
  decideVerdict,
  type Correction,
  type CorrectionStep,
  type Instant,
} from "@undivided/domain";
import type { SensedMoment, SensingEvent, UnknownReason } from "@undivided/sensing";
import type { FinishedSession } from "../../live/live-session.ts";
import { questionFor, wordFor, type OpenAnswer, type OwnMoment } from "../../live/own-moment.ts";
import { reasonViews } from "../../sensed/reasons.ts";

export interface LookBack {
  readonly session: FinishedSession;
  /** The wall clock when the session ended; corrections are dated by it. */
  readonly endedAt: Instant;
  /** Asked before anything is shown; null: no guess. */
  readonly guess: number | null;
  readonly moments: readonly SensedMoment[];
  /** Of each moment, in the order of `moments`. */
  readonly steps: readonly (readonly CorrectionStep[])[];
  /** Moments whose owner does not know. */
  readonly leftOpen: readonly number[];
}

export const createLookBack = (session: FinishedSession, endedAt: Instant, guess: number | null): LookBack => {
  const moments = session.events.filter((event) => event.type === "moment");
  return { session, endedAt, guess, moments, steps: moments.map(() => []), leftOpen: [] };
};

export interface TriedMoment extends OwnMoment {
  readonly index: number;
  /** Milliseconds since the time together began. */
  readonly at: number;
}

/** In the order of time. */
export const ownMoments = (lookBack: LookBack): readonly TriedMoment[] =>
  lookBack.moments.map((moment, index) => ownMoment(lookBack, moment, index));

const ownMoment = (
  { session, endedAt, steps, leftOpen }: LookBack,
  moment: SensedMoment,
  index: number,
): TriedMoment => {
  const corrections = steps[index] ?? [];
  const instantOf = (at: number): Instant => addToInstant(endedAt, at - session.until);
  const verdict = decideVerdict({
    at: instantOf(moment.at),
    until: instantOf(moment.until),
    reasons: moment.why,
    corrections,
  });
  return {
    index,
    key: String(index),
    at: moment.at - session.from,
    lastedMs: moment.until - moment.at,
    kind: moment.kind,
    standing: verdict.type,
    reasons: reasonViews(session.events, moment),
    said: [...correctionsInEffect(corrections).keys()],
    question: verdict.type === "open" && !leftOpen.includes(index) ? questionFor(moment.why) : null,
    driftOffered: verdict.type === "not-counted" && verdict.driftOffered !== null,
  };
};

/** One tap: the owner says a word about a moment. */
export const say = (lookBack: LookBack, index: number, correction: Correction, at: Instant): LookBack =>
  addStep(lookBack, index, { type: "said", at, correction, announcedMs: null });

/** Takes back what was said last about a moment. */
export const takeBack = (lookBack: LookBack, index: number, at: Instant): LookBack => {
  const last = [...correctionsInEffect(lookBack.steps[index] ?? []).keys()].at(-1);
  return last === undefined ? lookBack : addStep(lookBack, index, { type: "taken-back", at, correction: last });
};

export const answer = (lookBack: LookBack, index: number, given: OpenAnswer, at: Instant): LookBack => {
  const moment = lookBack.moments[index];
  if (moment === undefined) return lookBack;
  const word = wordFor(questionFor(moment.why), given);
  return word === null ? { ...lookBack, leftOpen: [...lookBack.leftOpen, index] } : say(lookBack, index, word, at);
};

/** Its owner does remember. */
export const askAgain = (lookBack: LookBack, index: number): LookBack => ({
  ...lookBack,
  leftOpen: lookBack.leftOpen.filter((one) => one !== index),
});

const addStep = (lookBack: LookBack, index: number, step: CorrectionStep): LookBack => ({
  ...lookBack,
  steps: lookBack.steps.map((steps, position) => (position === index ? [...steps, step] : steps)),
});

/** A stretch in which a sense knew nothing, as it is told: milliseconds since the time together began. */
export interface BlankStretch {
  readonly of: "motion" | "sound" | "all";
  readonly why: UnknownReason;
  readonly at: number;
  readonly until: number;
}

/** A sense that needs a moment to begin or to end, or stumbles, is in the picture but not worth a sentence. */
const SHORTEST_TOLD_MS = 3000;

/** What was not known, for people: a hidden page is said once, not for each sense. */
export const blankStretches = ({ session }: LookBack): readonly BlankStretch[] => {
  const stretches: BlankStretch[] = [];
  for (const event of session.events) {
    if (event.type !== "unknown" || event.of === "page") continue;
    const stumble = event.why !== "page-hidden" && event.why !== "device-ended" && event.why !== "interrupted";
    if (stumble && event.until - event.at < SHORTEST_TOLD_MS) continue;
    if (event.why !== "page-hidden") {
      stretches.push({ of: event.of, why: event.why, at: event.at - session.from, until: event.until - session.from });
    }
  }
  for (const { from, until } of hiddenStretches(session.events)) {
    stretches.push({ of: "all", why: "page-hidden", at: from - session.from, until: until - session.from });
  }
  return stretches.sort((a, b) => a.at - b.at);
};

/** From the moments, which know the page; the senses know only from when on they read again. */
const hiddenStretches = (
  events: readonly SensingEvent[],
): readonly { readonly from: number; readonly until: number }[] =>
  events.flatMap((event) =>
    event.type === "moment" && event.kind === "left-app" ? [{ from: event.at, until: event.until }] : [],
  );
