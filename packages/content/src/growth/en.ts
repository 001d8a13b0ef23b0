/** How it grows, in English. */
import type { GrowthTexts } from "./growth.ts";

export const growth: GrowthTexts = {
  title: "How it can grow, and how it turns round",
  note: "A story that many tell, not a ladder to be placed on. At every step there is a way back, and either of the two can take it.",
  steps: {
    busy: {
      title: "Busy",
      text: "Much to do, both functioning. The phone helps to keep up.",
      wayBack: "A small ritual that survives a full day.",
    },
    habit: {
      title: "Habit",
      text: "It comes out in every gap, without a reason.",
      wayBack: "A minute's look at what the hand was after.",
    },
    "feeling-unimportant": {
      title: "Feeling unimportant",
      text: "Stories become shorter. Nobody says why.",
      wayBack: "A word for it, and a sentence with “I”.",
    },
    "taken-for-granted": {
      title: "Taken for granted",
      text: "The other is there like the table. Good things are no longer mentioned.",
      wayBack: "Each day one good thing, noticed and said.",
    },
    both: {
      title: "Both",
      text: "Two screens, two people who wait for the other to look up.",
      wayBack: "One looks up first. Then a talk, each with their own part.",
    },
  },
};
