/** What a time together says on every page that holds one: its sign, moments, what their owner said. Exhaustive over each list. */
import type { Correction } from "@undivided/domain";
import type { MotionCheck } from "../platform/motion.ts";
import { m } from "../paraglide/messages.js";
import { countWord } from "../sensed/sensed-words.ts";
import type { Reading, SoundProblem } from "./live-session.ts";
import { GUESS_MOST, type OpenQuestion, type Standing } from "./own-moment.ts";

export type MotionSetting = "off" | "checking" | MotionCheck;
export type SoundSetting = "off" | "checking" | "ready" | SoundProblem;

export const soundProblemWords = (why: SoundProblem): string => {
  switch (why) {
    case "refused":
      return m.try_sound_refused();
    case "no-microphone":
      return m.try_sound_no_microphone();
    case "unsafe-address":
      return m.try_sound_unsafe();
    case "not-loaded":
      return m.try_sound_not_loaded();
    case "failed":
      return m.try_sound_failed();
  }
};

/** The plain sign; null while nothing is read. */
export const signWords = ({ motion, sound }: Reading): string | null => {
  if (motion && sound) return m.together_sign_both();
  if (motion) return m.together_sign_motion();
  return sound ? m.together_sign_sound() : null;
};

export const minutesWords = (lastedMs: number): string => {
  const minutes = Math.floor(lastedMs / 60_000);
  return minutes === 0 ? m.together_begun() : m.together_minutes({ count: minutes });
};

/** The title of the look-back: the own guess first, then what was counted; as long as some are open, only so far. */
export const titleWords = (guess: number | null, counted: number, open: number): string => {
  const count = open > 0 ? countedSoFar(counted) : countedWords(counted);
  if (guess === null) return count;
  const guessed = guess >= GUESS_MOST ? m.back_guessed_most() : m.back_guessed({ word: countWord(guess) });
  return `${guessed} ${count}`;
};

const countedWords = (count: number): string =>
  count === 0 ? m.back_counted_none() : capitalise(m.back_counted({ count, word: countWord(count) }));
const countedSoFar = (count: number): string =>
  count === 0 ? m.back_so_far_none() : capitalise(m.back_so_far({ count, word: countWord(count) }));

const capitalise = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);

export const questionWords = (question: OpenQuestion): string => {
  switch (question) {
    case "talk":
      return m.ask_talk();
    case "television":
      return m.ask_television();
    case "pick-up":
      return m.ask_pick_up();
  }
};

export const correctionWords = (correction: Correction): string => {
  switch (correction) {
    case "used-together":
      return m.fix_used_together();
    case "said-why-first":
      return m.fix_said_why_first();
    case "needed":
      return m.fix_needed();
    case "lull":
      return m.fix_lull();
    case "not-me":
      return m.fix_not_me();
    case "wrong":
      return m.fix_wrong();
    case "from-outside":
      return m.fix_from_outside();
    case "were-talking":
      return m.fix_were_talking();
    case "drifted":
      return m.fix_drifted();
  }
};

export const standingWords = (standing: Standing): string => {
  switch (standing) {
    case "counted":
      return m.label_counted();
    case "not-counted":
      return m.label_not_counted();
    case "open":
      return m.label_open();
  }
};
