/** The guided talk on two phones in step. What was prepared is a `conversation` record and never leaves. */
import type { Instant } from "@undivided/domain";
import type { Done } from "../journal.ts";

export interface TalkState {
  readonly step: number;
  readonly isPaused: boolean;
  /** The last tap on pause that still stands, of either: alike on both phones. Null while nobody has paused. */
  readonly pausedAt: Instant | null;
  /** The other phone, if its owner is in the talk too. The talk is at the lower of both steps: nobody is pushed on. */
  readonly other: { readonly step: number; readonly isPaused: boolean } | null;
  /** Whether the owner of this phone speaks first where two take turns, drawn by lot; null while the other is not in the talk. */
  readonly begins: boolean | null;
}

export interface Talk {
  /** Null while this phone is in no talk. */
  readonly state: () => TalkState | null;
  readonly enter: (step: number) => Done;
  readonly goTo: (step: number) => Done;
  readonly pause: () => Done;
  readonly resume: () => Done;
  /** Nothing of it stays in the space of both. */
  readonly stop: () => Done;
}
