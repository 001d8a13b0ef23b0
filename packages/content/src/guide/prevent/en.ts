/** Chapter 4, prevent, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"prevent"> = {
  title: "Prevent",
  question: "What makes it easier to be there?",
  short: [
    "It takes less willpower than you’d think, and more furniture. A shelf in the hall often does more than a resolution.",
    "Small rituals on ordinary days: a hello with empty hands, ten minutes about the day, the laundry folded together. They needn’t wait for Friday.",
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
        "When it’s within reach, my hand often goes there by itself. A basket, a drawer, a shelf with the charger: a few steps give me time to notice.",
        "Your own settings help too: a focus for the evening, notifications in one batch, a grey screen. Each of you sets up your own phone, never the other’s.",
        sourced(
          "A small hurdle works better than a reminder: reminders of their own use lowered neither screen time nor checking among 73 people, while an app that offers to turn back was followed by fewer openings of the chosen apps.",
          "loid-2020",
          "gruening-2023",
        ),
      ],
    },
    "small-rituals": {
      title: "Small rituals, on a Tuesday",
      passages: [
        "A ritual is a small thing that you both know will happen. Nobody has to decide each time, and even a full day keeps a moment for the two of you.",
        "The best are short and tied to something that happens anyway: coming home, supper, laundry, lights out. If you skip one, you’ve skipped one; there’s nothing to make up for.",
        "Choose one for the door and one for the table. That’s plenty for a month.",
      ],
    },
    "answering-bids": {
      title: "Answering bids",
      passages: [
        "All day long people reach for each other in tiny ways: a remark, a sigh, something held up. Each one asks: are you there?",
        "An answer can be as small as the question. Eyes for a second. A hand back. “Not now, at eight”, and then eight.",
        "There are well-known figures on how many of these happy couples answer. We found no published table for them, so there’s no target here. It’s enough to catch one more than yesterday.",
      ],
    },
    "say-why-first": {
      title: "Say why first",
      passages: [
        "“I’m just checking when the bus goes.” A few words, and the other person knows: it’s about the bus, and you’re coming back.",
        sourced(
          "In an experiment, an important reason said aloud softened the feeling of being shut out. It was a scene on a screen, not a couple’s evening.",
          "schuster-2023",
        ),
        "It helps you as well. When you say the reason aloud, you notice when there isn’t one.",
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
        "One is enough. After a week look at your own count, then keep the plan or change it.",
      ],
    },
  },
  examples: {
    "the-shelf-in-the-hall": "A shelf, two chargers, a bowl for keys. Since then there are two free hands for a hello.",
    "two-minutes": "“Two minutes, I’m answering Mum.” It takes three. “Done. You were at the part with the ladder.”",
    "the-tuesday-candle": "Fish fingers, a candle, the good glasses. “What are we celebrating?” “Tuesday.”",
  },
  takeaway: "A few steps of distance, one small ritual, one word first.",
  exercise: {
    title: "One for the door",
    text: "Pick one ritual of five minutes or less for coming home, and try it three times this week.",
    action: "Find a ritual",
  },
};
