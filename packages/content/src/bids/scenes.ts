/**
 * Practice: short scenes of an ordinary day in which a small bid can be answered in three ways.
 *
 * Nothing is kept of what somebody chooses, and no answer is counted: every one says what it does, none is marked wrong.
 */

/** Answered now; answered with a "later" that names its end; let pass. */
export const TURNS = ["towards", "later", "away"] as const;
export type Turn = (typeof TURNS)[number];

export interface SceneChoiceText {
  readonly says: string;
  readonly why: string;
}

export interface SceneText {
  readonly scene: string;
  /** In the order of the scene's turns. */
  readonly choices: readonly [SceneChoiceText, SceneChoiceText, SceneChoiceText];
}

export interface Scene {
  readonly id: string;
  readonly turns: readonly [Turn, Turn, Turn];
}

const scene = <Id extends string>(id: Id, ...turns: Scene["turns"]): Scene & { readonly id: Id } => ({ id, turns });

/** The order of the answers differs from scene to scene, so that none can be picked by its place. */
export const SCENES = [
  scene("bird-at-the-window", "away", "towards", "later"),
  scene("sigh-at-the-desk", "towards", "away", "later"),
  scene("look-at-this-clip", "away", "later", "towards"),
  scene("hand-on-the-shoulder", "towards", "later", "away"),
  scene("guess-who-called", "away", "towards", "later"),
  scene("which-shirt", "towards", "away", "later"),
  scene("long-day-door", "later", "away", "towards"),
  scene("joke-that-fell-flat", "away", "towards", "later"),
  scene("walk-round-the-block", "later", "towards", "away"),
  scene("quiet-at-supper", "away", "towards", "later"),
  scene("how-much-salt", "towards", "away", "later"),
  scene("cold-feet", "away", "later", "towards"),
  scene("old-story-again", "away", "towards", "later"),
  scene("worry-about-a-parent", "towards", "away", "later"),
  scene("small-good-news", "later", "away", "towards"),
  scene("glance-over-a-child", "towards", "later", "away"),
  scene("bad-dream", "away", "towards", "later"),
  scene("broken-cup", "towards", "away", "later"),
  scene("humming-in-the-kitchen", "later", "towards", "away"),
  scene("plan-for-the-summer", "away", "towards", "later"),
  scene("headache", "towards", "away", "later"),
  scene("line-from-a-book", "away", "later", "towards"),
  scene("do-you-remember", "towards", "away", "later"),
  scene("sorry-for-earlier", "later", "towards", "away"),
  scene("ping-in-mid-story", "away", "towards", "later"),
  scene("tea-in-the-doorway", "towards", "later", "away"),
] as const;

export type SceneId = (typeof SCENES)[number]["id"];

export type SceneTexts = Readonly<Record<SceneId, SceneText>>;
