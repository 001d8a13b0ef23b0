/** What this page says of what it cannot read and of what was not known. Exhaustive over each list. */
import { soundProblemWords, type MotionSetting, type SoundSetting } from "../../live/live-words.ts";
import { m } from "../../paraglide/messages.js";
import { clockTime } from "../../ui/charts/clock-time.ts";
import type { BlankStretch } from "./look-back.ts";

export const motionWords = (motion: MotionSetting): string => {
  switch (motion) {
    case "off":
      return m.try_motion_off();
    case "checking":
      return m.try_motion_checking();
    case "ready":
      return m.try_motion_ready();
    case "refused":
      return m.try_motion_refused();
    case "no-sensor":
    case "unsafe-address":
      return m.try_motion_without();
  }
};

/** What happened, and that it goes on without. */
export const soundWords = (sound: SoundSetting): string => {
  switch (sound) {
    case "off":
      return m.try_sound_off();
    case "checking":
      return m.try_sound_checking();
    case "ready":
      return m.try_sound_ready();
    default:
      return `${soundProblemWords(sound)} ${m.try_sound_goes_on()}`;
  }
};

/** What was not known, what that means, and what still holds. */
export const blankWords = ({ of, why, at, until }: BlankStretch): string => {
  const stretch = { from: clockTime(at), until: clockTime(until) };
  switch (why) {
    case "page-hidden":
      return m.blank_hidden(stretch);
    case "device-ended":
      return m.blank_device_ended({ from: stretch.from });
    case "interrupted":
      return m.blank_interrupted(stretch);
    case "gap":
    case "null-reading":
    case "before-first-sample":
    case "after-last-sample":
      return of === "sound" ? m.blank_sound(stretch) : m.blank_motion(stretch);
  }
};
