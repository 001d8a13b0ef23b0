/** How it grows, in English. */
import type { GrowthTexts } from "./growth.ts";

export const growth: GrowthTexts = {
  title: "How it can grow, and how it turns round",
  note: "Many people tell this story; it isn’t a ladder to find your place on. At every step there’s a way back, and either of you can take it.",
  steps: {
    busy: {
      title: "Busy",
      text: "There’s a lot to do, and you both keep going. The phone helps to keep up.",
      wayBack: "A small ritual that survives a full day.",
    },
    habit: {
      title: "Habit",
      text: "It comes out in every gap, without a reason.",
      wayBack: "A minute’s look at what your hand was after.",
    },
    "feeling-unimportant": {
      title: "Feeling unimportant",
      text: "Stories get shorter. Nobody says why.",
      wayBack: "A word for it, and a sentence with “I”.",
    },
    "taken-for-granted": {
      title: "Taken for granted",
      text: "The other person is there, like the table. Good things go without saying.",
      wayBack: "Notice one good thing each day, and say it.",
    },
    both: {
      title: "Both",
      text: "Two screens, and each waits for the other to look up.",
      wayBack: "One looks up first. Then a talk, each with their own part.",
    },
  },
};
