/** Which week a check-in is about, and its questions in their order. */
import { mondayOf, type CheckInAnswers, type CivilDate } from "@undivided/domain";

export const QUESTIONS = [
  "feltImportant",
  "feltClose",
  "safeToBeVulnerable",
  "feltRespected",
  "hadFunTogether",
  "ownStress",
] as const satisfies readonly (keyof CheckInAnswers)[];
export type Question = (typeof QUESTIONS)[number];

const DAY_MS = 86_400_000;
/** From Friday on enough of a week is there to speak of it; before that the last one is meant. A choice. */
const FRIDAY = 4;

export const defaultWeek = (today: CivilDate): "this" | "last" =>
  (Date.parse(today) - Date.parse(mondayOf(today))) / DAY_MS >= FRIDAY ? "this" : "last";
