/** Chapter 4, prevent, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"prevent"> = {
  title: "Prevent",
  question: "What makes it easier to be there?",
  short: [
    "It takes less will than one thinks, and more furniture. A shelf in the hall does what no resolution does.",
    "Small rituals on ordinary days: a hello with empty hands, ten minutes about the day, the laundry folded together. They need not wait for Friday.",
    "Small answers to small reaches: “Yeah?” with eyes. A no that says when. A word before the hand goes out: “two minutes, the babysitter”.",
    sourced(
      "And a plan of the form “when this happens, then I do that”. Across 94 tests such plans helped people to do what they had meant to; most of these were about other aims than phones.",
      "gollwitzer-2006",
    ),
  ],
  sections: {
    "a-place-for-phones": {
      title: "A place for the phones",
      passages: [
        "What lies within reach is reached for. A basket, a drawer, a shelf with the charger: a few steps give the hand time to notice itself.",
        "One's own settings help too: a focus for the evening, news in one bundle, a grey screen. Each sets up their own phone. Nobody the other's.",
        sourced(
          "A doorstep works better than a reminder: reminders of one's own use lowered neither screen time nor checking among 73 people, while an app that offers to turn back was followed by fewer openings of the chosen apps.",
          "loid-2020",
          "gruening-2023",
        ),
      ],
    },
    "small-rituals": {
      title: "Small rituals, on a Tuesday",
      passages: [
        "A ritual is a small thing that both know will happen. Nobody has to decide anew, and it tells the day that there is an us in it.",
        "The best are short and tied to something that happens anyway: coming home, supper, laundry, lights out. Whoever skips one has skipped one; there is nothing to make up for.",
        "Choose one for the door and one for the table. That is plenty for a month.",
      ],
    },
    "answering-bids": {
      title: "Answering bids",
      passages: [
        "All day long people reach for each other in tiny ways: a remark, a sigh, a thing held up. It asks: are you there?",
        "An answer may be as small as the question. Eyes for a second. A hand back. “Not now, at eight”, and then eight.",
        "There are well-known figures on how many of these happy couples answer. We found no published table for them, so there is no target here. It is enough to catch one more than yesterday.",
      ],
    },
    "say-why-first": {
      title: "Say why first",
      passages: [
        "“I am just checking when the bus goes.” Five words, and the other knows: it is about the bus, and you are coming back.",
        sourced(
          "In an experiment, an important reason said aloud softened the feeling of being shut out. It was a scene on a screen and not a couple's evening.",
          "schuster-2023",
        ),
        "It helps oneself as well. Whoever says the reason aloud notices when there is none.",
      ],
    },
    "if-then": {
      title: "If, then",
      passages: [
        "A resolution says what should be. A plan says when: “When I come in, I put it on the shelf before I take off my coat.”",
        sourced(
          "Such plans have been tested many times, for all kinds of aims, with an effect that is clear and probably smaller than the old summaries say.",
          "gollwitzer-2006",
        ),
        "One is enough. After a week look at your own count, keep it or change it.",
      ],
    },
  },
  examples: {
    "the-shelf-in-the-hall": "A shelf, two chargers, a bowl for keys. Since then the hello has two hands.",
    "two-minutes": "“Two minutes, I am answering Mum.” It takes three. “Done. You were at the part with the ladder.”",
    "the-tuesday-candle": "Fish fingers, a candle, the good glasses. “What are we celebrating?” “Tuesday.”",
  },
  takeaway: "A few steps of distance, one small ritual, one word first.",
  exercise: {
    title: "One for the door",
    text: "Pick one ritual of five minutes or less for coming home, and try it three times this week.",
    action: "Find a ritual",
  },
};
