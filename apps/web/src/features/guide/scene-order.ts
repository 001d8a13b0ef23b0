/**
 * The order of practice scenes: another beginning each day, and then all of them once before any comes again.
 *
 * Nothing is kept of what was chosen: it is practice, not a test. The place of the day is kept, so that six scenes are six.
 */
import { SCENES, type SceneId, type Turn } from "@undivided/content/bids";

export interface PracticeScene {
  readonly id: SceneId;
  readonly turns: readonly [Turn, Turn, Turn];
}

/** `day` counts days, `step` what was seen today. A stride that shares no factor with the number of scenes visits each. */
export const sceneAt = (day: number, step: number): PracticeScene => {
  const stride = 7;
  const index = (((day * 5 + step * stride) % SCENES.length) + SCENES.length) % SCENES.length;
  const scene = SCENES[index];
  if (scene === undefined) throw new Error("an index within the list has a scene");
  return scene;
};

/** The place of that day; another day begins anew, and so does a text that is none. */
export const readStep = (text: string | null, day: number): number => {
  const [, on = "", step = ""] = /^(\d+)-(\d{1,4})$/.exec(text ?? "") ?? [];
  return on === String(day) ? Number(step) : 0;
};

export const writeStep = (day: number, step: number): string => `${day}-${step}`;
