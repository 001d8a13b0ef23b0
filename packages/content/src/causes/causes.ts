/**
 * What makes a hand reach for the phone, and two or three other ways to get the same.
 *
 * Every state that a reflection record knows has its entry; the rest are patterns that build up over days.
 * Limits: these are ways to look at oneself, drawn from ordinary life. They are no finding about anybody.
 */
import type { StateBefore } from "@undivided/domain";
import type { SourceId } from "../sources/sources.ts";
import type { PhoneSettingId } from "./phone-settings.ts";

/** Patterns beyond the moment; what a record calls `StateBefore` is listed with the domain. */
export const PATTERNS = [
  "comparing-with-other-lives",
  "zoning-out",
  "drifting",
  "taking-for-granted",
  "saving-the-good-for-the-weekend",
  "tit-for-tat",
  "work-without-an-end",
] as const;
export type Pattern = (typeof PATTERNS)[number];

export type CauseId = StateBefore | Pattern;

export interface CauseFacts {
  readonly settings: readonly PhoneSettingId[];
  readonly sources: readonly SourceId[];
}

/** In the order in which they are shown. */
export const CAUSES: Readonly<Record<CauseId, CauseFacts>> = {
  habit: { settings: ["grey-screen", "tidy-home-screen"], sources: ["throuvala-2020", "gruening-2023"] },
  notification: { settings: ["focus-mode", "notification-summary"], sources: ["connection-cues-2026"] },
  bored: { settings: ["tidy-home-screen"], sources: [] },
  overwhelmed: { settings: ["focus-mode"], sources: [] },
  "wanting-out-of-this-talk": { settings: [], sources: ["respecifying-2023"] },
  triggered: { settings: [], sources: [] },
  rejected: { settings: [], sources: ["southampton-2025"] },
  "worry-about-missing-out": { settings: ["notification-summary"], sources: [] },
  "comparing-with-other-lives": { settings: ["app-limit"], sources: [] },
  "zoning-out": { settings: ["grey-screen", "app-limit"], sources: [] },
  drifting: { settings: ["tidy-home-screen"], sources: [] },
  "taking-for-granted": { settings: [], sources: [] },
  "saving-the-good-for-the-weekend": { settings: [], sources: [] },
  "tit-for-tat": { settings: [], sources: ["thomas-2022", "southampton-2025", "connection-cues-2026"] },
  "work-without-an-end": { settings: ["focus-mode", "quiet-nights"], sources: [] },
};

export interface CauseText {
  readonly title: string;
  /** What it is like from inside, and what it is good for: nothing is done for no reason. */
  readonly inside: string;
  readonly instead: readonly [string, string] | readonly [string, string, string];
  /** What was found about it, where the facts name sources; null where nothing is claimed. */
  readonly found: string | null;
}

export type CauseTexts = Readonly<Record<CauseId, CauseText>>;
