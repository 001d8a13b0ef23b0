/** What sensing says, in words: one place for every page that shows it. Exhaustive over the lists of sensing. */
import type { MomentReason, UnknownReason } from "@undivided/sensing";
import { m } from "../paraglide/messages.js";
import { getRegion } from "../platform/region.ts";
import type { BandTone } from "../ui/charts/lanes.ts";
import type { ReasonView } from "./reasons.ts";
import { durationWords } from "./words-of-time.ts";

export const numberWords = (value: number): string => new Intl.NumberFormat(getRegion()).format(value);

export const lengthWords = (ms: number): string => durationWords(getRegion(), ms);

/** Small numbers as words, larger ones as digits; in Spanish of the gender of "veces". */
export const countWord = (count: number): string =>
  [
    m.number_0,
    m.number_1,
    m.number_2,
    m.number_3,
    m.number_4,
    m.number_5,
    m.number_6,
    m.number_7,
    m.number_8,
    m.number_9,
    m.number_10,
  ][count]?.() ?? numberWords(count);

export const reasonWords = ({ reason, lastedMs }: ReasonView): string => {
  const length = lastedMs === null ? null : lengthWords(lastedMs);
  const sentences: Readonly<Record<MomentReason, () => string>> = {
    "was-resting": () => (length === null ? m.reason_was_resting() : m.reason_was_resting_for({ length })),
    "rest-unsure": () => m.reason_rest_unsure(),
    "no-motion": () => m.reason_no_motion(),
    "no-lift": () => m.reason_no_lift(),
    "same-pick-up": () => m.reason_same_pick_up(),
    talk: () => m.reason_talk(),
    lull: () => (length === null ? m.reason_lull() : m.reason_lull_for({ length })),
    "tv-on": () => m.reason_tv_on(),
    "no-sound": () => m.reason_no_sound(),
    "sound-unknown": () => m.reason_sound_unknown(),
    "other-phone-unknown": () => m.reason_other_phone_unknown(),
    "other-phone-in-use": () => m.reason_other_phone_in_use(),
  };
  return sentences[reason]();
};

export const toneWords = (tone: BandTone): string => {
  switch (tone) {
    case "talk":
      return m.tone_talk();
    case "quiet":
      return m.tone_quiet();
    case "rest":
      return m.tone_rest();
    case "lifted":
      return m.tone_lifted();
    case "still":
      return m.tone_still();
    case "unknown":
      return m.tone_unknown();
  }
};

export const unknownWords = (why: UnknownReason): string => {
  switch (why) {
    case "gap":
      return m.unknown_gap();
    case "null-reading":
      return m.unknown_null_reading();
    case "page-hidden":
      return m.unknown_page_hidden();
    case "before-first-sample":
      return m.unknown_before();
    case "after-last-sample":
      return m.unknown_after();
    case "device-ended":
      return m.unknown_device_ended();
    case "interrupted":
      return m.unknown_interrupted();
  }
};
