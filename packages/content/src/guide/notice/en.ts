/** Chapter 1, notice, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"notice"> = {
  title: "Notice",
  question: "What is this small thing, and why do we hardly see it?",
  short: [
    "A micro rejection is a small act, mostly unintended, that makes the other feel less important than something else. A phone picked up in mid-sentence. A “huh” without looking up. The back of a screen at the door instead of a hello.",
    "One of them is nothing. They count because there are many, and because hardly anybody notices them: not the one who does it, often not even the one who feels it.",
    sourced(
      "When researchers watched pairs of students in a restaurant, few of them could say afterwards whether a phone had been used at all.",
      "vanden-abeele-2019",
    ),
    "So the first step is not to stop anything. It is to see it, in oneself, and without a grade. Looking for it in the other is no part of it.",
  ],
  sections: {
    "what-it-is": {
      title: "What it is",
      passages: [
        "It is five past seven, somebody tells of their day. A buzz, a quick look, “go on, I am listening”. Nothing happened. And still the story becomes a little shorter than it was going to be.",
        "That is a micro rejection. Nobody wanted to hurt. There was a reason, or none; the hand was simply faster. What arrives on the other side is small as well: for a moment I was in second place.",
        sourced(
          "In research it goes by the names of partner phubbing and technoference. Neither word is needed to notice it.",
          "mcdaniel-2019",
          "beukeboom-2021",
        ),
      ],
    },
    "why-it-slips-by": {
      title: "Why it slips by",
      passages: [
        "A glance takes two seconds. It feels shorter to the one who takes it and longer to the one who waits, and afterwards neither remembers it.",
        sourced(
          "In 100 pairs of students who were watched unnoticed for ten minutes, phones came out in 62. In three of ten of those they looked at the screen together. Few could say afterwards what they had done, or what the other had.",
          "vanden-abeele-2019",
        ),
        "These were students and not couples at home. But whoever puts their own guess beside their own count for a week may find a gap. It is not a flaw of character. Habits are made to run without being noticed.",
      ],
    },
    "what-does-not-count": {
      title: "What does not count",
      passages: [
        "Much of what phones do beside a partner is harmless or pleasant: the map, the photo passed across, the song for the kitchen, the call from the babysitter.",
        sourced(
          "Of 383 people who live with a partner, 15 in 100 saw the other's phone use as negative. Most found it neutral or good. Those who minded named the missing attention.",
          "co-present-2024",
        ),
        "So here only those pick-ups count that fell into a talk, without a break, without being shared and without a word first. The word of the one who picked up outweighs every sensor.",
      ],
    },
    "how-to-notice": {
      title: "How to notice it",
      passages: [
        "Lay the phones down, tap start, talk. Afterwards each phone shows only its own owner what it noticed, and why. Corrections take one tap.",
        "Make a guess first. The distance between the guess and the count is the interesting part, and it belongs to one person alone.",
        "For what no sensor sees there is the log, and every line in it begins with “I”. Notice the good as well: an answered bid, a look, ten minutes with nothing in the hand.",
      ],
    },
  },
  examples: {
    "at-the-door":
      "A key in the lock. In the hall a thumb finishes a message, four seconds. When it looks up, the coat is already hanging and the kitchen light is on.",
    "the-restaurant":
      "“Which street was it?” A phone comes out for both of them. The street is found; three headlines later the soup is there.",
    "half-a-huh":
      "“They want to move the whole department.” “Huh.” “Never mind.” “No, tell me!” But now it is told shorter.",
  },
  takeaway: "One is nothing, many are something, and seeing my own comes first.",
  exercise: {
    title: "Twenty minutes and a guess",
    text: "Start a time together tonight. At the end, guess first, then look at your own moments and correct what is wrong.",
    action: "Start together",
  },
};
