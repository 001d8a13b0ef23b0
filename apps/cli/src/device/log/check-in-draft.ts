/** The weekly check-in, from options: six answers from 1 to 5, each of which may be left out. */
import { addDays, mondayOf, parseCivilDate, type Answer, type CheckInAnswers, type CivilDate } from "@undivided/domain";
import { type GivenOptions, wrongCall, type WrongCall } from "../../read-options.ts";

export interface CheckInDraft {
  readonly type: "check-in";
  /** A Monday. */
  readonly week: CivilDate;
  readonly answers: CheckInAnswers;
}

const optionByAnswer = {
  feltImportant: "felt-important",
  feltClose: "felt-close",
  safeToBeVulnerable: "safe-to-be-vulnerable",
  feltRespected: "felt-respected",
  hadFunTogether: "had-fun-together",
  ownStress: "own-stress",
} as const;

/** Without `--week` it is about the week that is over, or on a Sunday about the one that ends. */
export const readCheckIn = (given: GivenOptions, today: () => CivilDate): CheckInDraft | WrongCall => {
  const text = given.text("week");
  const day = text === undefined ? undefined : parseCivilDate(text);
  if (day?.type === "error" || (day !== undefined && mondayOf(day.value) !== day.value)) {
    return wrongCall(`--week is "${text ?? ""}", and a week is the day of its Monday, YYYY-MM-DD`);
  }
  const answers: Record<keyof typeof optionByAnswer, Answer> = {
    feltImportant: null,
    feltClose: null,
    safeToBeVulnerable: null,
    feltRespected: null,
    hadFunTogether: null,
    ownStress: null,
  };
  for (const name of [
    "feltImportant",
    "feltClose",
    "safeToBeVulnerable",
    "feltRespected",
    "hadFunTogether",
    "ownStress",
  ] as const) {
    const option = optionByAnswer[name];
    const answer = given.text(option);
    if (answer !== undefined && !/^[1-5]$/.test(answer)) {
      return wrongCall(`--${option} is "${answer}", and it is a number from 1 (not at all) to 5 (very much)`);
    }
    if (answer !== undefined) answers[name] = Number(answer);
  }
  if (Object.values(answers).every((answer) => answer === null)) return wrongCall("a check-in has at least one answer");
  return { type: "check-in", week: day?.value ?? mondayOf(addDays(today(), -6)), answers };
};
