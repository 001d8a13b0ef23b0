/** The page for when talking is not safe. It is in the guide for everybody, so that opening it says nothing. */
import type { LineFor } from "./help-lines.ts";

/** What the sentence on the emergency number rests on: a text of the European Commission, passed on by this page in 2009. */
export const EMERGENCY_PAGE = "https://www.news.lt/Law-And-Order-Crime/Need-help-Dial-112.im?f=c&id=189320";

export const HELP_WAYS = ["emergency", "doctor", "library", "friend", "other-device"] as const;
export type HelpWay = (typeof HELP_WAYS)[number];

export const HELP_SIGNS = [
  "afraid-of-reaction",
  "watched",
  "cut-off",
  "decides-alone",
  "walking-on-eggshells",
] as const;
export type HelpSign = (typeof HELP_SIGNS)[number];

export interface HelpTexts {
  readonly title: string;
  readonly lead: string;
  readonly signsTitle: string;
  readonly signs: Readonly<Record<HelpSign, string>>;
  readonly waysTitle: string;
  readonly ways: Readonly<Record<HelpWay, string>>;
  readonly trace: string;
  readonly linesTitle: string;
  readonly noLines: string;
  readonly lineFor: Readonly<Record<LineFor, string>>;
  readonly roundTheClock: string;
  readonly free: string;
  /** With the places {dated} and {checked}, both days. */
  readonly checked: string;
}
