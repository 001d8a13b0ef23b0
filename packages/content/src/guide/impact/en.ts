/** Chapter 3, impact, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"impact"> = {
  title: "Impact",
  question: "What does it do, and how sure is that?",
  short: [
    "One pick-up is forgotten by supper. Many of them can add up to a feeling that has no name: something is off. When we come second we often say “rude” and mean lonely, or unimportant.",
    sourced(
      "In a diary of 173 couples over 14 days, people felt worse about the relationship on days when technology interrupted more than usual, and had a worse mood. Which comes first, the diary cannot say.",
      "mcdaniel-2019",
    ),
    sourced(
      "It isn’t so with every phone. Saying an important reason softened the feeling of being passed over, and feeling understood went with less of the bad feeling on such days.",
      "schuster-2023",
      "frackowiak-2023",
    ),
    "It grows quietly and in both directions. That’s good news as well: either of you can turn it round.",
  ],
  sections: {
    "one-is-nothing": {
      title: "One is nothing",
      passages: [
        "Two people who like each other can take a lot of single moments. The trouble is what they add up to, because nobody keeps count, and because it feels like something about the two of you rather than about a device.",
        sourced(
          "On days with more interruption than usual for that person, 173 couples reported more conflict over technology, less good time face to face and a lower mood. They were asked about what they noticed, on the same day; a bad mood may colour both.",
          "mcdaniel-2019",
        ),
      ],
    },
    "the-one-who-waits": {
      title: "The one who waits",
      passages: [
        "It starts as a small heat: rude. Under it there’s usually something softer. I was in the middle of a sentence, and for a moment it was as if I weren’t there.",
        sourced(
          "In two surveys, feeling shut out explained more of the harm than quarrels or jealousy did.",
          "beukeboom-2021",
        ),
        "Finding the right word is half the way. You can comfort somebody who’s lonely. All you can do about “rude” is defend yourself.",
      ],
    },
    "both-ways": {
      title: "Both ways",
      passages: [
        "If you wait long enough you find a screen of your own. Then two people sit side by side, and each thinks the other has gone.",
        sourced(
          "Some people say in their diaries that they picked up their own phone in return. That’s one partner’s report by the day; nobody watched a sequence of two acts.",
          "thomas-2022",
          "southampton-2025",
        ),
        "From inside you can’t tell whether it takes turns or whether you both simply had a hard evening. You don’t need to. Either of you can end it.",
      ],
    },
    "not-every-phone": {
      title: "Not every phone",
      passages: [
        sourced(
          "An important reason, said aloud, softened the effect in an online experiment with 324 people.",
          "schuster-2023",
        ),
        sourced(
          "Where the screen involved the partner or the partner was told what it was about, less of the harm was reported.",
          "beukeboom-2021",
        ),
        sourced(
          "In a seven-day diary of 133 people, feeling understood went with less negative feeling on such days.",
          "frackowiak-2023",
        ),
        sourced(
          "That a phone merely lies on the table is another matter: it was found to spoil a talk once, and two attempts to repeat that failed. So nobody here will tell you to hide it for that.",
          "przybylski-2013",
          "crowley-2018",
          "linares-2021",
        ),
      ],
    },
  },
  examples: {
    "the-story-that-shrank":
      "The story about the new colleague had a middle part. It got left out, because a screen had lit up. The next day there was no story.",
    "two-lights":
      "Ten o’clock, a dark bedroom, two blue faces. “Good night.” “Night.” They’d both have liked to say something else.",
    "the-map": "Two heads over one map, a thumb on the ferry. A phone lies between them, and nobody is second.",
  },
  takeaway: "Under “rude” there’s often a softer word, and a softer word is easier to answer.",
  exercise: {
    title: "Find the word",
    text: "Think of one evening when something was off. Choose the first word, then the one behind it. It stays with you unless you decide otherwise.",
    action: "I felt second",
  },
};
